using System.Text.Json.Nodes;
using EdgeZone.Emulator.Seed;
using EdgeZone.Emulator.Settings;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Tests.Hosting;

namespace EdgeZone.Emulator.Tests.Seed;

/// <summary>What may stand in the file of a seed besides values, and what is no such file.</summary>
public class SeedFileTests
{
    [Fact]
    public void Comments_and_trailing_commas_are_read() => SeedText.Load(
        SeedText.With("\"zones\": [", "// ours\n\"zones\": [").Replace("\"bandwidth\": 100 }", "\"bandwidth\": 100, },", StringComparison.Ordinal));

    [Fact]
    public void Networks_may_be_absent()
    {
        var seed = JsonNode.Parse(SeedText.BuiltIn)!.AsObject();
        seed.Remove("privateNetworks");
        seed.Remove("publicNetworks");

        SeedText.Load(seed.ToJsonString(), world =>
        {
            Assert.Empty(world.PrivateNetworks);
            Assert.Empty(world.PublicNetworks);
        });
    }

    [Theory]
    [InlineData("", "It is empty.")]
    [InlineData("{", "It is no JSON, at line 1, byte 2: ")]
    [InlineData("{\n  zones", "It is no JSON, at line 2, byte 3: 'z' is an invalid start of a property name.")]
    [InlineData("\0", "It is no JSON, at line 1, byte 1: ")]
    [InlineData("[]", "The value at $ is not an object.")]
    [InlineData("null", "The value at $ is not an object.")]
    [InlineData("{}", "The value at $.zones is missing.")]
    public void What_is_no_seed_at_all_is_refused(string file, string what)
    {
        var refusal = Assert.Throws<SettingsException>(() => SeedText.Load(file));

        Assert.Contains($": {what}", refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void More_machines_than_the_setting_allows_are_refused() => Assert.Equal(
        "Emulator:Seed: seed/default.json: The value at $.zones[0].racks['BMS5.MEDIUM8'] is not a whole number from 0 to 10, the most that "
            + "Emulator:Sandboxes:Machines allows.",
        Assert.Throws<SettingsException>(() => SeedLoader.Load(new EmulatorSettings { Sandboxes = { Machines = 10 } })).Message);

    [Fact]
    public void A_file_without_end_is_refused()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using (var file = File.Create(path))
            {
                file.SetLength(SeedLoader.LargestFile + 1);
            }

            Assert.Equal(
                $"Emulator:Seed: {path}: It is larger than 64 MiB.",
                Assert.Throws<SettingsException>(() => SeedLoader.Load(new EmulatorSettings { Seed = path })).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_a_terminal_would_obey_is_escaped()
    {
        var refusal = Assert.Throws<SettingsException>(
            () => SeedText.Load(SeedText.With("\"code\": \"ap-guangzhou-2\"", "\"code\": \"a\\u001b[2J\\n\\u2028b\", \"c\\nd\": 1")));

        Assert.EndsWith(
            "The value at $.zones[1].c\\u000ad is unknown; there are code, id, name, nameEn, region, location, locationName, racks, addresses.",
            refusal.Message);
    }

    [Theory]
    [InlineData("/no/such/seed.json", "There is no such file.")]
    [InlineData("/", "It is a directory, not a file.")]
    public async Task A_file_that_cannot_be_read_is_named(string path, string why)
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => EdgeZoneEmulator.StartAsync(options => options.Settings["Seed"] = path));

        Assert.Equal($"Emulator:Seed: {path}: {why}", refusal.Message);
    }

    [Fact]
    public async Task The_process_ends_with_one_line_that_names_file_and_value()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await File.WriteAllTextAsync(path, SeedText.With("\"BMS5.MEDIUM8\": 16", "\"BMS5.MEDIUM8\": 2147483648"));

            var run = await EmulatorRun.OfAsync([$"--Emulator:Seed={path}", "--urls=http://127.0.0.1:0"]);

            Assert.Equal(
                $"EdgeZone.Emulator: Emulator:Seed: {path}: The value at $.zones[0].racks['BMS5.MEDIUM8'] is not a whole number from 0 to 1,000,000, the "
                    + "most that Emulator:Sandboxes:Machines allows.",
                run.Refusal(78));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
