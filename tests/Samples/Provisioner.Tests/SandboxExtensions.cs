using EdgeZone.Emulator.Testing;

namespace Samples.Provisioning.Tests;

internal static class SandboxExtensions
{
    /// <summary>The machines run, and nothing else is held.</summary>
    public static async Task VerifyKeptAsync(this Sandbox sandbox, IReadOnlyList<string> machines)
    {
        var held = (await sandbox.HeldAsync()).Instances;
        Assert.Equal(machines.Order(), held.Select(instance => instance.Id).Order());
        Assert.All(held, instance => Assert.Equal("running", instance.Status));
        sandbox.Keeps([.. machines]);
        await sandbox.VerifyAsync();
    }
}
