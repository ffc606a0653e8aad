using System.Text.Json.Nodes;

namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>What tests need to exist before they begin, in the words of the API.</summary>
internal static class Arrangements
{
    /// <summary>Instances in the seeded zone; they run at the next look when durations are instant.</summary>
    public static async Task<string[]> GivenInstancesAsync(
        this EmulatorApplication emulator, int count = 1, string name = "web", bool ipv6 = false, string publicNetwork = Seeded.PublicNetwork)
    {
        var answer = await emulator.CallAsync("CreateInstances", $$"""
            {
              "Zone": "{{Seeded.Zone}}", "InstanceType": "BMS5.MEDIUM8", "InstanceName": "{{name}}", "InstanceCount": {{count}},
              "PrivateNetworkId": "{{Seeded.PrivateNetwork}}", "PublicNetworkId": "{{publicNetwork}}", "EnableIpv6": {{(ipv6 ? "true" : "false")}}
            }
            """);
        return answer.Succeeded().Texts("InstanceIdSet");
    }

    public static async Task<string> GivenInstanceAsync(this EmulatorApplication emulator, string name = "web", string publicNetwork = Seeded.PublicNetwork) =>
        Assert.Single(await emulator.GivenInstancesAsync(1, name, publicNetwork: publicNetwork));

    public static async Task<string> GivenPrivateNetworkAsync(
        this TestCaller caller, string zone = Seeded.OtherZone, string name = "private", string network = "10.1.0.0", int mask = 24)
    {
        var answer = await caller.CallAsync(
            "CreatePrivateNetworkInstance", $$"""{"NetworkInstanceName":"{{name}}","ZoneId":"{{zone}}","Network":"{{network}}","Mask":{{mask}}}""");
        return answer.Succeeded().Text("NetworkInstanceId");
    }

    public static async Task<string> GivenPublicNetworkAsync(
        this TestCaller caller, string mode = "static", string zone = Seeded.OtherZone, string name = "public")
    {
        var answer = await caller.CallAsync(
            "CreatePublicNetworkInstance", $$"""{"ZoneId":"{{zone}}","NetworkInstanceName":"{{name}}","Line":"BGP","RouteMode":"{{mode}}"}""");
        return answer.Succeeded().Text("NetworkInstanceId");
    }

    /// <summary>A static network in the seeded zone, where instances can be, in the place of the seeded dynamic one.</summary>
    public static async Task<string> GivenStaticNetworkAsync(this EmulatorApplication emulator)
    {
        (await emulator.CallAsync("DeletePublicNetworkInstance", $$"""{"NetworkInstanceId":"{{Seeded.PublicNetwork}}"}""")).Succeeded();
        return await emulator.Alice.GivenPublicNetworkAsync(zone: Seeded.Zone);
    }

    public static async Task<string[]> GivenAddressesAsync(this TestCaller caller, string network, int count = 1, string type = "ipv4")
    {
        var answer = await caller.CallAsync("ApplyPublicIps", $$"""{"NetworkInstanceId":"{{network}}","Count":{{count}},"Type":"{{type}}"}""");
        return answer.Succeeded().Texts("IpList");
    }

    /// <summary>The one row of an instance.</summary>
    public static async Task<JsonNode> InstanceAsync(this EmulatorApplication emulator, string id) =>
        Assert.Single((await emulator.CallAsync("DescribeInstances", $$"""{"InstanceIds":["{{id}}"]}""")).Rows("InstanceSet"));

    /// <summary>A list of texts as JSON.</summary>
    public static string List(params IEnumerable<string> items) => $"[{string.Join(",", items.Select(item => $"\"{item}\""))}]";
}
