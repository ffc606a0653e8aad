using Microsoft.Extensions.Hosting;

namespace EdgeZone.Emulator.Testing.Hosting;

/// <summary>A guest leaves the console's signals to the test process: no handler for each host, no word about Ctrl+C.</summary>
internal sealed class UnattendedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
