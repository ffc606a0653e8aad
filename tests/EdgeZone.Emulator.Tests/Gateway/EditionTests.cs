using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>Each strict edition speaks its own contract and refuses the other's words.</summary>
public class EditionTests
{
    [Theory]
    [InlineData("CreateInstances", "Password")]
    [InlineData("CreateInstances", "SSHKey")]
    [InlineData("DescribeInstances", "PublicNetworkId")]
    [InlineData("DescribeInstances", "PrivateNetworkId")]
    [InlineData("DescribeInstanceTypes", "Limit")]
    [InlineData("DescribeZones", "FilterByAppId")]
    public async Task A_newer_parameter_is_unknown_to_the_international_one(string action, string parameter)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call(action, $$"""{"{{parameter}}":"Tencent@epm1"}""")))
            .Refused("UnknownParameter", $"The parameter `{parameter}` is not recognized.");
        (await emulator.SendAsync(new V1Call(action, (parameter, "Tencent@epm1"))))
            .Refused("UnknownParameter", $"The parameter `{parameter}` is not recognized.");
    }

    [Theory]
    [InlineData("International", false)]
    [InlineData("Union", false)]
    [InlineData("Mainland", true)]
    public async Task A_name_is_optional_on_the_mainland_only_and_then_the_id(string edition, bool optional)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}");
        var order = EmulatorApplication.Order();
        order.Remove("InstanceName");

        var answer = await emulator.CallAsync("CreateInstances", order);

        if (!optional)
        {
            answer.Refused("MissingParameter", "The request is missing a required parameter `InstanceName`.");
            return;
        }

        var instance = (await emulator.CallAsync("DescribeInstances"))["InstanceSet"]![0]!;
        Assert.Equal(Assert.Single(answer.Succeeded().InstanceIds), (string?)instance["InstanceName"]);
    }

    [Theory]
    [InlineData("International", 16)]
    [InlineData("Union", 22)]
    [InlineData("Mainland", 22)]
    public async Task An_instance_has_the_fields_of_its_edition(string edition, int fields)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}");
        await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());

        Assert.Equal(fields, (await emulator.CallAsync("DescribeInstances"))["InstanceSet"]![0]!.AsObject().Count);
    }

    [Theory]
    [InlineData("bms")]
    [InlineData("epm")]
    public async Task Instance_ids_have_the_prefix_that_is_wanted(string prefix)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Api:InstanceIdPrefix={prefix}");

        Assert.StartsWith(prefix + "-", Assert.Single((await emulator.CallAsync("CreateInstances", EmulatorApplication.Order())).InstanceIds));
    }
}
