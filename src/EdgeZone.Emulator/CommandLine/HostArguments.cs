using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.CommandLine;

/// <summary>A command line in two parts: the settings, written in ASP.NET's own way for the host to read, and what is not one.</summary>
/// <param name="Settings"><c>--name=value</c>, <c>--name value</c>, <c>/name=value</c>, <c>name=value</c>.</param>
/// <param name="Others">Options and commands.</param>
internal sealed record HostArguments(IReadOnlyList<string> Settings, IReadOnlyList<string> Others)
{
    /// <summary>What comes behind it is another program's.</summary>
    private const string EndOfOptions = "--";

    public static HostArguments Split(string[] args)
    {
        var settings = new List<string>();
        var others = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == EndOfOptions)
            {
                // Alone and last it says nothing, and what is left is a plain start.
                others.AddRange(others.Count > 0 || i + 1 < args.Length ? args[i..] : []);
                break;
            }

            var name = WithoutPrefix(args[i]);
            var equals = name.IndexOf('=', StringComparison.Ordinal);
            var isNamed = args[i] != "--emulator" && HostSettings.Names.Contains((equals < 0 ? name : name[..equals]).Split(':')[0]);
            if (isNamed && equals >= 0)
            {
                settings.Add(args[i]);
            }
            else if (isNamed && name != args[i] && i + 1 < args.Length)
            {
                // Without an equals sign the value is the next argument, and the name needs its prefix.
                settings.AddRange(args[i], args[++i]);
            }
            else
            {
                others.Add(args[i]);
            }
        }

        return new HostArguments(settings, others);
    }

    private static string WithoutPrefix(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..]
        : argument.StartsWith('/') ? argument[1..]
        : argument;
}
