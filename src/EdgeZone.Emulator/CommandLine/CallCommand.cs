using System.CommandLine;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Authentication;
using EdgeZone.Emulator.Exploring;
using EdgeZone.Emulator.Hosting;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.CommandLine;

/// <summary>
/// <c>EdgeZone.Emulator call ACTION --Name value</c>: a signed call, for scripts and for people without an SDK. Parameters are spelled as tccli
/// spells them. It calls emulators only: a host of the real cloud is refused, whatever it resolves to.
/// </summary>
internal sealed class CallCommand
{
    /// <summary>The API refused the call.</summary>
    private const int Refused = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private readonly Argument<string> _action = new("action") { Description = "For instance DescribeZones." };
    private readonly Option<string> _json = Text(
        "--json", "file", "Parameters as a JSON object in a file, or - for standard input; others override its members.");
    private readonly Option<string> _endpoint = Text(
        "--endpoint", "url", "The emulator to call. Default: EDGEZONE_URL, or the one that runs at these addresses.");
    private readonly Option<string> _secretId = Text("--secret-id", "id", "Default: TENCENTCLOUD_SECRET_ID, or emulator.");
    private readonly Option<string> _secretKey = Text("--secret-key", "key", "Default: TENCENTCLOUD_SECRET_KEY, or emulator.");
    private readonly Option<string> _token = Text("--token", "token", "The session token of a temporary credential. Default: TENCENTCLOUD_TOKEN, or none.");
    private readonly Option<string> _region = Text("--region", "region", "Default: TENCENTCLOUD_REGION, or ap-guangzhou.");
    private readonly Option<string> _authority = Text("--cacert", "file", "What to trust by https, as `ca` writes it.");
    private readonly Option<bool> _curl = new("--curl") { Description = "Prints the signed call as a line for curl instead of making it." };

    private CallCommand()
    {
    }

    /// <summary>The names of its options, for the completion of shells.</summary>
    public static IReadOnlyList<string> OptionNames => [.. Create([]).Options.Select(option => option.Name)];

    public static Command Create(string[] settings)
    {
        var call = new CallCommand();
        var command = new Command("call", "Makes a signed call: call DescribeInstances --InstanceIds.0 ins-… --Limit 1. Exit code 1: the API refused it.")
        {
            call._action, call._json, call._endpoint, call._secretId, call._secretKey, call._token, call._region, call._authority, call._curl,
        };
        // The action's own parameters.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => call.RunAsync(parsed, settings, cancellation));
        return command;
    }

    private static Option<string> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    private async Task<int> RunAsync(ParseResult parsed, string[] settings, CancellationToken cancellation)
    {
        SignedCall call;
        try
        {
            call = await ReadAsync(parsed, settings, cancellation);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return Complaint.Print(e, ExitCodes.BadUsage);
        }
        catch (Exception e) when (e is SettingsException or InvalidDataException)
        {
            return Complaint.Print(e, ExitCodes.BadSetting);
        }

        if (parsed.GetValue(_curl))
        {
            Console.WriteLine(await call.ToCurlAsync(parsed.GetValue(_authority)));
            return ExitCodes.Success;
        }

        try
        {
            var answer = await call.SendAsync(parsed.GetValue(_authority), Patience, cancellation);
            Console.WriteLine(AnswerText.Indented(answer));
            return answer["Error"] is null ? ExitCodes.Success : Refused;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException)
        {
            return Complaint.Print($"{call.Endpoint} does not answer as the API does: {e.Message}", ExitCodes.Unreachable);
        }
        catch (FormatException e)
        {
            return Complaint.Print(e, ExitCodes.BadUsage);
        }
    }

    private async Task<SignedCall> ReadAsync(ParseResult parsed, string[] settings, CancellationToken cancellation)
    {
        var action = parsed.GetRequiredValue(_action);
        var (id, key) = (
            parsed.GetValue(_secretId) ?? Variable("SECRET_ID"),
            parsed.GetValue(_secretKey) ?? Variable("SECRET_KEY"));
        if (id is null != key is null)
        {
            throw new FormatException(
                $"The SecretId is {(id is null ? "missing" : "there")} and the SecretKey is {(key is null ? "missing" : "there")}: they come together.");
        }

        var parameters = await CallParameters.ReadFileAsync(parsed.GetValue(_json), cancellation);
        CallParameters.Read(action, [.. parsed.UnmatchedTokens], parameters);
        return new SignedCall(
            EndpointOf(
                parsed.GetValue(_endpoint)
                    ?? Environment.GetEnvironmentVariable(CommandProgram.UrlVariable)
                    ?? RunningEmulator.Address(ProcessConfiguration.From(settings))),
            action,
            parsed.GetValue(_region) ?? Variable("REGION") ?? new DefaultsSettings().Region,
            parameters,
            new CallSigner(id ?? CredentialStore.BuiltIn, key ?? CredentialStore.BuiltIn, parsed.GetValue(_token) ?? Variable("TOKEN")));
    }

    private static Uri EndpointOf(string text)
    {
        var isUrl = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!Uri.TryCreate(isUrl ? text : $"http://{text}", UriKind.Absolute, out var endpoint) || endpoint.UserInfo.Length > 0)
        {
            throw new FormatException($"'{text}' is no endpoint, such as http://localhost:8080.");
        }

        return !ApiHosts.AreTheClouds(endpoint.Host)
            ? endpoint
            : throw new FormatException($"'{endpoint.Host}' is a host of the real cloud; `call` calls emulators.");
    }

    // As an unset variable of a script becomes: empty is none.
    private static string? Variable(string name) => Environment.GetEnvironmentVariable($"TENCENTCLOUD_{name}") is { Length: > 0 } value ? value : null;

    private static class AnswerText
    {
        private static readonly System.Text.Json.JsonWriterOptions Options = new()
        {
            Indented = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

        public static string Indented(JsonObject answer)
        {
            using var text = new MemoryStream();
            using (var writer = new System.Text.Json.Utf8JsonWriter(text, Options))
            {
                answer.WriteTo(writer);
            }

            return System.Text.Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length));
        }
    }
}
