using EdgeZone.Emulator.Testing;

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

            Assert.Contains("ok", await emulator.CreateClient().GetStringAsync(new Uri("/_emulator/health", UriKind.Relative)), StringComparison.Ordinal);
            Assert.Contains("ok", await factory.CreateClient().GetStringAsync(new Uri("/_emulator/health", UriKind.Relative)), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Setting, null);
        }
    }
}
