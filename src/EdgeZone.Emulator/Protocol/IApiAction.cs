using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EdgeZone.Emulator.Domain.Faults;

namespace EdgeZone.Emulator.Protocol;

/// <summary>An action of the API, as the gateway sees it.</summary>
internal interface IApiAction
{
    /// <summary>The action's name, case-sensitive.</summary>
    string Name { get; }

    /// <summary>What it does, in a line.</summary>
    string Summary { get; }

    /// <summary>When its example is sent by somebody who tries one action after the other.</summary>
    ExampleTurn ExampleTurn { get; }

    /// <summary>Every parameter of every edition, in definition order.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The shape of a successful answer.</summary>
    JsonTypeInfo ResponseType { get; }

    /// <summary>The error codes that the documents list for it.</summary>
    IReadOnlyList<string> Codes { get; }

    /// <summary>A body that works as it stands.</summary>
    JsonObject ExampleIn(IExampleWorld world);

    /// <summary>What its calls can name that fault rules can ask for: <c>zone</c>, <c>instanceType</c>, <c>instanceName</c>.</summary>
    IEnumerable<string> KnownFacts { get; }

    /// <summary>What fault rules can know of a call.</summary>
    CallFacts FactsOf(Arguments arguments, long appId, string region);

    /// <summary>Validates what the fields say (<see cref="ApiException"/>) and runs the use case (a domain error is the engine's).</summary>
    ApiResponse Run(ActionContext context, Arguments arguments);

    /// <summary>Writes a successful answer's object.</summary>
    void Write(Utf8JsonWriter writer, ApiResponse response);
}
