using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace PackageConsumer;

public class PackageTests
{
    [Fact]
    public async Task In_memory()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        Assert.Equal(6, await CountZones(emulator.CreateClient()));
    }

    [Fact]
    public async Task On_a_socket()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        using var client = new HttpClient { BaseAddress = emulator.Endpoint };

        Assert.Equal(6, await CountZones(client));
    }

    [Fact]
    public async Task With_settings()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync(options =>
        {
            options.Edition = EmulatorEdition.Union;
            options.Durations = EmulatorDurations.Realistic;
            options.FrozenAt = DateTimeOffset.UnixEpoch;
            options.Settings["Defaults:Region"] = "ap-chengdu";
        });

        using var response = await emulator.CreateClient().SendAsync(Call("DescribeZones"));

        Assert.Contains("Region=ap-chengdu", Assert.Single(response.Headers.GetValues("X-Emulator-Assumed")));
    }

    [Fact]
    public async Task In_a_sandbox_whose_time_the_code_lives_by()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();
        await sandbox.Faults.On("DescribeZones").First().LosesAnswer().Required();
        using var client = sandbox.CreateClient();

        await sandbox.Clock.RunUntilAsync(async () =>
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => CountZones(client));
            await Task.Delay(TimeSpan.FromHours(1), sandbox.TimeProvider);
            Assert.Equal(6, await CountZones(client));
        });

        await sandbox.Calls.VerifyCalledAsync("DescribeZones", Times.Exactly(2));
        await sandbox.VerifyAsync();
    }

    [Fact]
    public async Task By_a_derived_factory()
    {
        await using var factory = new Derived();
        using var response = await factory.CreateClient().SendAsync(Call("DescribeZones"));

        Assert.Contains("Region=ap-singapore", Assert.Single(response.Headers.GetValues("X-Emulator-Assumed")));
    }

    [Fact]
    public void The_consumer_keeps_a_Program_of_its_own() => Assert.Equal(typeof(PackageTests).Assembly, typeof(Program).Assembly);

    [Theory]
    [InlineData("EdgeZone.Emulator.dll")]
    [InlineData("EdgeZone.Emulator.Domain.dll")]
    [InlineData("EdgeZone.Emulator.Testing.dll")]
    public void What_the_package_brings_is_compiled_for_no_platform(string file)
    {
        using var assembly = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, file)));

        Assert.Equal(0, assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
    }

    private static async Task<int?> CountZones(HttpClient client)
    {
        using var response = await client.SendAsync(Call("DescribeZones"));
        return (int?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["Response"]!["TotalCount"];
    }

    private static HttpRequestMessage Call(string action) => new(HttpMethod.Post, "/")
    {
        Headers = { { "X-TC-Action", action } },
        Content = new StringContent("{}", Encoding.UTF8, "application/json"),
    };

    private sealed class Derived : EdgeZoneEmulatorFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Emulator:Defaults:Region", "ap-singapore");
        }
    }
}
