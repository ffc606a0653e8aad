using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace Samples.Provisioning.Tests;

/// <summary>One emulator for all tests of a class; each test makes a sandbox of its own.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    public EdgeZoneEmulator Emulator { get; private set; } = null!;

    // A machine takes a quarter of an hour, as it does in the data centre.
    public async Task InitializeAsync() => Emulator = await EdgeZoneEmulator.StartAsync(options => options.Durations = EmulatorDurations.Realistic);

    public async Task DisposeAsync() => await Emulator.DisposeAsync();
}
