using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Authentication;

/// <summary>What it costs to refuse somebody who knows no key: no memory beyond what was sent.</summary>
public class CostTests
{
    private const int Long = 8 * 1024 * 1024;
    private const int Little = 1024 * 1024;

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    [InlineData(15_500, false)]
    public void A_hundred_headers_may_be_signed(int count, bool conform)
    {
        string[] names = ["content-type", "host", .. Enumerable.Range(0, count - 2).Select(i => $"x-{i:00000}")];

        Assert.Equal(conform ? "AuthFailure.SignatureFailure" : "AuthFailure.InvalidAuthorization", new Gate().Refuse(Naming(string.Join(';', names))).Code);
    }

    [Fact]
    public void A_long_header_value_is_hashed_where_it_stands()
    {
        var call = new Draft { ContentType = new string('a', Long) }.Sign(Broken);

        Assert.InRange(AllocatedWhileRefusing(call), 1, Little);
    }

    [Fact]
    public void A_long_query_is_hashed_where_it_stands()
    {
        var call = new Draft { Method = "GET", Query = $"Zone={new string('中', Long)}" }.Sign(Broken);

        Assert.InRange(AllocatedWhileRefusing(call), 1, Little);
    }

    [Fact]
    public void A_long_field_of_the_older_signature_is_hashed_where_it_stands()
    {
        var call = Call.V1("POST", "localhost:8080", [
            KeyValuePair.Create("InstanceName", new string('a', Long)),
            KeyValuePair.Create("SecretId", Gate.SecretId),
            KeyValuePair.Create("Timestamp", $"{Gate.Now}"),
            KeyValuePair.Create("Signature", "wrong"),
        ]);

        Assert.InRange(AllocatedWhileRefusing(call), 1, Little);
    }

    [Theory]
    [InlineData("content-type;host;host")]
    [InlineData("content-type;host;Host")]
    [InlineData("content-type;;host")]
    [InlineData("content-type;host;")]
    [InlineData(";content-type;host")]
    public void A_name_comes_once_and_is_not_empty(string signedHeaders) => Assert.Equal(
        ("AuthFailure.InvalidAuthorization", "The request `Authorization` header does not conform to tencentcloud standards: `SignedHeaders` not valid."),
        new Gate().Refuse(Naming(signedHeaders)));

    [Fact]
    public async Task A_header_that_is_named_fifteen_thousand_times_is_refused_over_the_wire()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var names = string.Concat(Enumerable.Repeat(";a", 15_500));
        var call = new Tc3Call("DescribeZones")
        {
            Authorization = $"TC3-HMAC-SHA256 Credential=emulator/2026-01-13/edgezone/tc3_request, SignedHeaders=content-type;host{names}, Signature=0",
            Others = { ["a"] = new string('x', 30_000) },
        };

        (await emulator.SendAsync(call)).Refused("AuthFailure.InvalidAuthorization");
        (await emulator.SendAsync(call with { Language = "zh-CN" }))
            .Refused("AuthFailure.InvalidAuthorization", "请求头部的`Authorization`不符合腾讯云标准：`SignedHeaders` 无效。");
    }

    private static Call Naming(string signedHeaders) =>
        new Draft().Sign(authorization => authorization.Replace("content-type;host", signedHeaders, StringComparison.Ordinal));

    private static string Broken(string authorization) => authorization[..^4] + "0000";

    private static long AllocatedWhileRefusing(Call call)
    {
        var gate = new Gate();
        gate.Refuse(new Draft().Sign(Broken));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("AuthFailure.SignatureFailure", gate.Refuse(call).Code);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
