using System.Text.Json.Nodes;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Testing.Control;

/// <summary>The client says all that the OpenAPI document lists and nothing else: every method of it is driven and compared with the document.</summary>
public class ClientContractTests
{
    [Fact]
    public async Task Every_request_of_the_document_has_a_method_and_every_method_a_request()
    {
        var document = await ReadAsync();
        var driven = await DrivenMethod.AllAsync();

        Assert.Equal(document.Requests.Order(StringComparer.Ordinal), driven.Select(method => method.Request).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_member_of_every_answer_has_a_property_and_every_property_a_member()
    {
        var document = await ReadAsync();
        foreach (var method in await DrivenMethod.AllAsync())
        {
            var expected = document.AnswerOf(method.Request).Order(StringComparer.Ordinal);
            Assert.Equal($"{method.Name}: {string.Join(", ", expected)}", $"{method.Name}: {string.Join(", ", method.Answer.Order(StringComparer.Ordinal))}");
        }
    }

    [Fact]
    public async Task Every_member_of_every_body_and_every_filter_can_be_said_and_nothing_else_is()
    {
        var document = await ReadAsync();
        foreach (var methods in (await DrivenMethod.AllAsync()).GroupBy(method => method.Request))
        {
            var expected = document.TakenBy(methods.Key).Order(StringComparer.Ordinal);
            var said = methods.SelectMany(method => method.Said).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal($"{methods.Key}: {string.Join(", ", expected)}", $"{methods.Key}: {string.Join(", ", said)}");
        }
    }

    private static async Task<ControlPlaneDocument> ReadAsync()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        return new ControlPlaneDocument(JsonNode.Parse(await emulator.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!);
    }
}
