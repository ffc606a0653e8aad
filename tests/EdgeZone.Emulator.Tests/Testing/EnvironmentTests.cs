using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Testing;

/// <summary>The environment belongs to the whole process: these run while no other test does.</summary>
[Collection(nameof(EnvironmentTests))]
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
public class EnvironmentTests
{
    private const string Setting = "Emulator__NoSuchSetting";

    [Fact]
    public async Task The_environment_of_the_test_reaches_no_emulator_of_the_fixture()
    {
        Environment.SetEnvironmentVariable(Setting, "1");
        try
        {
            await using var emulator = await EdgeZoneEmulator.StartAsync();
            await using var factory = new EdgeZoneEmulatorFactory();

            Assert.Equal("ok", (await new ControlPlaneClient(emulator.CreateClient()).GetHealthAsync()).Status);
            Assert.Equal("ok", (await new ControlPlaneClient(factory.CreateClient()).GetHealthAsync()).Status);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Setting, null);
        }
    }
}
