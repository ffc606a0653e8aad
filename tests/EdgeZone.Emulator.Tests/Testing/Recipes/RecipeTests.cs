using System.Text;
using System.Text.Json;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Testing.Recipes;

public sealed class RecipeTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string OneMachine = """
        {"Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","InstanceName":"web",
         "PrivateNetworkId":"net-private-001","PublicNetworkId":"net-public-001"}
        """;

    [Fact]
    public async Task Your_code_gets_a_client_that_signs_and_needs_no_socket()
    {
        await using var sandbox = await fixture.Emulator.CreateSandboxAsync();
        using var client = sandbox.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Headers = { { "X-TC-Action", "DescribeZones" } },
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };

        using var answer = await client.SendAsync(request);

        Assert.Contains("ap-guangzhou-1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybodys_HttpClient_signs_by_a_handler()
    {
        await using var sandbox = await fixture.Emulator.CreateSandboxAsync();
        using var client = new HttpClient(new Tc3SigningHandler(sandbox.SecretId, sandbox.SecretKey) { InnerHandler = new SocketsHttpHandler() });
        client.BaseAddress = sandbox.Endpoint;
        client.DefaultRequestHeaders.Add("X-TC-Action", "DescribeZones");

        using var answer = await client.PostAsync("/", new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.Equal("DescribeZones", Assert.Single(await sandbox.Calls.ListAsync()).Action);
    }

    [Fact]
    public async Task A_client_polls_through_a_quarter_of_an_hour_in_milliseconds()
    {
        await using var sandbox = await fixture.Emulator.CreateSandboxAsync();

        await sandbox.Clock.RunUntilAsync(async () =>
        {
            await sandbox.CallAsync("CreateInstances", OneMachine);
            while (!(await sandbox.CallAsync("DescribeInstances")).ToString().Contains("running", StringComparison.Ordinal))
            {
                await Task.Delay(TimeSpan.FromSeconds(15), sandbox.TimeProvider);
            }
        });

        var polls = (await sandbox.Calls.ListAsync()).Where(call => call.Action == "DescribeInstances").ToList();
        Assert.All(polls.Zip(polls.Skip(1)), pair => Assert.Equal(TimeSpan.FromSeconds(15), pair.Second.Inside - pair.First.Inside));
        Assert.InRange(polls.Count, 45, 80);
    }

    [Fact]
    public async Task Forty_minutes_later_you_may_ask_why()
    {
        await using var sandbox = await fixture.Emulator.CreateSandboxAsync();
        await sandbox.Faults.On("CreateInstances").First().FailsAt(Phase.Image);
        await sandbox.CallAsync("CreateInstances", OneMachine);

        var moved = await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(40));

        Assert.Equal(["addressesAssigned", "instanceFailed"], moved.Events.Select(happened => happened.Kind));
        var why = await sandbox.WhyAsync(moved.Events[0].Subject);
        Assert.Equal("error", why.Status);
        Assert.Equal("CreateInstances", why.Chain[0].Call!.Action);
    }

    [Fact]
    public async Task Calls_go_wrong_one_after_the_other()
    {
        await using var sandbox = await fixture.Emulator.CreateSandboxAsync();
        await sandbox.Faults.On("DescribeZones").Throttles().Then.AnswersHttp(502, "Bad gateway").Then.Passes();
        await sandbox.Faults.On("CreateInstances").First().LosesAnswer().Required();

        Assert.Contains("RequestLimitExceeded", (await sandbox.CallAsync("DescribeZones")).ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.CallAsync("DescribeZones"));
        Assert.Equal(6, (await sandbox.CallAsync("DescribeZones")).GetProperty("TotalCount").GetInt32());

        // Carried out, and nobody was told.
        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.CallAsync("CreateInstances", OneMachine));
        Assert.Single((await sandbox.HeldAsync()).Instances);
    }

    [Fact]
    public async Task Somebody_else_takes_the_last_machine_in_between()
    {
        await using var sandbox = await fixture.Emulator.CreateSandboxAsync();
        await sandbox.Stock.SetFreeAsync("ap-guangzhou-1", "BMS5.MEDIUM8", 1);
        await sandbox.Faults.Rival().TakesMachines(1).For(TimeSpan.FromMinutes(10));

        Assert.Equal("ResourceInsufficient", CodeOf(await sandbox.CallAsync("CreateInstances", OneMachine)));

        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Null(CodeOf(await sandbox.CallAsync("CreateInstances", OneMachine)));
    }

    [Fact]
    public async Task Nothing_is_left_behind()
    {
        await using var sandbox = await fixture.Emulator.CreateSandboxAsync();
        var created = await sandbox.CallAsync("CreateInstances", OneMachine);
        var id = created.GetProperty("InstanceIdSet")[0].GetString()!;

        var left = await Assert.ThrowsAsync<VerificationException>(() => sandbox.VerifyAsync());
        Assert.Contains($"""TerminateInstances(InstanceIds: ["{id}"]) would have released it""", left.Message, StringComparison.Ordinal);

        sandbox.Keeps(id);
        await sandbox.VerifyAsync();
    }

    [Fact]
    public async Task What_was_called_can_be_claimed()
    {
        await using var sandbox = await fixture.Emulator.CreateSandboxAsync();
        await sandbox.CallAsync("DescribeZones");
        await sandbox.CallAsync("CreateInstances", OneMachine);

        await sandbox.Calls.VerifyCalledAsync("CreateInstances", Times.Once, ("InstanceName", "web"), ("Zone", "ap-*"));
        await sandbox.Calls.VerifyNeverAsync("TerminateInstances");
        await sandbox.Calls.VerifyOrderAsync("DescribeZones", "CreateInstances");
    }

    [Fact]
    public async Task A_fork_tries_what_would_have_been()
    {
        await using var sandbox = await fixture.Emulator.CreateSandboxAsync();
        await sandbox.CallAsync("CreateInstances", OneMachine);

        await using var luckless = await sandbox.ForkAsync(beforeCall: 1);
        await luckless.Faults.On("CreateInstances").First().FailsAt(Phase.Configure);
        await luckless.CallAsync("CreateInstances", OneMachine);
        await luckless.Clock.AdvanceUntilIdleAsync();
        await sandbox.Clock.AdvanceUntilIdleAsync();

        Assert.Equal("running", Assert.Single((await sandbox.HeldAsync()).Instances).Status);
        Assert.Equal("error", Assert.Single((await luckless.HeldAsync()).Instances).Status);
    }

    [Fact]
    public async Task An_emulator_elsewhere_is_used_alike()
    {
        await using var emulator = await EdgeZoneEmulator.ConnectAsync(fixture.Emulator.Endpoint);
        await using var sandbox = await emulator.CreateSandboxAsync(new SandboxOptions
        {
            Durations = new SandboxDurations { Profile = EmulatorDurations.Realistic },
        });

        await sandbox.CallAsync("CreateInstances", OneMachine);
        await sandbox.Clock.AdvanceUntilAllocatedAsync();

        Assert.Equal("running", Assert.Single((await sandbox.HeldAsync()).Instances).Status);
    }

    [Fact]
    public async Task Two_hundred_tests_at_once_never_meet()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            await using var sandbox = await fixture.Emulator.CreateSandboxAsync();
            await sandbox.Faults.On("CreateInstances").Second().FailsAt(i % 2 == 0 ? Phase.Pxe : Phase.Image);
            await sandbox.CallAsync("CreateInstances", OneMachine);
            await sandbox.CallAsync("CreateInstances", OneMachine);

            await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(20 + i));

            Assert.Equal(["running", "error"], (await sandbox.HeldAsync()).Instances.Select(instance => instance.Status));
        }));
    }

    [Fact]
    public async Task Settings_are_the_emulators()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync(options =>
        {
            options.Settings["Auth:Mode"] = "Strict";              // any setting, by its name below Emulator
            options.Edition = EmulatorEdition.Mainland;
            options.Durations = EmulatorDurations.Realistic;
            options.FrozenAt = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        });
        await using var sandbox = await emulator.CreateSandboxAsync(new SandboxOptions { Name = "mine", Chance = 7 });

        Assert.Equal("ins-", (await sandbox.CallAsync("CreateInstances", OneMachine)).GetProperty("InstanceIdSet")[0].GetString()![..4]);
    }

    private static string? CodeOf(JsonElement answer) =>
        answer.TryGetProperty("Error", out var error) ? error.GetProperty("Code").GetString() : null;
}
