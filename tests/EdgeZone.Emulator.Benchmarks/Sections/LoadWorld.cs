using EdgeZone.Emulator.Benchmarks.Hosts;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>
/// The world that the load calls: one zone with as many machines as a seed allows, no quota, and a private network of a /8.
/// Its instances wait for their addresses for 30 days, so nothing becomes due while it is measured, and what a round leaves behind is one
/// record for each of its calls. What follows a call in the engine is measured by <see cref="EngineSection"/>.
/// </summary>
internal static class LoadWorld
{
    private const string Seed = """
        {
          "zones": [
            { "code": "ap-guangzhou-1", "id": 100001, "name": "广州一区", "nameEn": "Guangzhou Zone 1", "region": "ap-guangzhou",
              "location": "asia_pacific_1", "locationName": "亚太1", "racks": { "BMS5.MEDIUM8": 1000000 },
              "addresses": { "staticIpv4": "100.64.0.0/10" } }
          ],
          "instanceTypes": [
            { "code": "BMS5.MEDIUM8", "family": "BM.S5", "familyName": "标准型", "cpuCores": 8, "cpuType": "6231C*2", "memoryGb": 32,
              "systemDisk": { "type": "SSD", "sizeGb": 480, "count": 2 }, "networkInterfaceType": "25G*2" }
          ],
          "images": [ { "id": "img-ubuntu-22.04", "versions": ["22.04"] } ],
          "defaultImage": "img-ubuntu-22.04",
          "account": { "zones": { "ap-guangzhou-1": { "instances": { "BMS5.MEDIUM8": 0 } } } },
          "privateNetworks": [ { "id": "net-private-001", "zone": "ap-guangzhou-1", "name": "private-001", "subnet": "10.0.0.0/8" } ],
          "publicNetworks": [ { "id": "net-public-001", "zone": "ap-guangzhou-1", "name": "public-001", "line": "BGP", "routeMode": "static" } ]
        }
        """;

    /// <summary>The emulator's arguments for this world.</summary>
    /// <param name="level">Above <c>Information</c> the line for each call is off.</param>
    public static string[] Arguments(string level)
    {
        var file = Path.Combine(Repository.Folder("http"), "seed.json");
        File.WriteAllText(file, Seed);
        return
        [
            $"--Emulator:Seed={file}",
            "--Emulator:Durations:Network=30.00:00:00",
            "--Emulator:RateLimit:Enabled=false",
            $"--Emulator:Logging:Level={level}",
        ];
    }
}
