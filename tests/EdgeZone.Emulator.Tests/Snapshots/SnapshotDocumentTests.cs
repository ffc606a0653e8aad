using System.Text;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Snapshots;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace EdgeZone.Emulator.Tests.Snapshots;

/// <summary>A sandbox as a document: it comes back as it was, and no document that it cannot be read from does any harm.</summary>
public class SnapshotDocumentTests
{
    [Fact]
    public async Task A_sandbox_comes_back_from_its_document_byte_for_byte()
    {
        var document = await Busy();

        var state = SnapshotDocument.Read(document);
        var restored = new EdgeCloud("default", state, new FakeTimeProvider(state.Clock.Outside));

        Assert.Equal(Text(document), Text(SnapshotDocument.Write(restored.Save())));
    }

    [Fact]
    public async Task Indented_it_says_the_same()
    {
        var state = SnapshotDocument.Read(await Busy());

        var indented = SnapshotDocument.Write(state, indented: true);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(SnapshotDocument.Write(state)), JsonNode.Parse(indented)));
        Assert.Contains("\n  \"clock\": {\n", Text(indented), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("{", "$")]
    [InlineData("""{"colour":1}""", "colour")]
    [InlineData("{}", "$")]
    public void What_is_no_snapshot_is_refused(string document, string path) =>
        Assert.Equal(path, Assert.Throws<WorldStateException>(() => SnapshotDocument.Read(Encoding.UTF8.GetBytes(document))).Path);

    /// <summary>Every member in turn is left out, made null, and replaced by each other kind of value.</summary>
    [Fact]
    public async Task A_spoilt_document_is_refused_or_gives_a_sandbox_that_works()
    {
        var document = JsonNode.Parse(await Busy())!;
        var places = Places(document).ToArray();
        Assert.True(places.Length > 300, $"{places.Length}");
        foreach (var (parent, key) in places)
        {
            foreach (var wrong in new[] { null, "null", "-1", "\"x\"", "{}", "[null]" })
            {
                var spoilt = JsonNode.Parse(document.ToJsonString())!;
                Spoil(Follow(spoilt, parent), key, wrong);
                Try(Encoding.UTF8.GetBytes(spoilt.ToJsonString()), $"{parent}/{key} = {wrong}");
            }
        }
    }

    [Theory]
    [InlineData("-00:00:01")]
    [InlineData("soon")]
    [InlineData(null)]
    public async Task A_span_per_describe_call_that_makes_no_sense_is_refused_by_its_place(string? span)
    {
        var document = JsonNode.Parse(await Busy())!;
        Assert.Equal("00:00:00.2500000", (string?)document["clock"]!["perDescribe"]);
        document["clock"]!["perDescribe"] = span;

        var refusal = Assert.Throws<WorldStateException>(() =>
            new EdgeCloud("default", SnapshotDocument.Read(Encoding.UTF8.GetBytes(document.ToJsonString())), TimeProvider.System));

        Assert.Equal("clock.perDescribe", refusal.Path);
    }

    [Theory]
    [InlineData("/privateNetworks/0", "id", "privateNetworks[0].id")]
    [InlineData("/pending/0", "instanceId", "pending[0].instanceId")]
    [InlineData("/seed/racks/0", "zone", "seed.racks[0].zone")]
    public async Task An_empty_id_or_code_is_refused_by_its_place(string parent, string key, string place)
    {
        var document = JsonNode.Parse(await Busy())!;
        Spoil(Follow(document, parent), key, "\"\"");

        var refusal = Assert.Throws<WorldStateException>(() => SnapshotDocument.Read(Encoding.UTF8.GetBytes(document.ToJsonString())));

        Assert.Equal(place, refusal.Path);
        Assert.Equal("The value is not of the kind that belongs here.", refusal.Message);
    }

    [Theory]
    [InlineData("/seed/racks/0", "instanceType", "seed.racks[0].instanceType", "It names the instance type 'x', which the seed does not define.")]
    [InlineData("/seed/publicNetworks/0/order", "zone", "seed.publicNetworks[0].order.zone", "It names the zone 'x', which the seed does not define.")]
    [InlineData("/seed", "defaultImageId", "seed.defaultImageId", "It names the image 'x', which the seed does not define.")]
    public async Task A_seed_that_contradicts_itself_is_refused_by_its_place(string parent, string key, string place, string why)
    {
        var document = JsonNode.Parse(await Busy())!;
        Spoil(Follow(document, parent), key, "\"x\"");

        var refusal = Assert.Throws<WorldStateException>(() => SnapshotDocument.Read(Encoding.UTF8.GetBytes(document.ToJsonString())));

        Assert.Equal((place, why), (refusal.Path, refusal.Message));
    }

    private static void Try(byte[] document, string what)
    {
        try
        {
            var restored = new EdgeCloud("default", SnapshotDocument.Read(document), TimeProvider.System);
            Assert.NotEmpty(SnapshotDocument.Write(restored.Save()));
        }
        catch (WorldStateException refusal)
        {
            Assert.True(refusal.Path.Length > 0 && refusal.Message.Length > 0, what);
            Assert.DoesNotContain("EdgeZone.", refusal.Message, StringComparison.Ordinal);
        }
        catch (Exception e)
        {
            Assert.Fail($"{what}: {e}");
        }
    }

    private static async Task<byte[]> Busy()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast");
        await emulator.GivenInstancesAsync(2, ipv6: true);
        emulator.FinishWork();
        var ids = await emulator.GivenInstancesAsync(1);
        emulator.FinishWork();
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{ids[0]}}"]}""")).Succeeded();
        await emulator.GivenInstancesAsync(1);
        var network = await emulator.Alice.GivenPublicNetworkAsync();
        await emulator.Alice.GivenAddressesAsync(network, 2);
        await emulator.Alice.GivenPrivateNetworkAsync();
        await emulator.Sandbox.ChangeClockAsync(new ClockChange { PerDescribe = TimeSpan.FromMilliseconds(250) });
        return SnapshotDocument.Write(emulator.Cloud().Save());
    }

    private static IEnumerable<(string Parent, string Key)> Places(JsonNode node, string path = "")
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => (member.Key, member.Value)),
            JsonArray items => items.Take(2).Select((item, i) => ($"{i}", item)),
            _ => [],
        };
        foreach (var (key, value) in children)
        {
            yield return (path, key);
            if (value is not null && !(path.StartsWith("/seed/zones", StringComparison.Ordinal) && key != "0"))
            {
                foreach (var place in Places(value, $"{path}/{key}"))
                {
                    yield return place;
                }
            }
        }
    }

    private static JsonNode Follow(JsonNode node, string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(
            node, (current, key) => current is JsonArray items ? items[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]! : current[key]!);

    private static void Spoil(JsonNode parent, string key, string? value)
    {
        if (parent is JsonArray items)
        {
            var index = int.Parse(key, System.Globalization.CultureInfo.InvariantCulture);
            if (value is null)
            {
                items.RemoveAt(index);
            }
            else
            {
                items[index] = JsonNode.Parse(value);
            }
        }
        else if (value is null)
        {
            parent.AsObject().Remove(key);
        }
        else
        {
            parent[key] = JsonNode.Parse(value);
        }
    }

    private static string Text(byte[] document) => Encoding.UTF8.GetString(document);
}
