using System.Text.Json.Nodes;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.UseCases.Stocks;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.Instances;

/// <summary>https://www.tencentcloud.com/document/api/1230/79079</summary>
public class CreateInstancesTests
{
    private const string Scarce = "BMI5.24XLARGE384";

    [Fact]
    public async Task The_three_documented_examples_in_order()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var one = await emulator.CallAsync("CreateInstances", Parse(
            """
            {"Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","ImageId":"img-centos-7.9","InstanceName":"my-epm-instance","InstanceCount":1,
            "VersionNumber":"7.9.2009","PrivateNetworkId":"net-private-001","PublicNetworkId":"net-public-001","EnableIpv6":true}
            """));
        var batch = Parse(
            """
            {"Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","ImageId":"img-centos-7.9","InstanceName":"batch-instance","InstanceCount":3,
            "PrivateNetworkId":"net-private-001","PublicNetworkId":"net-public-001"}
            """);
        var three = await emulator.CallAsync("CreateInstances", batch);
        emulator.Cloud().Execute(new SetStock(new ZoneCode("ap-guangzhou-1"), "BMS5.MEDIUM8", Free: 2, Quota: null));
        var two = await emulator.CallAsync("CreateInstances", batch);

        Assert.Single(one.Succeeded().InstanceIds);
        Assert.Null(one["FailedCount"]);
        Assert.Equal(3, three.Succeeded().InstanceIds.Count);
        Assert.Null(three["FailedCount"]);
        Assert.Equal(2, two.Succeeded().InstanceIds.Count);
        Assert.Equal(1, (int?)two["FailedCount"]);
        string[] all = [.. one.InstanceIds, .. three.InstanceIds, .. two.InstanceIds];
        Assert.Equal(6, all.Distinct().Count());
        Assert.All(all, id => Assert.Matches("^ins-[a-z0-9]{8}$", id));
    }

    [Fact]
    public async Task What_was_ordered_is_what_is_shown()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var order = EmulatorApplication.Order();
        (order["ImageId"], order["EnableIpv6"]) = ("img-ubuntu-20.04", true);

        var id = Assert.Single((await emulator.CallAsync("CreateInstances", order)).Succeeded().InstanceIds);
        var instance = Assert.Single((await emulator.CallAsync("DescribeInstances")).Succeeded()["InstanceSet"]!.AsArray())!;

        Assert.Equal(
            $$"""
            {"InstanceId":"{{id}}","InstanceName":"my-epm-instance","MachineId":"{{instance["MachineId"]}}","InstanceType":"BMS5.MEDIUM8","Zone":"ap-guangzhou-1","ImageId":"img-ubuntu-20.04","VersionNumber":"20.04","InstanceStatus":"running","OperateStatus":"normal","PrivateNetworkId":"net-private-001","PrivateIp":"10.0.0.1","PrivateIpV6":"{{instance["PrivateIpV6"]}}","PublicNetworkId":"net-public-001","PublicIp":"{{instance["PublicIp"]}}","PublicIpV6":"{{instance["PublicIpV6"]}}","CreatedTime":"2026-01-13T10:00:00Z"}
            """,
            instance.ToJsonString());
        Assert.StartsWith("srv-", (string?)instance["MachineId"]);
        Assert.StartsWith("198.19.", (string?)instance["PublicIp"]);
        Assert.StartsWith("2001:db8:", (string?)instance["PublicIpV6"]);
        Assert.StartsWith("fd", (string?)instance["PrivateIpV6"]);
    }

    [Fact]
    public async Task Without_an_image_a_version_or_ipv6_the_defaults_are_installed()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order())).Succeeded();
        var instance = (await emulator.CallAsync("DescribeInstances"))["InstanceSet"]![0]!;

        Assert.Equal("img-centos-7.9", (string?)instance["ImageId"]);
        Assert.Equal("7.9.2009", (string?)instance["VersionNumber"]);
        Assert.Equal("", (string?)instance["PublicIpV6"]);
        Assert.Equal("", (string?)instance["PrivateIpV6"]);
    }

    [Fact]
    public async Task Installing_takes_its_time_and_addresses_come_before_the_end_of_it()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Durations:Profile=Fast");
        await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        async Task<(string Status, bool HasAddress)> Look()
        {
            var instance = (await emulator.CallAsync("DescribeInstances"))["InstanceSet"]![0]!;
            return ((string)instance["InstanceStatus"]!, (string?)instance["PublicIp"] != "");
        }

        Assert.Equal(("allocating", false), await Look());
        emulator.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("allocating", true), await Look());
        emulator.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(("running", true), await Look());
    }

    [Fact]
    public async Task More_than_the_stock_is_a_partial_failure()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(Scarce, 6))).Succeeded();

        Assert.Equal(4, answer.InstanceIds.Count);
        Assert.Equal(2, (int?)answer["FailedCount"]);
        Assert.Equal(4, (int?)(await emulator.CallAsync("DescribeInstances"))["TotalCount"]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("51")]
    [InlineData("18446744073709551615")]
    public async Task One_to_fifty_at_once(string count)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var order = EmulatorApplication.Order();
        order["InstanceCount"] = ulong.Parse(count);

        (await emulator.CallAsync("CreateInstances", order))
            .Refused("InvalidParameterValue", $"The value `{count}` of parameter `InstanceCount` is not between 1 and 50.");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public async Task A_name_is_one_to_sixty_characters_whatever_they_are(int length, bool accepted)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var name = string.Concat(Enumerable.Repeat("😀", length));

        var answer = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(name: name));

        if (accepted)
        {
            answer.Succeeded();
        }
        else
        {
            answer.Refused("InvalidParameterValue", $"The value `{name}` of parameter `InstanceName` is not 1 to 60 characters long.");
        }
    }

    [Theory]
    [InlineData("short1A")]
    [InlineData("alllowercase")]
    [InlineData("with space 1A")]
    [InlineData("0123456789012345678901234567890A")]
    public async Task A_password_that_breaks_the_rule_is_refused_and_not_repeated(string password)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Mainland");
        var order = EmulatorApplication.Order();
        order["Password"] = password;

        var answer = (await emulator.CallAsync("CreateInstances", order)).Refused(
            "InvalidParameterValue",
            "The value of parameter `Password` is not 8 to 30 characters of at least two kinds: lower case, upper case, digits, symbols.");

        Assert.DoesNotContain(password, answer.Body);
    }

    [Fact]
    public async Task A_password_or_a_key_but_not_both()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Union");
        async Task<Answer> Create(string? password, string? key)
        {
            var order = EmulatorApplication.Order();
            (order["Password"], order["SSHKey"]) = (password, key);
            return await emulator.CallAsync("CreateInstances", order);
        }

        (await Create("Tencent@epm1", null)).Succeeded();
        (await Create(null, "ssh-ed25519 AAAA")).Succeeded();
        (await Create("Tencent@epm1", "ssh-ed25519 AAAA")).Refused("InvalidParameterValue", "The parameters `Password` and `SSHKey` exclude each other.");
        (await Create(null, "")).Refused("InvalidParameterValue", "The value of parameter `SSHKey` is empty or longer than 16384 bytes.");
        (await Create(null, new string('k', 16_385))).Refused("InvalidParameterValue");
    }

    [Theory]
    [InlineData("Zone")]
    [InlineData("InstanceType")]
    [InlineData("InstanceName")]
    [InlineData("PrivateNetworkId")]
    [InlineData("PublicNetworkId")]
    public async Task A_required_parameter_is_missed_by_name(string parameter)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var order = EmulatorApplication.Order();
        order.Remove(parameter);

        (await emulator.CallAsync("CreateInstances", order)).Refused("MissingParameter", $"The request is missing a required parameter `{parameter}`.");
        Assert.Empty((await emulator.CallAsync("DescribeInstances")).InstanceIds);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
