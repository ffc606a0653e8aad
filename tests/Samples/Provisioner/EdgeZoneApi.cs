using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Samples.Provisioning;

/// <summary>The few actions that the tool needs. The client signs.</summary>
/// <param name="client">Leads to the API.</param>
/// <param name="time">The time by which it waits before it asks again.</param>
public sealed class EdgeZoneApi(HttpClient client, TimeProvider time)
{
    private const int Attempts = 6;

    private static readonly string[] Passing = ["RequestLimitExceeded", "InternalError", "FailedOperation"];

    /// <summary>Orders machines. An order is not repeated: who does not know what came of it has to look.</summary>
    /// <returns>The ids of those that there were.</returns>
    public async Task<Ordered> OrderAsync(Order order, int count, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(
            "CreateInstances",
            new JsonObject
            {
                ["Zone"] = order.Zone,
                ["InstanceType"] = order.InstanceType,
                ["InstanceName"] = order.Name,
                ["InstanceCount"] = count,
                ["PrivateNetworkId"] = order.PrivateNetworkId,
                ["PublicNetworkId"] = order.PublicNetworkId,
            },
            cancellationToken);
        return new Ordered([.. answer["InstanceIdSet"]!.AsArray().Select(id => (string)id!)], (int?)answer["FailedCount"] ?? 0);
    }

    /// <summary>The machines of that name, those that are being given back left out.</summary>
    public async Task<IReadOnlyList<Machine>> FindAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await AskAsync("DescribeInstances", new JsonObject { ["InstanceName"] = name, ["Limit"] = 100 }, cancellationToken);
        return
        [
            .. answer["InstanceSet"]!.AsArray()
                .Select(instance => new Machine((string)instance!["InstanceId"]!, (string)instance["InstanceName"]!, (string)instance["InstanceStatus"]!))
                .Where(machine => machine.Name == name && machine.Status != "terminating"),
        ];
    }

    /// <summary>Gives machines back. Which of them are gone is for the next look to tell: the first of two attempts may have been carried out.</summary>
    public async Task TerminateAsync(IEnumerable<Machine> machines, CancellationToken cancellationToken)
    {
        var ids = new JsonArray([.. machines.Select(machine => (JsonNode)machine.Id)]);
        try
        {
            if (ids.Count > 0)
            {
                await AskAsync("TerminateInstances", new JsonObject { ["InstanceIds"] = ids }, cancellationToken);
            }
        }
        catch (ApiException e) when (e.Code is "ResourceNotFound.Instance" or "UnsupportedOperation.InvalidInstanceState")
        {
            // One of them is gone, or on its way.
        }
    }

    /// <summary>A call that may be made twice: it is repeated when its answer gets lost and when the service asks for patience.</summary>
    private async Task<JsonObject> AskAsync(string action, JsonObject parameters, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendAsync(action, parameters, cancellationToken);
            }
            catch (Exception e) when (attempt < Attempts && e is AnswerLostException or ApiException { IsPassing: true })
            {
                await Task.Delay(TimeSpan.FromSeconds(1 << attempt), time, cancellationToken);
            }
        }
    }

    private async Task<JsonObject> SendAsync(string action, JsonObject parameters, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Headers = { { "X-TC-Action", action } },
            Content = new StringContent(parameters.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        var answer = await ReadAsync(action, request, cancellationToken);
        return answer["Error"] is { } error
            ? throw new ApiException((string)error["Code"]!, (string)error["Message"]!) { IsPassing = Passing.Contains((string)error["Code"]!) }
            : answer;
    }

    private async Task<JsonObject> ReadAsync(string action, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return response.StatusCode == HttpStatusCode.OK
                ? JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["Response"]!.AsObject()
                : throw new AnswerLostException(action, $"HTTP {(int)response.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
        {
            throw new AnswerLostException(action, e.Message);
        }
    }
}
