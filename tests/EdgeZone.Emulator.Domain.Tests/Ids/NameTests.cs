using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Tests.Ids;

public class NameTests
{
    [Fact]
    public void A_code_or_an_id_is_its_text_and_equal_to_every_other_of_the_same_characters()
    {
        Assert.Equal("ap-guangzhou-1", new ZoneCode("ap-guangzhou-1").ToString());
        Assert.Equal(new InstanceId("ins-0000000a"), InstanceId.Of("ins-0000000a"));
        Assert.Equal(new NetworkId("net-1").GetHashCode(), NetworkId.Of("net-1").GetHashCode());
        Assert.NotEqual(new InstanceId("ins-0000000a"), new InstanceId("ins-0000000A"));
        Assert.NotEqual(new ZoneCode("strasse"), new ZoneCode("straße"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void None_is_made_of_nothing(string? nothing)
    {
        Assert.ThrowsAny<ArgumentException>(() => new ZoneCode(nothing!));
        Assert.ThrowsAny<ArgumentException>(() => new InstanceId(nothing!));
        Assert.ThrowsAny<ArgumentException>(() => new NetworkId(nothing!));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("no such thing")]
    [InlineData("\0")]
    [InlineData("区")]
    public void Whatever_a_caller_sends_names_something(string text)
    {
        Assert.Equal(text, ZoneCode.Of(text).ToString());
        Assert.Equal(text, InstanceId.Of(text).ToString());
        Assert.Equal(text, NetworkId.Of(text).ToString());
    }

    [Fact]
    public void An_empty_text_names_nothing_there_is()
    {
        var world = new World();
        world.Create();

        Assert.Equal((ZoneCode.None, InstanceId.None, NetworkId.None), (ZoneCode.Of(""), InstanceId.Of(""), NetworkId.Of("")));
        Assert.Equal(("", "", ""), ($"{ZoneCode.None}", $"{InstanceId.None}", $"{NetworkId.None}"));
        Assert.Null(world.Instance(InstanceId.None));
        var refusal = World.Refused("ResourceNotFound.Instance", () => world.Cloud.TerminateInstances(World.Alice, [InstanceId.None]));
        Assert.Equal("Instance  does not exist", refusal.Message);
        World.Refused("ResourceNotFound.PrivateInstanceNotFound", () => world.Cloud.DeletePrivateNetworkInstance(World.Alice, NetworkId.None));
        World.Refused("ResourceNotFound.Zone", () => world.Cloud.CreateEdgeNodeService(World.Alice, ZoneCode.None));
    }
}
