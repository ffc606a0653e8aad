using EdgeZone.Emulator.Testing.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace EdgeZone.Emulator.Testing;

/// <summary>
/// The emulator as a <see cref="WebApplicationFactory{TEntryPoint}"/>, for those who want to derive from one, replace services, or already
/// have a fixture of that shape. It has the defaults of <see cref="EdgeZoneEmulatorOptions"/>. Who overrides
/// <see cref="ConfigureWebHost"/> calls it first and then changes what shall differ, by the full name of the setting:
/// <c>builder.UseSetting("Emulator:Auth:Mode", "Strict")</c>.
/// </summary>
/// <remarks>
/// The pair <c>emulator</c>, <c>emulator</c> leads to the sandbox <c>default</c> in every mode: it is the first of the configured
/// credentials, and who overrides <c>Emulator:Credentials:0</c> replaces it. <see cref="EdgeZoneEmulator"/> is the shorter way, and the
/// only one with a socket and memory at once.
/// </remarks>
public class EdgeZoneEmulatorFactory : WebApplicationFactory<EmulatorAssembly>
{
    // The base class looks for the folder of the program's sources, which exists nowhere but in this project's own repository.
    static EdgeZoneEmulatorFactory() =>
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_EDGEZONE_EMULATOR", AppContext.BaseDirectory);

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in FixtureDefaults.Settings.Concat(FixtureDefaults.Credential))
        {
            builder.UseSetting(FixtureDefaults.Section + name, value);
        }
    }
}
