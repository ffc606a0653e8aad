using System.Text.Json;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Snapshots;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Reads the body of a rule. What is wrong is told by the place of its member, as <c>then[1].delay</c>.</summary>
internal static class FaultBody
{
    private const string Then = "then";

    /// <returns>The body, and whether its <c>then</c> is an outcome and no list of them.</returns>
    /// <exception cref="ControlProblem">It is too large, malformed, or not of that shape.</exception>
    public static async Task<(FaultSpec Spec, bool IsSingle)> ReadAsync(HttpRequest request)
    {
        var bytes = await BodyReader.ReadObjectAsync(request);
        var body = AsList(bytes.Span, out var isSingle);
        try
        {
            return (JsonSerializer.Deserialize(body, ControlPlaneJson.Default.FaultSpec)!, isSingle);
        }
        catch (JsonException e)
        {
            throw ControlProblem.BadField(PlaceOf(SnapshotDocument.PathOf(e), isSingle), SnapshotDocument.Explain(e));
        }
        catch (InvalidOperationException)
        {
            throw new ControlProblem(400, "The body is not well-formed JSON.");
        }
    }

    /// <summary>A place as whoever wrote the body knows it.</summary>
    public static string PlaceOf(string place, bool isSingle) =>
        isSingle && place.StartsWith($"{Then}[0]", StringComparison.Ordinal) ? $"{Then}{place.AsSpan(Then.Length + 3)}" : place;

    // One outcome is a list of one.
    private static byte[] AsList(ReadOnlySpan<byte> body, out bool isSingle)
    {
        isSingle = false;
        var reader = new Utf8JsonReader(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isThen = reader.ValueTextEquals(Then);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isThen && body[start] == (byte)'{')
            {
                isSingle = true;
                return [.. body[..start], (byte)'[', .. body[start..(int)reader.BytesConsumed], (byte)']', .. body[(int)reader.BytesConsumed..]];
            }
        }

        return body.ToArray();
    }
}
