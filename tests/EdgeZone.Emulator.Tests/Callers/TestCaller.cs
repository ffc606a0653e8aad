using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Callers;

/// <summary>Someone who calls the emulator over HTTP: unsigned, or signed when a key is given.</summary>
internal sealed class TestCaller(HttpClient http, TimeProvider time, string? secretId = null)
{
    /// <summary>Sends a JSON body to an action.</summary>
    public async Task<Answer> CallAsync(string action, string body = "{}")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-TC-Action", action);
        request.Headers.Add("X-TC-Version", "2026-04-01");
        request.Headers.Add("X-TC-Region", "ap-guangzhou");
        if (secretId is not null)
        {
            Sign(request, body);
        }

        using var response = await http.SendAsync(request);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return new Answer(document.RootElement.GetProperty("Response").Clone());
    }

    private void Sign(HttpRequestMessage request, string body)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var signer = new Tc3Signer(secretId!, secretId!)
        {
            Method = "POST",
            Headers = new SortedDictionary<string, string> { ["content-type"] = "application/json", ["host"] = http.BaseAddress!.Authority },
            Body = Encoding.UTF8.GetBytes(body),
            Timestamp = now,
        };
        request.Headers.Add("X-TC-Timestamp", $"{now}");
        request.Headers.TryAddWithoutValidation("Authorization", signer.Authorization());
    }
}
