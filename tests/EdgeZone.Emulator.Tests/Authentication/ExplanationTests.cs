using EdgeZone.Emulator.Actions;

namespace EdgeZone.Emulator.Tests.Authentication;

/// <summary>What the log says about a refused signature, and what it never says.</summary>
public class ExplanationTests
{
    private const string Value = "Hunter2-is-hidden";

    /// <summary>Every parameter that a declaration marks as secret, as callers spell or misspell it.</summary>
    public static TheoryData<string> Secrets =>
    [
        .. SupportedActions.All.SelectMany(action => action.Parameters).Where(parameter => parameter.Secret).Select(parameter => parameter.Name)
            .SelectMany(name => new[] { name, name.ToLowerInvariant(), $"{name}.0", $"Servers.0.{name}" }),
        "Token",
    ];

    [Fact]
    public void Some_parameters_are_secret() => Assert.Contains(
        SupportedActions.All.SelectMany(action => action.Parameters), parameter => parameter is { Name: "Password", Secret: true });

    [Theory]
    [MemberData(nameof(Secrets))]
    public void A_secret_in_the_query_of_a_tc3_call_is_masked(string name)
    {
        var explanation = Explain(new Draft { Method = "GET", Query = $"Zone=a&{name}={Value}&Limit=5" }.Sign(Broken));

        Assert.Contains($"Zone=a&{name}=***&Limit=5\n", explanation);
        Assert.DoesNotContain(Value, explanation);
    }

    [Fact]
    public void A_secret_with_an_encoded_name_is_masked()
    {
        var explanation = Explain(new Draft { Method = "GET", Query = $"Pass%77ord={Value}" }.Sign(Broken));

        Assert.Contains("Pass%77ord=***\n", explanation);
        Assert.DoesNotContain(Value, explanation);
    }

    [Theory]
    [MemberData(nameof(Secrets))]
    public void A_secret_field_of_the_older_signature_is_masked(string name)
    {
        var call = Call.V1("POST", "localhost", [
            KeyValuePair.Create("Action", "CreateInstances"),
            KeyValuePair.Create(name, Value),
            KeyValuePair.Create("SecretId", Gate.SecretId),
            KeyValuePair.Create("Timestamp", $"{Gate.Now}"),
            KeyValuePair.Create("Signature", "wrong"),
        ]);

        var explanation = Explain(call);

        Assert.Contains($"{name}=***", explanation);
        Assert.DoesNotContain(Value, explanation);
    }

    [Fact]
    public void What_is_not_secret_is_shown_as_it_was_expected() => Assert.Contains(
        "GET\n/\nZone=%61&&loose&Limit=\ncontent-type:", Explain(new Draft { Method = "GET", Query = "Zone=%61&&loose&Limit=" }.Sign(Broken)));

    [Fact]
    public void A_long_text_is_cut()
    {
        var explanation = Explain(new Draft { Method = "GET", Query = $"Zone={new string('a', 1_000_000)}" }.Sign(Broken));

        Assert.Contains("aaa…", explanation);
        Assert.InRange(explanation.Length, 10_000, 20_000);
    }

    private static string Broken(string authorization) => authorization[..^4] + "0000";

    private static string Explain(Call call)
    {
        var gate = new Gate();
        Assert.Equal("AuthFailure.SignatureFailure", gate.Refuse(call).Code);
        return Assert.Single(gate.Explanations.Messages);
    }
}
