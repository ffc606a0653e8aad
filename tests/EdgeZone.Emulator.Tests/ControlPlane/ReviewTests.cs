using System.Net;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Testing;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

/// <summary>A reviewer says what a green test has not proved.</summary>
public class ReviewTests
{
    private const string Look = """{"InstanceName":"mine","Limit":100}""";

    private const string Two =
        """
        {"Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","InstanceName":"mine","InstanceCount":2,
         "PrivateNetworkId":"net-private-001","PublicNetworkId":"net-public-001"}
        """;

    [Fact]
    public async Task A_client_that_does_everything_right_is_told_only_what_stands_in_no_document()
    {
        var review = await ReviewAsync(async (client, _) =>
        {
            var id = await client.OrderAsync();
            await client.CallAsync("DescribeInstances", Look);
            await client.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{id}}"]}""");
        });

        Assert.Equal(3, review.Calls);
        Assert.False(review.Truncated);
        Assert.All(review.Remarks, remark => Assert.Equal("unproven", remark.Kind));
        Assert.All(review.Remarks, remark => Assert.NotNull(remark.Fidelity));
        var wipe = Assert.Single(review.Remarks, remark => remark.Fidelity == "TerminateInstances.6");
        Assert.Equal(
            "TerminateInstances: A static address is unbound and stays applied for. That is inferred: the test has not proved it of the real service.",
            wipe.Text);
    }

    [Fact]
    public async Task An_order_repeated_after_its_answer_was_lost_is_noticed_unless_somebody_looked()
    {
        var blind = await ReviewAsync(async (client, sandbox) =>
        {
            await sandbox.Faults.On("CreateInstances").First().LosesAnswer();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.CallAsync("CreateInstances", ApiClient.Order));
            await client.CallAsync("CreateInstances", ApiClient.Order);
        });
        var careful = await ReviewAsync(async (client, sandbox) =>
        {
            await sandbox.Faults.On("CreateInstances").First().LosesAnswer();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.CallAsync("CreateInstances", ApiClient.Order));
            await client.CallAsync("DescribeInstances", Look);
            await client.CallAsync("CreateInstances", ApiClient.Order);
        });

        Assert.Equal([2, 3], Only(blind, "blindRepeat").Calls);
        Assert.DoesNotContain(careful.Remarks, remark => remark.Kind == "blindRepeat");
    }

    [Fact]
    public async Task Retries_without_a_pause_and_without_an_end_are_noticed()
    {
        var hasty = await ReviewAsync(async (client, sandbox) =>
        {
            await sandbox.Faults.On("DescribeInstances").Times(6).Throttles();
            for (var attempt = 0; attempt < 7; attempt++)
            {
                await client.CallAsync("DescribeInstances", Look);
            }
        });
        var patient = await ReviewAsync(async (client, sandbox) =>
        {
            await sandbox.Faults.On("DescribeInstances").Times(2).Throttles();
            for (var attempt = 0; attempt < 3; attempt++)
            {
                await client.CallAsync("DescribeInstances", Look);
                await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
            }
        });

        Assert.Equal([3, 4, 5, 6, 7, 8], Only(hasty, "noBackoff").Calls);
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], Only(hasty, "tooManyRetries").Calls);
        Assert.All(patient.Remarks, remark => Assert.Equal("unproven", remark.Kind));
    }

    [Fact]
    public async Task A_failed_count_that_nobody_sees_to_is_noticed()
    {
        var ignored = await ReviewAsync(async (client, sandbox) =>
        {
            await sandbox.Stock.SetFreeAsync("ap-guangzhou-1", "BMS5.MEDIUM8", 1);
            await client.CallAsync("CreateInstances", Two);
        });

        Assert.Contains("1 machines and a FailedCount of 1", Only(ignored, "failedCountIgnored").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_instance_in_error_that_nobody_looks_at_is_noticed(bool looks)
    {
        var review = await ReviewAsync(async (client, sandbox) =>
        {
            await sandbox.Faults.On("CreateInstances").Machine(1).FailsAt(Phase.Pxe);
            await client.OrderAsync();
            await sandbox.Clock.AdvanceUntilIdleAsync();
            if (looks)
            {
                await client.CallAsync("DescribeInstances", Look);
            }
        });

        Assert.Equal(looks ? 0 : 1, review.Remarks.Count(remark => remark.Kind == "errorUnseen"));
    }

    [Theory]
    [InlineData("""{"Limit":1,"Offset":1}""", 0)]
    [InlineData("""{"Limit":1}""", 1)]
    public async Task A_page_that_was_never_turned_is_noticed(string second, int remarks)
    {
        var review = await ReviewAsync(async (client, _) =>
        {
            await client.CallAsync("CreateInstances", Two);
            await client.CallAsync("DescribeInstances", """{"Limit":1}""");
            await client.CallAsync("DescribeInstances", second);
        });

        Assert.Equal(remarks * 2, review.Remarks.Count(remark => remark.Kind == "pageUnfetched"));
    }

    [Fact]
    public async Task What_is_never_given_back_is_noticed_with_the_call_that_took_it()
    {
        var review = await ReviewAsync(async (client, _) => await client.OrderAsync());

        Assert.Equal([1], Only(review, "neverGivenBack").Calls);
    }

    [Fact]
    public async Task Polling_as_fast_as_the_limit_allows_is_noticed()
    {
        var review = await ReviewAsync(async (client, _) =>
        {
            for (var call = 0; call < 100; call++)
            {
                await client.CallAsync("DescribeZones");
            }
        });

        Assert.StartsWith("DescribeZones is called ", Only(review, "nearRateLimit").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deprecated_parameter_is_noticed()
    {
        var review = await ReviewAsync(
            async (client, _) => await client.CallAsync("CreateInstances", Two.Replace("}", ""","EnableIpv6":true}""", StringComparison.Ordinal)));

        Assert.Equal("EnableIpv6 of CreateInstances is deprecated in the newer contract.", Only(review, "deprecatedParameter").Text);
    }

    [Fact]
    public async Task A_sandbox_that_does_not_exist_has_no_review()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        await emulator.Control.Sandbox("nobody").GetReviewAsync().RefusedAsync(HttpStatusCode.NotFound);
    }

    private static ReviewRemark Only(SandboxReview review, string kind) => Assert.Single(review.Remarks, remark => remark.Kind == kind);

    private static async Task<SandboxReview> ReviewAsync(Func<HttpClient, Sandbox, Task> calls)
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();
        using var client = sandbox.CreateClient();
        await calls(client, sandbox);
        return await sandbox.ReviewAsync();
    }
}
