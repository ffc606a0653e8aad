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
        var faults = new BindingFaults(arguments.Parameters.Count);
        var lists = new SortedDictionary<int, string>?[arguments.Parameters.Count];
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
                faults.Type(index, ApiErrors.Parameter.BrokenArray(arguments.Parameters[index].Name));
            }
            else
            {
                (lists[index] ??= [])[position] = value;
            }
        }

        for (var index = 0; index < lists.Length; index++)
        {
            if (lists[index] is not { } items)
            {
                continue;
            }
            // Positions are distinct, so they are 0, 1, 2, … exactly when the largest one says so.
            if (items.Keys.Last() == items.Count - 1)
            {
                arguments[index] = Argument.OfItems([.. items.Values]);
            }
            else
            {
                faults.Type(index, ApiErrors.Parameter.BrokenArray(arguments.Parameters[index].Name));
            }
        }

        return faults.First;
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

    private static ApiException? Read(Arguments arguments, int index, string value)
    {
        var parameter = arguments.Parameters[index];
        switch (parameter.Type)
        {
            case ParameterType.String:
                arguments[index] = Argument.OfText(value);
                return null;
            case ParameterType.Int64 when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signed):
                arguments[index] = Argument.OfSigned(signed);
                return null;
            case ParameterType.UInt64 when ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var unsigned):
                arguments[index] = Argument.OfUnsigned(unsigned);
                return null;
            case ParameterType.Bool when bool.TryParse(value, out var flag):
                arguments[index] = Argument.OfFlag(flag);
                return null;
            default:
                return ApiErrors.Parameter.WrongTextType(parameter.Name, value);
        }
    }
}
