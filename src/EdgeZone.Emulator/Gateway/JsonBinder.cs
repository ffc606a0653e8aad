using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>Binds a JSON object in one pass over its bytes. Types are strict: nothing is converted but <c>1.0</c> to an integer.</summary>
internal static class JsonBinder
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int DeepestNesting = 64;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = DeepestNesting };

    /// <summary>Whether the bytes are one JSON object and nothing else, every text in it well-formed.</summary>
    public static bool IsObject(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            return false;
        }

        var reader = new Utf8JsonReader(body, Options);
        byte[]? unescaped = null;
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read())
            {
                // Half a surrogate pair, written as an escape, is found only by decoding.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.CopyString(unescaped ??= ArrayPool<byte>.Shared.Rent(body.Length));
                }
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
        finally
        {
            if (unescaped is not null)
            {
                ArrayPool<byte>.Shared.Return(unescaped);
            }
        }
    }

    /// <summary>Binds a body that <see cref="IsObject"/> has accepted.</summary>
    /// <returns>The fault to report, or null.</returns>
    public static ApiException? Bind(Arguments arguments, ApiEdition edition, ReadOnlySpan<byte> body)
    {
        var faults = new BindingFaults(arguments.Parameters);
        var reader = new Utf8JsonReader(body, Options);
        reader.Read();
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = IndexOf(arguments.Parameters, edition, ref reader, expected);
            if (index < 0)
            {
                SkipUnknown(ref faults, ref reader);
                continue;
            }

            reader.Read();
            faults.Type(index, Read(arguments, index, ref reader));
            expected = index + 1;
        }

        return faults.First();
    }

    // Some SDKs send every member that was not set as null: one is as if absent, whatever it is called.
    private static void SkipUnknown(ref BindingFaults faults, ref Utf8JsonReader reader)
    {
        var name = reader;
        reader.Skip();
        if (reader.TokenType != JsonTokenType.Null && !faults.HasUnknown)
        {
            faults.Unknown(name.GetString()!);
        }
    }

    // Most callers send parameters in definition order, so the search begins behind the last one found.
    private static int IndexOf(IReadOnlyList<Parameter> parameters, ApiEdition edition, ref Utf8JsonReader reader, int expected)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            var index = (expected + i) % parameters.Count;
            if (reader.ValueTextEquals(parameters[index].Utf8Name))
            {
                return parameters[index].ExistsIn(edition) ? index : -1;
            }
        }

        return -1;
    }

    private static TypeFault Read(Arguments arguments, int index, ref Utf8JsonReader reader)
    {
        var parameter = arguments.Parameters[index];
        arguments[index] = default;
        switch (parameter.Type, reader.TokenType)
        {
            case (_, JsonTokenType.Null):
                return default;
            case (ParameterType.String, JsonTokenType.String):
                arguments[index] = Argument.OfText(reader.GetString()!);
                return default;
            case (ParameterType.Int64, JsonTokenType.Number) when TryGetInt64(ref reader, out var signed):
                arguments[index] = Argument.OfSigned(signed);
                return default;
            case (ParameterType.UInt64, JsonTokenType.Number) when TryGetUInt64(ref reader, out var unsigned):
                arguments[index] = Argument.OfUnsigned(unsigned);
                return default;
            case (ParameterType.Bool, JsonTokenType.True or JsonTokenType.False):
                arguments[index] = Argument.OfFlag(reader.GetBoolean());
                return default;
            case (ParameterType.StringList, JsonTokenType.StartArray):
                return ReadItems(arguments, index, ref reader);
            default:
                reader.Skip();
                return TypeFault.WrongJson;
        }
    }

    private static TypeFault ReadItems(Arguments arguments, int index, ref Utf8JsonReader reader)
    {
        var items = new List<string>();
        TypeFault fault = default;
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                items.Add(reader.GetString()!);
            }
            else if (fault == default)
            {
                fault = TypeFault.WrongItem(i);
            }

            reader.Skip();
        }

        if (fault == default)
        {
            arguments[index] = Argument.OfItems(items);
        }

        return fault;
    }

    private static bool TryGetInt64(ref Utf8JsonReader reader, out long value)
    {
        if (reader.TryGetInt64(out value))
        {
            return true;
        }

        if (!TryGetWhole(ref reader, long.MinValue, long.MaxValue, out var whole))
        {
            return false;
        }

        value = (long)whole;
        return true;
    }

    private static bool TryGetUInt64(ref Utf8JsonReader reader, out ulong value)
    {
        if (reader.TryGetUInt64(out value))
        {
            return true;
        }

        if (!TryGetWhole(ref reader, ulong.MinValue, ulong.MaxValue, out var whole))
        {
            return false;
        }

        value = (ulong)whole;
        return true;
    }

    // 1.0 and 1e2 are whole numbers, however they are written.
    private static bool TryGetWhole(ref Utf8JsonReader reader, decimal least, decimal most, out decimal whole) =>
        reader.TryGetDecimal(out whole) && decimal.Truncate(whole) == whole && whole >= least && whole <= most;
}
