using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.Instances;

/// <summary>https://www.tencentcloud.com/document/api/1230/79075</summary>
public class ModifyInstanceAttributeTests
{
    [Fact]
    public async Task Neither_a_name_nor_an_address_is_refused()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var id = await emulator.GivenInstanceAsync();

        (await Modify(emulator.Alice, id)).Refused("InvalidParameter");
        (await Modify(emulator.Alice, id, "\"IpType\":\"ipv4\"")).Refused("InvalidParameter");
    }

    [Fact]
    public async Task Sixty_characters_make_a_name_however_many_bytes_they_take()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var id = await emulator.GivenInstanceAsync();
        var longest = string.Concat(Enumerable.Repeat("𠀀", 60));

        (await Modify(emulator.Alice, id, $"\"InstanceName\":\"{longest}\"")).Succeeded();
        var tooLong = await Modify(emulator.Alice, id, $"\"InstanceName\":\"{longest}x\"");
        var empty = await Modify(emulator.Alice, id, "\"InstanceName\":\"\"");

        tooLong.Refused("InvalidParameter");
        empty.Refused("InvalidParameter");
        Assert.Equal(longest, await Read(emulator, id, "InstanceName"));
    }

    [Fact]
    public async Task A_name_and_an_address_change_together()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var id = await emulator.GivenInstanceAsync();

        (await Modify(emulator.Alice, id, "\"InstanceName\":\"new\"", "\"NewPublicIp\":\"198.19.0.20\"")).Succeeded();

        Assert.Equal("new", await Read(emulator, id, "InstanceName"));
        Assert.Equal("198.19.0.20", await Read(emulator, id, "PublicIp"));
    }

    [Fact]
    public async Task An_instance_without_IPv6_is_given_no_address_of_it()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var id = await emulator.GivenInstanceAsync();

        var answer = await Modify(emulator.Alice, id, "\"NewPublicIp\":\"2001:db8:0:1::20\"", "\"IpType\":\"ipv6\"");

        Assert.Equal(
            $"The value `ipv6` of parameter `IpType` is invalid: instance {id} was ordered without IPv6.", answer.Refused("InvalidParameter").Message);
        Assert.Equal("", await Read(emulator, id, "PublicIpV6"));
    }

    [Fact]
    public async Task The_type_of_an_address_may_be_written_in_any_case_and_is_ipv4_unless_told()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var id = await emulator.GivenInstanceAsync();

        (await Modify(emulator.Alice, id, "\"NewPublicIp\":\"198.19.0.20\"", "\"IpType\":\"IPv4\"")).Succeeded();
        (await Modify(emulator.Alice, id, "\"NewPublicIp\":\"198.19.0.21\"")).Succeeded();
        (await Modify(emulator.Alice, id, "\"NewPublicIp\":\"198.19.0.22\"", "\"IpType\":\"v4\"")).Refused("InvalidParameter");

        Assert.Equal("198.19.0.21", await Read(emulator, id, "PublicIp"));
    }

    [Fact]
    public async Task An_IPv6_address_changes_without_the_IPv4_one()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var id = Assert.Single(await emulator.GivenInstancesAsync(ipv6: true));
        var (ipv4, ipv6) = (await Read(emulator, id, "PublicIp"), await Read(emulator, id, "PublicIpV6"));
        var next = ipv6[..ipv6.LastIndexOf(':')] + ":abcd";

        (await Modify(emulator.Alice, id, $"\"NewPublicIp\":\"{next}\"", "\"IpType\":\"ipv6\"")).Succeeded();

        Assert.Equal(next, await Read(emulator, id, "PublicIpV6"));
        Assert.Equal(ipv4, await Read(emulator, id, "PublicIp"));
    }

    [Fact]
    public async Task Another_accounts_instance_does_not_exist()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var id = await emulator.GivenInstanceAsync();

        (await Modify(emulator.Bob, id, "\"InstanceName\":\"mine\"")).Refused("ResourceNotFound.Instance");
    }

    private static async Task<string> Read(EmulatorApplication emulator, string id, string member) =>
        (await emulator.InstanceAsync(id)).Text(member)!;

    private static Task<Answer> Modify(TestCaller caller, string id, params string[] members) =>
        caller.CallAsync("ModifyInstanceAttribute", $"{{{string.Join(',', members.Prepend($"\"InstanceId\":\"{id}\""))}}}");
}
