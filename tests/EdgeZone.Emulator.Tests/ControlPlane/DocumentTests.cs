using System.Net;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;
using Microsoft.OpenApi;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class DocumentTests
{
    private static readonly string[] Documents = ["put /_emulator/sandboxes/{name}/snapshot", "post /_emulator/replays"];

    [Theory]
    [InlineData]
    [InlineData("Control:Token=s3cret")]
    [InlineData("Auth:Mode=Strict")]
    [InlineData("Api:Edition=Union")]
    public async Task The_document_is_valid(params string[] settings)
    {
        await using var emulator = await EmulatorApplication.StartAsync(settings);
        using var response = await emulator.SendAsync(HttpMethod.Get, "/openapi/v1.json");
        var read = OpenApiDocument.Parse(await response.Content.ReadAsStringAsync(), "json");
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
    }

    [Fact]
    public async Task The_document_lists_every_endpoint_and_every_action()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var paths = (await emulator.GetAsync("/openapi/v1.json"))["paths"]!.AsObject();
        var operations = paths.SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));
        Assert.Equal<SortedSet<string>>(
            [
                "GET /_emulator/health",
                "GET /_emulator/ca.pem",
                "GET /_emulator/info",
                "POST /_emulator/reset",
                "GET /_emulator/sandboxes",
                "POST /_emulator/sandboxes",
                "GET /_emulator/sandboxes/{name}",
                "DELETE /_emulator/sandboxes/{name}",
                "GET /_emulator/sandboxes/{name}/snapshot",
                "PUT /_emulator/sandboxes/{name}/snapshot",
                "GET /_emulator/sandboxes/{name}/held",
                "GET /_emulator/sandboxes/{name}/timers",
                "POST /_emulator/sandboxes/{name}/settlement",
                "POST /_emulator/sandboxes/{name}/reset",
                "GET /_emulator/sandboxes/{name}/clock",
                "PUT /_emulator/sandboxes/{name}/clock",
                "POST /_emulator/sandboxes/{name}/clock/advance",
                "GET /_emulator/sandboxes/{name}/zones/{zone}/types/{type}",
                "PUT /_emulator/sandboxes/{name}/zones/{zone}/types/{type}",
                "GET /_emulator/named-faults",
                "PUT /_emulator/sandboxes/{name}/instances/{id}",
                "GET /_emulator/sandboxes/{name}/faults",
                "POST /_emulator/sandboxes/{name}/faults",
                "DELETE /_emulator/sandboxes/{name}/faults",
                "GET /_emulator/sandboxes/{name}/faults/{id}",
                "PUT /_emulator/sandboxes/{name}/faults/{id}",
                "DELETE /_emulator/sandboxes/{name}/faults/{id}",
                "GET /_emulator/sandboxes/{name}/calls",
                "GET /_emulator/sandboxes/{name}/calls/{number}",
                "GET /_emulator/sandboxes/{name}/instances/{id}/why",
                "GET /_emulator/sandboxes/{name}/review",
                "GET /_emulator/sandboxes/{name}/events",
                "GET /_emulator/sandboxes/{name}/journal",
                "POST /_emulator/replays",
                "GET /_emulator/refused",
                "POST /",
                .. SupportedActions.All.Select(action => $"POST /_emulator/actions/{action.Name}"),
            ],
            [.. operations]);
        foreach (var (_, path) in paths)
        {
            foreach (var (_, operation) in path!.AsObject())
            {
                Assert.NotEmpty((string)operation!["summary"]!);
                Assert.NotEmpty(operation["responses"]!.AsObject());
            }
        }
    }

    [Theory]
    [InlineData("International")]
    [InlineData("Mainland")]
    [InlineData("Union")]
    public async Task A_request_has_the_parameters_that_its_edition_declares(string edition)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}");
        var schemas = (await emulator.GetAsync("/openapi/v1.json"))["components"]!["schemas"]!;
        foreach (var action in SupportedActions.All)
        {
            var schema = schemas[$"{action.Name}Request"]!;
            var spoken = Enum.Parse<ApiEdition>(edition);
            Assert.Equal(
                action.Parameters.Where(parameter => parameter.ExistsIn(spoken)).Select(parameter => parameter.Name),
                schema["properties"]?.AsObject().Select(property => property.Key) ?? []);
            Assert.Equal(
                action.Parameters.Where(parameter => parameter.IsRequiredIn(spoken)).Select(parameter => parameter.Name),
                schema["required"]?.AsArray().Select(name => (string)name!) ?? []);
        }
    }

    [Fact]
    public async Task Every_example_of_an_action_works_on_a_fresh_emulator_one_after_the_other_as_they_are_listed()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Durations:Profile=Instant");
        var paths = (await emulator.GetAsync("/openapi/v1.json"))["paths"]!.AsObject();
        foreach (var (path, item) in paths.Where(path => path.Key.StartsWith("/_emulator/actions/", StringComparison.Ordinal)))
        {
            var answer = await emulator.PostAsync(path, Example(item!["post"]!)!);
            Assert.True(answer["Response"]!["Error"] is null, $"{path}: {answer.ToJsonString()}");
        }
    }

    [Fact]
    public async Task Every_example_of_the_control_plane_is_answered()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var paths = (await emulator.GetAsync("/openapi/v1.json"))["paths"]!.AsObject();
        foreach (var (template, item) in paths.Where(path => path.Key.StartsWith("/_emulator/", StringComparison.Ordinal)))
        {
            // Somebody who looks at calls and instances has made them, since the last reset.
            await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
            if (template.EndsWith("/faults/{id}", StringComparison.Ordinal))
            {
                // A rule has been added as well.
                await emulator.Sandbox.AddFaultAsync(new FaultRule { Name = "third-dies", Then = [new FaultOutcome { Drop = DroppedPart.Request }] });
            }

            // The bodies without an example are what another request answers.
            foreach (var (method, operation) in item!.AsObject().Where(operation => !Documents.Contains($"{operation.Key} {template}")))
            {
                var path = (operation!["parameters"]?.AsArray() ?? []).Where(parameter => (string?)parameter!["in"] == "path").Aggregate(
                    template,
                    (path, parameter) => path.Replace($"{{{parameter!["name"]}}}", (string)parameter["example"]!, StringComparison.Ordinal));
                using var response = await emulator.SendAsync(new HttpMethod(method.ToUpperInvariant()), path, Example(operation));
                Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {response.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task In_strict_mode_no_action_can_be_tried()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");
        var paths = (await emulator.GetAsync("/openapi/v1.json"))["paths"]!.AsObject();
        Assert.DoesNotContain(paths, path => path.Key.StartsWith("/_emulator/actions/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_a_token_the_document_asks_for_it_everywhere_but_at_health()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Control:Token=s3cret");
        var document = await emulator.GetAsync("/openapi/v1.json");
        Assert.Equal("bearer", (string?)document["components"]!["securitySchemes"]!["token"]!["scheme"]);
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            var needsToken = path.StartsWith("/_emulator/", StringComparison.Ordinal) && path is not ("/_emulator/health" or "/_emulator/ca.pem");
            Assert.All(item!.AsObject(), operation => Assert.Equal(needsToken, operation.Value!["security"] is JsonArray));
        }

        Assert.DoesNotContain("s3cret", document.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/swagger")]
    [InlineData("/swagger/")]
    public async Task The_page_is_there_with_and_without_a_slash(string path)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var client = new HttpClient { BaseAddress = emulator.Client.BaseAddress };
        using var page = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("swagger-ui", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // Where there is none, the page shows what the schema of a body without members comes to.
    private static string? Example(JsonNode operation) =>
        operation["requestBody"] is { } body ? body["content"]!["application/json"]!["example"]?.ToJsonString() ?? "{}" : null;
}
