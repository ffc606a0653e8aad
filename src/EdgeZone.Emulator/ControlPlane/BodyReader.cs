using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Reads a request's JSON body and says what is wrong with it in terms of its members.</summary>
internal static class BodyReader
{
    /// <summary>The largest body, in bytes.</summary>
    public const int LargestBody = 64 * 1024;

    private const int MiB = 1024 * 1024;

    private const int FirstBuffer = 1024;

    /// <summary>Reads the body whatever its content type: curl's default is a form.</summary>
    /// <exception cref="ControlProblem">The body is too large, malformed, or not of that shape.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> shape) where T : class
    {
        var bytes = await ReadBytesAsync(request, LargestBody);
        try
        {
            RequireMembers(bytes, shape);
            return JsonSerializer.Deserialize(bytes.Span, shape)!;
        }
        catch (JsonException e) when (MemberOf(e, shape) is { } member)
        {
            throw ControlProblem.BadField(member.Name, $"The member `{member.Name}` is not {Describe(member.PropertyType)}.");
        }
        // Half a surrogate pair is found only by decoding, and is then no JsonException.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ControlProblem(400, "The body is not well-formed JSON.");
        }
    }

    /// <summary>Reads the bytes of a JSON object.</summary>
    /// <exception cref="ControlProblem">The body is too large, malformed, or no object.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadObjectAsync(HttpRequest request)
    {
        var bytes = await ReadBytesAsync(request, LargestBody);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? bytes : throw new ControlProblem(400, "The body is not a JSON object.");
        }
        catch (JsonException)
        {
            throw new ControlProblem(400, "The body is not well-formed JSON.");
        }
    }

    /// <summary>Reads a snapshot or a journal.</summary>
    /// <exception cref="ControlProblem">The body is larger than the setting allows, or cannot be read.</exception>
    public static Task<ReadOnlyMemory<byte>> ReadDocumentAsync(HttpRequest request, ControlSettings settings) =>
        ReadBytesAsync(request, settings.DocumentSize * MiB, "Emulator:Control:DocumentSize");

    /// <summary>Reads the body as it is. What a request announces costs it nothing, so the buffer grows with what arrives.</summary>
    /// <exception cref="ControlProblem">The body is larger than allowed, or cannot be read.</exception>
    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpRequest request, int largest, string? setting = null)
    {
        if (request.ContentLength > largest)
        {
            throw TooLarge(largest, setting);
        }

        var buffer = new byte[FirstBuffer];
        var length = 0;
        try
        {
            while (await request.Body.ReadAsync(buffer.AsMemory(length), request.HttpContext.RequestAborted) is > 0 and var read)
            {
                length += read;
                if (length > largest)
                {
                    throw TooLarge(largest, setting);
                }

                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, 2 * length);
                }
            }
        }
        // The web server says so in its own words, but for a chunk whose size no number holds.
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw new ControlProblem(400, "The body cannot be read.");
        }

        return buffer.AsMemory(0, length);
    }

    // Before anything is read into a type: the serializer would name that type, and its first fault need not be the caller's.
    private static void RequireMembers(ReadOnlyMemory<byte> bytes, JsonTypeInfo shape)
    {
        using var document = JsonDocument.Parse(bytes);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new ControlProblem(400, "The body is not a JSON object.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (!shape.Properties.Any(property => property.Name == member.Name))
            {
                throw ControlProblem.BadField(member.Name, $"There is no member `{member.Name}` here, only {Known(shape)}.");
            }

            if (!seen.Add(member.Name))
            {
                throw ControlProblem.BadField(member.Name, $"The member `{member.Name}` comes twice.");
            }
        }
    }

    private static string Known(JsonTypeInfo shape) => string.Join(", ", shape.Properties.Select(property => $"`{property.Name}`"));

    private static JsonPropertyInfo? MemberOf(JsonException exception, JsonTypeInfo shape) =>
        shape.Properties.FirstOrDefault(property => exception.Path == $"$.{property.Name}");

    private static string Describe(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(int))
        {
            return $"a whole number of at most {int.MaxValue}";
        }

        if (type == typeof(uint))
        {
            return $"a whole number from 0 to {uint.MaxValue}";
        }

        return type == typeof(double) ? "a number" : "a string";
    }

    private static ControlProblem TooLarge(int largest, string? setting) =>
        new(413, $"The body is larger than {largest} bytes{(setting is null ? "" : $", as many as {setting} allows")}.");
}
