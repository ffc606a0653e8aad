using System.Text;
using System.Text.Json.Nodes;

namespace EdgeZone.Emulator.Tests.Testing;

/// <summary>The API as somebody's program calls it: an action, parameters, an answer.</summary>
internal static class ApiClient
{
    public const string Order =
        """
        {"Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","InstanceName":"mine","PrivateNetworkId":"net-private-001","PublicNetworkId":"net-public-001"}
        """;

    public static async Task<JsonObject> CallAsync(this HttpClient client, string action, string parameters = "{}")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(parameters, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-TC-Action", action);
        using var response = await client.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["Response"]!.AsObject();
    }

    public static async Task<string> OrderAsync(this HttpClient client) => (string)(await client.CallAsync("CreateInstances", Order))["InstanceIdSet"]![0]!;

    public static async Task<string> StatusOfAsync(this HttpClient client, string id) =>
        (string)(await client.CallAsync("DescribeInstances", $$"""{"InstanceIds":["{{id}}"]}"""))["InstanceSet"]![0]!["InstanceStatus"]!;

    /// <summary>Asks again and again, as programs do.</summary>
    public static async Task WaitUntilRunningAsync(this HttpClient client, string id, TimeProvider time, TimeSpan poll)
    {
        while (await client.StatusOfAsync(id) != "running")
        {
            await Task.Delay(poll, time);
        }
    }
}
