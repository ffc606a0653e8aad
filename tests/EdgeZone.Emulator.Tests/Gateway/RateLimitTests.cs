using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>A fixed window of one second for each action, region and sub-account. https://www.tencentcloud.com/document/api/1230/79065</summary>
public class RateLimitTests
{
    [Fact]
    public async Task The_twenty_first_call_of_a_second_is_refused_and_counted()
    {
        await using var emulator = await EmulatorApplication.StartAsync("RateLimit:Enabled=true");
        for (var i = 0; i < 20; i++)
        {
            (await emulator.CallAsync("DescribeZones")).Succeeded();
        }

        (await emulator.CallAsync("DescribeZones")).Refused(
            "RequestLimitExceeded",
            "Your current request times equals to `21` in a second, which exceeds the frequency limit `20` for a second. "
                + "Please reduce the frequency of calls.");
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Language = "zh-CN" })).Refused(
            "RequestLimitExceeded", "您当前每秒请求 `22` 次，超过了每秒频率上限 `20`，请稍后重试。");
    }

    [Fact]
    public async Task The_next_second_begins_anew()
    {
        await using var emulator = await Limited();
        (await emulator.CallAsync("DescribeZones")).Succeeded();
        (await emulator.CallAsync("DescribeZones")).Refused("RequestLimitExceeded");

        emulator.Time.Advance(TimeSpan.FromSeconds(1));

        (await emulator.CallAsync("DescribeZones")).Succeeded();
    }

    [Fact]
    public async Task Actions_regions_and_callers_are_counted_apart()
    {
        await using var emulator = await Limited();

        (await emulator.CallAsync("DescribeZones")).Succeeded();
        (await emulator.CallAsync("DescribeInstances")).Succeeded();
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Region = "ap-chengdu" })).Succeeded();
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = ClientCredential.Stranger })).Succeeded();
        (await emulator.SendUnsignedAsync("DescribeZones")).Succeeded();
        (await emulator.SendUnsignedAsync("DescribeZones")).Refused("RequestLimitExceeded");
    }

    [Fact]
    public async Task An_action_may_have_a_limit_of_its_own()
    {
        await using var emulator = await EmulatorApplication.StartAsync(
            "RateLimit:Enabled=true", "RateLimit:PerSecond=1", "RateLimit:Actions:DescribeInstances=2");

        (await emulator.CallAsync("DescribeInstances")).Succeeded();
        (await emulator.CallAsync("DescribeInstances")).Succeeded();
        Assert.Contains("`3`", (await emulator.CallAsync("DescribeInstances")).Refused("RequestLimitExceeded").Message);
        (await emulator.CallAsync("DescribeZones")).Succeeded();
        (await emulator.CallAsync("DescribeZones")).Refused("RequestLimitExceeded");
    }

    [Fact]
    public async Task A_call_that_is_not_believed_is_not_counted()
    {
        await using var emulator = await Limited();

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = ClientCredential.BuiltIn with { SecretKey = "wrong" } }))
            .Refused("AuthFailure.SignatureFailure");
        (await emulator.CallAsync("DescribeZones")).Succeeded();
    }

    [Theory]
    [InlineData("Uin=100", "Uin=100", true)]
    [InlineData("Uin=100,AppId=1", "Uin=100,AppId=2", true)]
    [InlineData("Uin=100,AppId=1", "Uin=200,AppId=1", false)]
    [InlineData("AppId=1", "AppId=1", true)]
    [InlineData("AppId=1", "AppId=2", false)]
    [InlineData("Uin=1", "AppId=1", false)]
    [InlineData("Uin=100", "Uin=100,Sandbox=elsewhere", false)]
    [InlineData("AppId=1", "AppId=1,Sandbox=elsewhere", false)]
    [InlineData("Sandbox=team", "Sandbox=team", false)]
    public async Task Credentials_of_one_sub_account_share_a_window(string first, string second, bool together)
    {
        IEnumerable<string> Settings(int index, string secretId, string further) =>
        [
            $"Credentials:{index}:SecretId={secretId}",
            $"Credentials:{index}:SecretKey=key",
            .. further.Contains("Sandbox") ? Array.Empty<string>() : [$"Credentials:{index}:Sandbox=team"],
            .. further.Split(',').Select(setting => $"Credentials:{index}:{setting}"),
        ];
        await using var emulator = await EmulatorApplication.StartAsync(
            ["RateLimit:Enabled=true", "RateLimit:PerSecond=1", .. Settings(0, "AKIDone", first), .. Settings(1, "AKIDtwo", second)]);

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = new("AKIDone", "key") })).Succeeded();
        var answer = await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = new("AKIDtwo", "key") });

        Assert.Equal(together ? "RequestLimitExceeded" : null, answer.Code);
    }

    private static Task<EmulatorApplication> Limited() => EmulatorApplication.StartAsync("RateLimit:Enabled=true", "RateLimit:PerSecond=1");
}
