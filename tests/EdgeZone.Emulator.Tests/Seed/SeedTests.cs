using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Tests.Seed;

/// <summary>A bad seed stops the start, and says where it is wrong.</summary>
public class SeedTests
{
    private const string Network =
        """{ "id": "net-public-001", "zone": "ap-guangzhou-1", "name": "public-001", "line": "BGP", "routeMode": "bgp", "bandwidth": 100 }""";
    private const string Subnet = "\"subnet\": \"10.0.0.0/24\"";
    private const string Quota = "\"BMG.H20X8\": 1 }, \"ipv4\": 64, \"ipv6\": 64";

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "\"code\": \"ap-guangzhou-1\"", "\"code\": 5", "$.zones[0].code", "is not a text of at least one character" },
        { "\"code\": \"ap-guangzhou-1\"", "\"code\": \"\"", "$.zones[0].code", "is not a text of at least one character" },
        { "\"code\": \"ap-guangzhou-1\"", "\"code\": \"\\ud800\"", "$.zones[0].code", "is not a text of at least one character" },
        { "\"code\": \"ap-guangzhou-2\"", "\"code\": \" \\t\\u3000\"", "$.zones[1].code", "is blank" },
        { "\"code\": \"ap-guangzhou-2\"", "\"code\": \"a\\nb\"", "$.zones[1].code", @"is 'a\u000ab', which has a control character" },
        { "\"code\": \"BMS5.LARGE16\"", "\"code\": \" \"", "$.instanceTypes[1].code", "is blank" },
        { "\"code\": \"BMS5.LARGE16\"", "\"code\": \"a\\u2028\"", "$.instanceTypes[1].code", @"is 'a\u2028', which has a control character" },
        { "\"id\": \"img-centos-7.9\"", "\"id\": \" \"", "$.images[0].id", "is blank" },
        { "\"id\": \"img-centos-7.9\"", "\"id\": \"\\u001b[2J\"", "$.images[0].id", @"is '\u001b[2J', which has a control character" },
        { "[\"7.9.2009\"]", "[\" \"]", "$.images[0].versions[0]", "is blank" },
        { "\"id\": \"net-private-001\"", "\"id\": \" \"", "$.privateNetworks[0].id", "is blank" },
        { "\"id\": \"net-private-001\"", "\"id\": \"a\\u007f\"", "$.privateNetworks[0].id", @"is 'a\u007f', which has a control character" },
        { "\"id\": \"net-public-001\"", "\"id\": \" \"", "$.publicNetworks[0].id", "is blank" },
        { "\"id\": \"net-public-001\"", "\"id\": \"a\\u0085\"", "$.publicNetworks[0].id", @"is 'a\u0085', which has a control character" },
        { "\"code\": \"ap-guangzhou-2\"", "\"code\": \"ap-guangzhou-1\"", "$.zones[1].code", "is 'ap-guangzhou-1' for the second time" },
        { "\"id\": 100001", "\"id\": -1", "$.zones[0].id", "is not a whole number from 1 to 9,223,372,036,854,775,807" },
        { "\"id\": 100002", "\"id\": 100001", "$.zones[1].id", "is '100001' for the second time" },
        { "\"region\": \"ap-guangzhou\"", "\"region\": \"nowhere\"", "$.zones[0].region", "is 'nowhere', not a region such as ap-guangzhou" },
        { "\"zones\": [", "\"zones\": [ null,", "$.zones[0]", "is not an object" },
        { "\"images\": [", "\"images\": [ null,", "$.images[0]", "is not an object" },
        { "\"privateNetworks\": [", "\"privateNetworks\": [ null,", "$.privateNetworks[0]", "is not an object" },
        { "[\"7.9.2009\"]", "[null]", "$.images[0].versions[0]", "is not a text of at least one character" },
        { "[\"7.9.2009\"]", "[\"7.9\", \"7.9\"]", "$.images[0].versions[1]", "is '7.9' for the second time" },
        {
            "\"BMS5.MEDIUM8\": 16", "\"BMS5.MEDIUM8\": -1", "$.zones[0].racks['BMS5.MEDIUM8']",
            "is not a whole number from 0 to 1,000,000, the most that Emulator:Sandboxes:Machines allows"
        },
        { "\"BMS5.MEDIUM8\": 16", "\"BMS5.TINY\": 16", "$.zones[0].racks['BMS5.TINY']", "names the instance type 'BMS5.TINY', which the seed does not define" },
        { "\"BMS5.MEDIUM8\": 16", "\"BMS5.MEDIUM8\": 16, \"BMS5.MEDIUM8\": 17", "$.zones[0].racks['BMS5.MEDIUM8']", "is there twice" },
        { "\"id\": 100001", "\"id\": 100001, \"Id\": 100001", "$.zones[0].Id", "is there twice" },
        { "\"images\": [", "\"pictures\": [], \"images\": [", "$.pictures", "is unknown; there are zones, instanceTypes, images, defaultImage, " },
        { "\"images\": [", "\"pictures\": [", "$.images", "is missing" },
        { "203.0.113.0/24", "203.0.113.1/24", "$.zones[0].addresses.staticIpv4", "is '203.0.113.1/24', not an IPv4 subnet without host bits" },
        { "2001:db8:0::/64", "203.0.112.0/24", "$.zones[0].addresses.staticIpv6", "is '203.0.112.0/24', not an IPv6 subnet without host bits" },
        { "198.18.1.0/24", "203.0.113.128/25", "$.zones[1].addresses.staticIpv4", "is '203.0.113.128/25', which overlaps '203.0.113.0/24'" },
        { "203.0.113.0/24", "198.0.0.0/8", "$.zones[1].addresses.staticIpv4", "is '198.18.1.0/24', which overlaps '198.0.0.0/8'" },
        { "198.19.4.0/22", "198.18.1.0/24", "$.zones[1].addresses.dynamicIpv4", "is '198.18.1.0/24', which overlaps '198.18.1.0/24'" },
        {
            "\"dynamicIpv4\": \"198.19.0.0/22\", ", "", "$.publicNetworks[0]",
            "gets no range from the dynamic blocks of its zone: Zone ap-guangzhou-1 has no available /26 range"
        },
        {
            "198.19.0.0/22", "198.19.0.0/27", "$.publicNetworks[0]",
            "gets no range from the dynamic blocks of its zone: Zone ap-guangzhou-1 has no available /26 range"
        },
        {
            "2001:db8:0:1::/64", "2001:db8:0:1::/97", "$.publicNetworks[0]",
            "gets no range from the dynamic blocks of its zone: Zone ap-guangzhou-1 has no available /96 range"
        },
        { "\"cpuCores\": 8", "\"cpuCores\": -8", "$.instanceTypes[0].cpuCores", "is not a whole number from 1 to 2,147,483,647" },
        { "\"cpuCores\": 8", "\"cpuCores\": \"8\"", "$.instanceTypes[0].cpuCores", "is not a whole number from 1 to 2,147,483,647" },
        {
            "\"sizeGb\": 480, \"count\": 2 }", "\"sizeGb\": 0, \"count\": 2 }", "$.instanceTypes[0].systemDisk.sizeGb",
            "is not a whole number from 1 to 2,147,483,647"
        },
        {
            "\"defaultImage\": \"img-centos-7.9\"", "\"defaultImage\": \"img-none\"", "$.defaultImage",
            "names the image 'img-none', which the seed does not define"
        },
        {
            Quota, "\"BMG.H20X8\": -1 }, \"ipv4\": 64", "$.account.zones['ap-guangzhou-1'].instances['BMG.H20X8']",
            "is not a whole number from 0 to 4,294,967,295"
        },
        { Quota, "\"BMG.H20X8\": 1 }, \"ipv4\": -1", "$.account.zones['ap-guangzhou-1'].ipv4", "is not a whole number from 0 to 2,147,483,647" },
        {
            Quota, "\"BMG.H20X8\": 1 }, \"ipv4\": 129", "$.publicNetworks[0]",
            "gets no range from the dynamic blocks of its zone: IPv4 quota 129 in zone ap-guangzhou-1 is not between 1 and 128"
        },
        {
            "\"ap-guangzhou-2\": { \"instances\"", "\"ap-nowhere-2\": { \"instances\"", "$.account.zones['ap-nowhere-2']",
            "names the zone 'ap-nowhere-2', which the seed does not define"
        },
        {
            "\"zone\": \"ap-guangzhou-1\", \"name\": \"private-001\"", "\"zone\": \"nowhere\", \"name\": \"x\"", "$.privateNetworks[0].zone",
            "names the zone 'nowhere', which the seed does not define"
        },
        { Subnet, "\"subnet\": \"10.0.0.0\"", "$.privateNetworks[0].subnet", "is '10.0.0.0', not an IPv4 subnet without host bits" },
        {
            Subnet, "\"subnet\": \"8.8.8.0/24\"", "$.privateNetworks[0].subnet",
            "is '8.8.8.0/24': the network is not within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16"
        },
        { Subnet, "\"subnet\": \"10.0.0.1/32\"", "$.privateNetworks[0].subnet", "is '10.0.0.1/32': the mask within 10.0.0.0/8 is between 8 and 28" },
        { "\"id\": \"net-private-001\"", "\"id\": \"\"", "$.privateNetworks[0].id", "is not a text of at least one character" },
        { "\"line\": \"BGP\"", "\"line\": \"a line of more than thirty-two characters\"", "$.publicNetworks[0].line", "is not a text of 1 to 32 characters" },
        { "\"name\": \"private-001\"", $"\"name\": \"{new string('n', 61)}\"", "$.privateNetworks[0].name", "is not a text of 1 to 60 characters" },
        { "\"routeMode\": \"bgp\"", "\"routeMode\": \"rip\"", "$.publicNetworks[0].routeMode", "is 'rip', not one of static, bgp, ospf" },
        {
            "\"routeMode\": \"bgp\"", "\"routeMode\": \"bgp\", \"ips\": [\"203.0.113.9\"]", "$.publicNetworks[0].ips[0]",
            "is '203.0.113.9', but only a static network has addresses that were applied for"
        },
        { "\"bandwidth\": 100", "\"bandwidth\": 0", "$.publicNetworks[0].bandwidth", "is not a whole number from 1 to 9,223,372,036,854,775,807" },
        { Network, $"{Network}, {Network}", "$.publicNetworks[1].id", "is 'net-public-001' for the second time" },
        { Network, Static("203.0.113.300"), "$.publicNetworks[0].ips[0]", "is '203.0.113.300', not an address" },
        { Network, Static("203.0.113.9\", \"203.0.113.9"), "$.publicNetworks[0].ips[1]", "is '203.0.113.9', which is there for the second time" },
        { Network, Static("198.18.1.9"), "$.publicNetworks[0].ips[0]", "is '198.18.1.9', which the static block of its zone does not have to give" },
        { Network, Static("203.0.113.1"), "$.publicNetworks[0].ips[0]", "is '203.0.113.1', which the static block of its zone does not have to give" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_with_its_path(string good, string bad, string path, string what)
    {
        var refusal = Assert.Throws<SettingsException>(() => SeedText.Load(SeedText.With(good, bad)));

        Assert.Contains($": The value at {path} {what}", refusal.Message);
    }

    [Fact]
    public void More_addresses_than_the_quota_are_refused()
    {
        var ips = string.Join("\", \"", Enumerable.Range(2, 65).Select(host => $"203.0.113.{host}"));

        var refusal = Assert.Throws<SettingsException>(() => SeedText.Load(SeedText.With(Network, Static(ips))));

        Assert.EndsWith(
            "The value at $.publicNetworks[0].ips[64] is '203.0.113.66', one more than the account's quota of IPv4 addresses there.", refusal.Message);
    }

    [Fact]
    public void A_static_network_may_begin_with_addresses() => SeedText.Load(
        SeedText.With(Network, Static("203.0.113.9\", \"2001:db8:0::9")),
        seed => Assert.Equal(RouteMode.Static, Assert.Single(seed.PublicNetworks).Order.RouteMode));

    private static string Static(string ips) =>
        $$"""{ "id": "net-public-001", "zone": "ap-guangzhou-1", "name": "public-001", "line": "BGP", "routeMode": "static", "ips": ["{{ips}}"] }""";
}
