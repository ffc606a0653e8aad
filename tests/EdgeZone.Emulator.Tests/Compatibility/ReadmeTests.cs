using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Compatibility;

/// <summary>The first thing that anybody tries is answered as the README says.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task The_first_call_has_the_answer_that_stands_below_it()
    {
        using var reader = new StreamReader(typeof(ReadmeTests).Assembly.GetManifestResourceStream("README.md")!);
        var call = FirstCall().Match((await reader.ReadToEndAsync()).ReplaceLineEndings("\n"));
        await using var emulator = await EmulatorApplication.StartAsync();
        // As curl sends it.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(call.Groups["body"].Value) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.Add("X-TC-Action", call.Groups["action"].Value);

        using var answer = await emulator.Client.SendAsync(request);

        Assert.Equal(call.Groups["answer"].Value, await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex(
        """^curl localhost:8080 -H 'X-TC-Action: (?<action>\w+)' -d '(?<body>[^']+)'\n```\n\n```json\n(?<answer>.+)\n```$""", RegexOptions.Multiline)]
    private static partial Regex FirstCall();
}
