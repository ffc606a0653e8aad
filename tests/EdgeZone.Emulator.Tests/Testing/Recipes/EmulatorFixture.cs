using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Testing.Recipes;

public sealed class EmulatorFixture : IAsyncLifetime
{
    public EdgeZoneEmulator Emulator { get; private set; } = null!;

    public async Task InitializeAsync() => Emulator = await EdgeZoneEmulator.StartAsync(options => options.Durations = EmulatorDurations.Realistic);

    public async Task DisposeAsync() => await Emulator.DisposeAsync();
}
