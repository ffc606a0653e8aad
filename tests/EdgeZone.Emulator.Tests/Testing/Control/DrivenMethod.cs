using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Testing.Control;

/// <summary>A method of the client that was called with everything that it can be given.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Request">What it sent: method and path, in which the names of the parameters stand for their values.</param>
/// <param name="Said">The members of the body and the parameters of the query that it sent, nested ones behind a dot.</param>
/// <param name="Answer">The members of the answer that it reads.</param>
internal sealed record DrivenMethod(string Name, string Request, IReadOnlyList<string> Said, IReadOnlyList<string> Answer)
{
    private const int Number = 7;

    /// <summary>Every method that sends something.</summary>
    public static async Task<IReadOnlyList<DrivenMethod>> AllAsync()
    {
        using var recorder = new Recorder();
        using var http = new HttpClient(recorder) { BaseAddress = new Uri("http://nowhere") };
        var client = new ControlPlaneClient(http);
        var driven = new List<DrivenMethod>();
        foreach (var target in (object[])[client, client.Sandbox("{name}")])
        {
            foreach (var method in target.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(IsAsync))
            {
                // The recorder refuses everything once it has seen it.
                await Assert.ThrowsAsync<ControlPlaneException>(() => (Task)method.Invoke(target, [.. method.GetParameters().Select(Sample)])!);
                driven.Add(new DrivenMethod(method.Name, recorder.Request, recorder.Said, [.. Answers(method)]));
            }
        }

        return driven;
    }

    private static bool IsAsync(MethodInfo method) => method.ReturnType.IsAssignableTo(typeof(Task));

    // A text that is the whole body is a JSON object.
    private static object? Sample(ParameterInfo parameter) =>
        parameter.Name is "journal" or "snapshot" or "parameters" ? "{}" : Sample(parameter.ParameterType, parameter.Name!);

    /// <summary>A value with all its members.</summary>
    private static object? Sample(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return $"{{{name}}}";
        }

        if (type is { IsInterface: true, IsGenericType: true })
        {
            var items = Array.CreateInstance(type.GenericTypeArguments[0], 1);
            items.SetValue(Sample(type.GenericTypeArguments[0], name), 0);
            return items;
        }

        if (type.IsPrimitive)
        {
            return Convert.ChangeType(Number, type, null);
        }

        if (type.IsEnum || type.IsValueType)
        {
            return Activator.CreateInstance(type);
        }

        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)[0];
        var value = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Sample(parameter.ParameterType, parameter.Name!))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(value, Sample(property.PropertyType, property.Name));
        }

        return value;
    }

    private static IEnumerable<string> Answers(MethodInfo method) =>
        method.ReturnType.GenericTypeArguments is [var answer] && answer != typeof(string) && answer != typeof(Stream) ? PropertiesOf(answer) : [];

    private static IEnumerable<string> PropertiesOf(Type type)
    {
        var shape = ControlJson.Default.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type)!;
        if (shape.Kind == JsonTypeInfoKind.Enumerable)
        {
            return PropertiesOf(shape.ElementType!);
        }

        return shape.Kind != JsonTypeInfoKind.Object
            ? []
            : shape.Properties.SelectMany(property => PropertiesOf(property.PropertyType).Select(nested => $"{property.Name}.{nested}").Prepend(property.Name));
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public string Request { get; private set; } = "";

        public IReadOnlyList<string> Said { get; private set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath).Replace($"/{Number}", "/{number}", StringComparison.Ordinal);
            Request = $"{request.Method} {path}";
            var body = request.Content is { } content ? JsonNode.Parse(await content.ReadAsStringAsync(cancellationToken)) : null;
            var query = request.RequestUri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
            Said = [.. MembersOf(body), .. query.Select(condition => $"?{condition.Split('=')[0]}")];
            return new HttpResponseMessage(HttpStatusCode.Gone);
        }

        private static IEnumerable<string> MembersOf(JsonNode? node) => node switch
        {
            JsonObject members => members.SelectMany(member => MembersOf(member.Value).Select(nested => $"{member.Key}.{nested}").Prepend(member.Key)),
            JsonArray items => items.SelectMany(MembersOf),
            _ => [],
        };
    }
}
