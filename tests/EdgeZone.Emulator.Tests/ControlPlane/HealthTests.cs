using EdgeZone.Emulator.ControlPlane;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class HealthTests
{
    [Fact]
    public async Task A_started_emulator_is_well()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        Assert.Equal("ok", (string?)(await emulator.GetAsync(ControlPlanePaths.Health))["status"]);
    }

    [Fact]
    public async Task It_is_well_only_between_start_and_stop()
    {
        await using var app = EmulatorHost.Create(["--urls=http://127.0.0.1:0", "--Emulator:Logging:Level=Error"]);
        var probe = app.Services.GetRequiredService<HealthProbe>();
        Assert.NotNull(probe.Fault);
        await app.StartAsync();
        Assert.Null(probe.Fault);
        await app.StopAsync();
        Assert.NotNull(probe.Fault);
    }

    [Theory]
    [InlineData("Control:Enabled=false")]
    [InlineData("Control:Token=s3cret")]
    [InlineData("Auth:Mode=Strict")]
    public async Task Health_stays_whatever_guards_the_rest(string setting)
    {
        await using var emulator = await EmulatorApplication.StartAsync(setting);
        Assert.Equal("ok", (await emulator.Control.GetHealthAsync()).Status);
    }
}
