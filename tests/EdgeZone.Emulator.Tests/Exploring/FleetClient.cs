using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Tests.Testing;

namespace EdgeZone.Emulator.Tests.Exploring;

/// <summary>A program that wants so many machines that run, with or without the bugs that such programs have.</summary>
internal sealed class FleetClient(Sandbox sandbox, FleetBugs bugs = FleetBugs.None, int wanted = 2)
{
    private const int Attempts = 4;
    private const int Looks = 6;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly HttpClient _client = sandbox.CreateClient();

    /// <summary>Returns when the machines run; throws when they cannot be had, and has given back what it had.</summary>
    public async Task ProvideAsync()
    {
        try
        {
            for (var look = 0; look < Looks; look++)
            {
                await OrderMissingAsync();
                var there = await ListAsync();
                var running = there.Count(one => one.Status == "running");
                if (running == wanted && there.Count == wanted)
                {
                    return;
                }

                if ((bugs.HasFlag(FleetBugs.BelievesTheOrder) && running == there.Count) || (bugs.HasFlag(FleetBugs.RepeatsBlindly) && running > wanted))
                {
                    return;
                }

                await Task.Delay(Pause, sandbox.TimeProvider);
            }

            throw new InvalidOperationException("The machines do not run.");
        }
        catch when (!bugs.HasFlag(FleetBugs.LeavesThingsBehind))
        {
            await GiveBackAsync();
            throw;
        }
    }

    private async Task OrderMissingAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var there = await ListAsync();
            if (bugs.HasFlag(FleetBugs.BelievesTheOrder) && there.Count > 0)
            {
                return;
            }

            await TerminateAsync([.. there.Where(one => one.Status == "error").Select(one => one.Id)]);
            var missing = wanted - there.Count(one => one.Status != "error");
            if (missing <= 0 && !(bugs.HasFlag(FleetBugs.RepeatsBlindly) && attempt > 1))
            {
                return;
            }

            try
            {
                var order = JsonNode.Parse(ApiClient.Order)!;
                order["InstanceCount"] = bugs.HasFlag(FleetBugs.RepeatsBlindly) ? wanted : missing;
                await CallAsync("CreateInstances", order.ToJsonString());
                return;
            }
            catch (Exception e) when (IsWorthAnother(e) && attempt < Attempts)
            {
                await Task.Delay(Pause, sandbox.TimeProvider);
            }
        }
    }

    private async Task GiveBackAsync()
    {
        for (var attempt = 0; attempt < Looks; attempt++)
        {
            try
            {
                var there = await ListAsync();
                if (there.Count == 0)
                {
                    return;
                }

                await TerminateAsync([.. there.Where(one => one.Status != "allocating").Select(one => one.Id)]);
            }
            catch (Exception)
            {
                // Nothing shall stay behind, whatever happens meanwhile.
            }

            await Task.Delay(Pause, sandbox.TimeProvider);
        }
    }

    private async Task<IReadOnlyList<(string Id, string Status)>> ListAsync()
    {
        var answer = await PatientlyAsync("DescribeInstances", """{"InstanceName":"mine","Limit":100}""");
        return
        [
            .. answer["InstanceSet"]!.AsArray()
                .Select(one => ((string)one!["InstanceId"]!, (string)one["InstanceStatus"]!))
                .Where(one => one.Item2 != "terminating"),
        ];
    }

    private async Task TerminateAsync(string[] ids)
    {
        if (ids.Length > 0)
        {
            await PatientlyAsync("TerminateInstances", $$"""{"InstanceIds":["{{string.Join("\",\"", ids)}}"]}""");
        }
    }

    private async Task<JsonObject> PatientlyAsync(string action, string parameters)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await CallAsync(action, parameters);
            }
            catch (Exception e) when (IsWorthAnother(e) && attempt < Attempts)
            {
                await Task.Delay(Pause, sandbox.TimeProvider);
            }
        }
    }

    private async Task<JsonObject> CallAsync(string action, string parameters)
    {
        var answer = await _client.CallAsync(action, parameters);
        return answer["Error"] is { } error ? throw new ApiErrorException((string)error["Code"]!) : answer;
    }

    private static bool IsWorthAnother(Exception e) => e switch
    {
        ApiErrorException error => error.Code is "InternalError" or "RequestLimitExceeded",
        _ => true,
    };

    private sealed class ApiErrorException(string code) : Exception
    {
        public string Code => code;
    }
}

/// <summary>Bugs that such programs have.</summary>
[Flags]
internal enum FleetBugs
{
    None = 0,

    /// <summary>Takes whatever it has got for what it has ordered.</summary>
    BelievesTheOrder = 1,

    /// <summary>Repeats an order without a look at what came of the first.</summary>
    RepeatsBlindly = 2,

    /// <summary>Gives nothing back when it gives up.</summary>
    LeavesThingsBehind = 4,
}
