using System.Text.Json;

namespace EdgeZone.Emulator.Benchmarks.BareHost;

/// <summary>
/// The least a host can do that is not wrong: read the body, verify the signature, parse the JSON, answer. No state, no checks of values,
/// no log, and the answer's bytes are ready-made, so nothing that does the same work can be much cheaper.
/// </summary>
/// <param name="answers">Folder with an answer for each action, recorded from the emulator; null answers with a stand-in of the same length.</param>
internal sealed class BareAnswer(string? answers)
{
    private const string StandIn =
        """{"Response":{"InstanceIdSet":["ins-00000000"],"RequestId":"00000000-0000-4000-8000-000000000000"}}""";

    private readonly byte[] _create = Load(answers, "CreateInstances");
    private readonly byte[] _describe = Load(answers, "DescribeInstances");

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var body = new byte[(int)request.ContentLength.GetValueOrDefault()];
        await request.Body.ReadExactlyAsync(body, context.RequestAborted);
        if (!Tc3Check.IsSigned(request, body))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var answer = request.Headers["X-TC-Action"].ToString() switch
        {
            "CreateInstances" => Create(body),
            "TerminateInstances" => Terminate(body),
            _ => Describe(body),
        };
        var response = context.Response;
        response.ContentType = "application/json";
        response.ContentLength = answer.Length;
        response.Headers["X-TC-RequestId"] = Guid.NewGuid().ToString();
        await response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private byte[] Create(byte[] body) =>
        JsonSerializer.Deserialize(body, BodyJson.Default.CreateInstancesBody) is { Zone: not null, InstanceType: not null } ? _create : [];

    // The two answer alike: with the ids that were created, or given back.
    private byte[] Terminate(byte[] body) =>
        JsonSerializer.Deserialize(body, BodyJson.Default.TerminateInstancesBody) is { InstanceIds.Count: > 0 } ? _create : [];

    private byte[] Describe(byte[] body) =>
        JsonSerializer.Deserialize(body, BodyJson.Default.DescribeInstancesBody) is not null ? _describe : [];

    private static byte[] Load(string? folder, string action) =>
        folder is null ? System.Text.Encoding.UTF8.GetBytes(StandIn) : File.ReadAllBytes(Path.Combine(folder, action + ".json"));
}
