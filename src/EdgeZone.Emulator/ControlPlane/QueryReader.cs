using System.Globalization;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Reads a request's query and refuses what is not in it by its name.</summary>
internal static class QueryReader
{
    /// <exception cref="ControlProblem">A parameter is unknown or comes twice.</exception>
    public static void RequireKnown(HttpRequest request, params ReadOnlySpan<string> known)
    {
        foreach (var (name, values) in request.Query)
        {
            if (!known.Contains(name))
            {
                throw ControlProblem.BadField(
                    name,
                    known.IsEmpty ? $"There is no parameter `{name}` here." : $"There is no parameter `{name}` here, only `{string.Join("`, `", known)}`.");
            }

            if (values.Count > 1)
            {
                throw ControlProblem.BadField(name, $"The parameter `{name}` comes twice.");
            }
        }
    }

    /// <summary>A whole number.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="ControlProblem">It is none, or out of range.</exception>
    public static long? WholeNumber(string name, string? text, long least, long most = long.MaxValue)
    {
        if (text is null)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw ControlProblem.BadField(name, $"The {name} '{text}' is not a whole number from {least} to {most}.");
    }

    /// <summary>Yes or no.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="ControlProblem">It is neither.</exception>
    public static bool? Flag(string name, string? text) => text switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw ControlProblem.BadField(name, $"The {name} '{text}' is neither true nor false."),
    };
}
