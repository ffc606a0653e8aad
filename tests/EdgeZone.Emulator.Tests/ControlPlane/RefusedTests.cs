using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

/// <summary>Calls that reached no sandbox, and what is told about them.</summary>
public class RefusedTests
{
    private static readonly ClientCredential WrongKey = new("emulator", "wrong");

    [Fact]
    public async Task A_refused_signature_is_explained_with_the_texts_that_it_should_have_covered()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var answer = await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = WrongKey });

        var refused = await SingleAsync(emulator);

        Assert.Equal("AuthFailure.SignatureFailure", refused.Outcome);
        Assert.Equal("DescribeZones", refused.Action);
        Assert.Equal("default", refused.Sandbox);
        Assert.Equal(answer.RequestId, refused.RequestId);
        var canonical = refused.Expected!.CanonicalRequest!.Split('\n');
        Assert.Equal(["POST", "/", "", "content-type:application/json"], canonical[..4]);
        Assert.StartsWith("TC3-HMAC-SHA256\n", refused.Expected.StringToSign, StringComparison.Ordinal);
        Assert.Equal(0, (await emulator.Sandbox.ListCallsAsync()).Total);
    }

    [Fact]
    public async Task A_host_that_would_have_been_accepted_too_is_told_by_the_line_that_differs()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var client = emulator.CreateClient(WrongKey);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("{}", null, "application/json") };
        request.Headers.Add("X-TC-Action", "DescribeZones");
        using var answer = await client.SendAsync(request);

        var expected = (await SingleAsync(emulator)).Expected!;

        Assert.Contains($"\nhost:{emulator.Endpoint.Authority}\n", expected.CanonicalRequest, StringComparison.Ordinal);
        Assert.Contains(expected.AlsoAccepted, variant => variant.FirstDifference == $"host:{emulator.Endpoint.Host}");
    }

    [Fact]
    public async Task The_older_signature_is_explained_by_its_source_string_and_no_secret_is_shown()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Mainland");
        await emulator.SendAsync(new V1Call("CreateInstances", ("Password", "Hunter2-is-hidden")) { Credential = WrongKey });

        var text = (await emulator.GetAsync(ControlPlanePaths.Refused)).ToJsonString();

        Assert.Contains("Password=***", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hunter2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_refused_for_something_else_is_listed_without_an_explanation()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.CallAsync("Fly");

        var refused = await SingleAsync(emulator);

        Assert.Equal("InvalidAction", refused.Outcome);
        Assert.Null(refused.Expected);
    }

    [Fact]
    public async Task The_oldest_go_first_and_all_are_counted()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Control:Refused=2");
        foreach (var action in new[] { "A", "B", "C" })
        {
            await emulator.CallAsync(action);
        }

        var list = await emulator.GetAsync(ControlPlanePaths.Refused);

        Assert.Equal(["C", "B"], list["refused"]!.AsArray().Select(call => (string)call!["action"]!));
        Assert.Equal((3, 2), ((int)list["total"]!, (int)list["capacity"]!));
    }

    private static async Task<RefusedCall> SingleAsync(EmulatorApplication emulator) => Assert.Single((await emulator.Control.ListRefusedAsync()).Refused);
}
