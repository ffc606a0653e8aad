using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EdgeZone.Emulator.Testing.Control;

/// <summary>Sends requests, with the token where there is one, and makes refusals exceptions.</summary>
internal sealed class ControlPlaneConnection(HttpClient client, string? token)
{
    public static HttpContent Json<T>(T body, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    public static HttpContent Text(string json) => new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> answer, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, null, answer, cancellationToken);

    public async Task<string> GetTextAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(HttpMethod.Get, path, null, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>Opens an answer that goes on until somebody ends it.</summary>
    public async Task<Stream> OpenAsync(string path, string? lastEventId, CancellationToken cancellationToken) =>
        await (await AskAsync(HttpMethod.Get, path, null, cancellationToken, lastEventId)).Content.ReadAsStreamAsync(cancellationToken);

    public async Task SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken) =>
        (await AskAsync(method, path, body, cancellationToken)).Dispose();

    public async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? body, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(method, path, body, cancellationToken);
        var json = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(json, answer) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new ControlPlaneException(response.StatusCode, null, $"{method} {path}: the answer is not as this version reads it. {e.Message}", e);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(
        HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await RefusalAsync(response, $"{method} {path}", cancellationToken);
        }
    }

    private static async Task<ControlPlaneException> RefusalAsync(HttpResponseMessage response, string request, CancellationToken cancellationToken)
    {
        var problem = response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? Problem(await response.Content.ReadAsByteArrayAsync(cancellationToken))
            : null;
        return new ControlPlaneException(
            response.StatusCode, problem?.Field, problem?.Detail ?? $"{request} was answered with {(int)response.StatusCode} and no problem details.");
    }

    private static ProblemDetails? Problem(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ControlJson.Default.ProblemDetails);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
