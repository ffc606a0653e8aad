using System.Text;
using EdgeZone.Emulator.Benchmarks.Hosts;
using EdgeZone.Emulator.Benchmarks.Wire;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>
/// The world that the load calls: one zone with as many machines as are called for, no quota, a private network of a /8, and a static public
/// network with an address for every instance. Life goes on in it while it is measured: durations are those of the profile <c>Fast</c>, so
/// addresses are assigned, systems installed and disks wiped under the calls.
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
          "account": { "zones": { "ap-guangzhou-1": { "instances": { "BMS5.MEDIUM8": 0 }, "ipv4": 4000000 } } },
          "privateNetworks": [ { "id": "net-private-001", "zone": "ap-guangzhou-1", "name": "private-001", "subnet": "10.0.0.0/8" } ],
          "publicNetworks": [ { "id": "net-public-001", "zone": "ap-guangzhou-1", "name": "public-001", "line": "BGP", "routeMode": "static" } ]
        }
        """;

    /// <summary>How many instances there are when a round begins: a page for DescribeInstances.</summary>
    public const int Instances = 20;

    // More than a round creates instances.
    private const int Addresses = 250_000;

    /// <summary>Each round finds the same world: what the one before left behind is neither kept nor in the way of the stock.</summary>
    public static void BeginAnew(HttpClient control, RunningHost emulator)
    {
        using var reset = control.Send(new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{emulator.Port}/_emulator/reset"));
        reset.EnsureSuccessStatusCode();
        using var connection = new RawConnection(emulator.Port);
        connection.Call(SignedCall.CreateInstances(Instances));
        ApplyFor(emulator, Addresses);
    }

    /// <summary>Sets up more machines than a seed may have.</summary>
    public static void SetStock(RunningHost emulator, int machines)
    {
        using var control = new HttpClient();
        using var body = new StringContent($$"""{"free":{{machines}}}""", Encoding.UTF8, "application/json");
        var path = "_emulator/sandboxes/default/zones/ap-guangzhou-1/types/BMS5.MEDIUM8";
        using var request = new HttpRequestMessage(HttpMethod.Put, $"http://127.0.0.1:{emulator.Port}/{path}");
        request.Content = body;
        using var answer = control.Send(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Applies for public addresses until there are so many more; an instance that gets none fails.</summary>
    public static void ApplyFor(RunningHost emulator, int addresses)
    {
        using var connection = new RawConnection(emulator.Port);
        for (var applied = 0; applied < addresses; applied += SignedCall.AddressesAtOnce)
        {
            var answer = connection.Call(SignedCall.ApplyPublicIps());
            if (answer.AsSpan().IndexOf("IpList"u8) < 0)
            {
                throw new InvalidOperationException($"No addresses were given: {Encoding.UTF8.GetString(answer)}");
            }
        }
    }

    /// <summary>The emulator's arguments for this world.</summary>
    /// <param name="level">Above <c>Information</c> the line for each call is off.</param>
    public static string[] Arguments(string level)
    {
        var file = Path.Combine(Repository.Folder("http"), "seed.json");
        File.WriteAllText(file, Seed);
        return
        [
            $"--Emulator:Seed={file}",
            "--Emulator:Sandboxes:Machines=3000000",
            "--Emulator:RateLimit:Enabled=false",
            $"--Emulator:Logging:Level={level}",
        ];
    }
}
