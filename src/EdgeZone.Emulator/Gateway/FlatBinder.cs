using System.Globalization;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>
/// Binds the untyped pairs of a query or a form: lists are flattened as <c>Name.0</c>, <c>Name.1</c>, without gaps and in any order.
/// </summary>
internal static class FlatBinder
{
    /// <returns>The fault to report, or null.</returns>
    public static ApiException? Bind(Arguments arguments, ApiEdition edition, IReadOnlyList<FlatParameter> pairs, IReadOnlySet<string> ignored)
    {
        var faults = new BindingFaults(arguments.Parameters);
        var lists = new List<(int Position, string Value)>?[arguments.Parameters.Count];
        foreach (var (key, value) in pairs)
        {
            if (ignored.Contains(key))
            {
                continue;
            }

            var dot = key.IndexOf('.', StringComparison.Ordinal);
            var index = IndexOf(arguments.Parameters, edition, dot < 0 ? key : key.AsSpan(0, dot));
            var isList = index >= 0 && arguments.Parameters[index].Type == ParameterType.StringList;
            if (index < 0 || (dot >= 0 && !isList))
            {
                faults.Unknown(key);
            }
            else if (!isList)
            {
                faults.Type(index, Read(arguments, index, value));
            }
            else if (dot < 0 || !TryReadPosition(key.AsSpan(dot + 1), out var position))
            {
                faults.Type(index, TypeFault.BrokenArray);
            }
            else
            {
                (lists[index] ??= []).Add((position, value));
            }
        }

        for (var index = 0; index < lists.Length; index++)
        {
            if (lists[index] is not { } items)
            {
                continue;
            }

            if (TryOrder(items, out var ordered))
            {
                arguments[index] = Argument.OfItems(ordered);
            }
            else
            {
                faults.Type(index, TypeFault.BrokenArray);
            }
        }

        return faults.First();
    }

    // A key comes once only, so positions are distinct: each has its place exactly when none is beyond the last.
    private static bool TryOrder(List<(int Position, string Value)> items, out string[] ordered)
    {
        ordered = new string[items.Count];
        foreach (var (position, value) in items)
        {
            if (position >= ordered.Length)
            {
                return false;
            }

            ordered[position] = value;
        }

        return true;
    }

    private static int IndexOf(IReadOnlyList<Parameter> parameters, ApiEdition edition, ReadOnlySpan<char> name)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (name.SequenceEqual(parameters[i].Name))
            {
                return parameters[i].ExistsIn(edition) ? i : -1;
            }
        }

        return -1;
    }

    private static bool TryReadPosition(ReadOnlySpan<char> text, out int position) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out position) && (text.Length == 1 || text[0] != '0');

    private static TypeFault Read(Arguments arguments, int index, string value)
    {
        var parameter = arguments.Parameters[index];
        switch (parameter.Type)
        {
            case ParameterType.String:
                arguments[index] = Argument.OfText(value);
                return default;
            case ParameterType.Int64 when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signed):
                arguments[index] = Argument.OfSigned(signed);
                return default;
            case ParameterType.UInt64 when ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var unsigned):
                arguments[index] = Argument.OfUnsigned(unsigned);
                return default;
            case ParameterType.Bool when bool.TryParse(value, out var flag):
                arguments[index] = Argument.OfFlag(flag);
                return default;
            default:
                return TypeFault.WrongText(value);
        }
    }
}
