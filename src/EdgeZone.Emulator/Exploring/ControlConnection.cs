using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EdgeZone.Emulator.ControlPlane;
using EdgeZone.Emulator.ControlPlane.Shapes;

namespace EdgeZone.Emulator.Exploring;

/// <summary>An emulator's control plane, here or elsewhere, as far as a search needs it.</summary>
/// <param name="http">Leads to the emulator; its base address is the emulator's.</param>
/// <param name="token">What guards the control plane; null when nothing does.</param>
internal sealed class ControlConnection(HttpClient http, string? token = null)
{
    /// <summary>The name of the sandbox that runs are forked from: ids follow from it.</summary>
    public const string OriginName = "explore";

    private static readonly Uri Here = new("http://emulator");

    /// <summary>Makes a sandbox.</summary>
    public Task<CreatedView> CreateSandboxAsync(SandboxCreation creation, CancellationToken cancellation) => SendAsync(
        HttpMethod.Post,
        "sandboxes",
        JsonSerializer.Serialize(creation, ControlPlaneJson.Default.SandboxCreation),
        ControlPlaneJson.Default.CreatedView,
        cancellation);

    /// <summary>
    /// Makes a sandbox for runs to be forked from, under the same name each time if that is free: its ids follow from its name, so that two searches
    /// give the same report.
    /// </summary>
    public async Task<CreatedView> CreateOriginAsync(SandboxCreation creation, CancellationToken cancellation)
    {
        try
        {
            return await CreateSandboxAsync(creation with { Name = creation.Name ?? OriginName }, cancellation);
        }
        catch (ExplorationException) when (creation.Name is null)
        {
            return await CreateSandboxAsync(creation, cancellation);
        }
    }

    /// <summary>Has each Describe call move the clock of a sandbox.</summary>
    public Task SetClockAsync(string sandbox, ClockChange change, CancellationToken cancellation) => SendAsync(
        HttpMethod.Put,
        $"{Path(sandbox)}/clock",
        JsonSerializer.Serialize(change, ControlPlaneJson.Default.ClockChange),
        ControlPlaneJson.Default.ClockView,
        cancellation);

    /// <summary>Adds a fault rule.</summary>
    public async Task AddFaultAsync(string sandbox, JsonObject rule, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Post, $"{Path(sandbox)}/faults", rule.ToJsonString(), cancellation);
    }

    /// <summary>Does everything that is due in a sandbox, and tells what was called, the newest first, and what is held.</summary>
    public Task<SettledView> SettleAsync(string sandbox, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, $"{Path(sandbox)}/settlement", body: null, ControlPlaneJson.Default.SettledView, cancellation);

    /// <summary>Removes a sandbox; one that is gone already is no fault.</summary>
    public async Task DeleteSandboxAsync(string sandbox)
    {
        using var request = Request(HttpMethod.Delete, Path(sandbox), body: null);
        using var answer = await http.SendAsync(request, CancellationToken.None);
    }

    private static string Path(string sandbox) => $"sandboxes/{Uri.EscapeDataString(sandbox)}";

    private async Task<T> SendAsync<T>(HttpMethod method, string path, string? body, JsonTypeInfo<T> shape, CancellationToken cancellation)
    {
        using var answer = await SendAsync(method, path, body, cancellation);
        return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancellation), shape)!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, CancellationToken cancellation)
    {
        using var request = Request(method, path, body);
        var answer = await http.SendAsync(request, cancellation);
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            throw new ExplorationException(await ComplaintOf(answer, cancellation));
        }
    }

    private static async Task<string> ComplaintOf(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        try
        {
            return JsonSerializer.Deserialize(text, ControlPlaneJson.Default.ProblemView)?.Detail ?? text;
        }
        catch (JsonException)
        {
            return answer.StatusCode == HttpStatusCode.NotFound
                ? "There is no control plane of an emulator."
                : $"The emulator answered HTTP {(int)answer.StatusCode}.";
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string? body)
    {
        var request = new HttpRequestMessage(method, new Uri(http.BaseAddress ?? Here, $"{ControlPaths.Root}/{path}"));
        if (body is not null)
        {
            request.Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return request;
    }
}
