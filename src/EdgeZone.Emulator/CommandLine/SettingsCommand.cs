using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.CommandLine;

/// <summary>
/// <c>EdgeZone.Emulator settings</c>: every setting with its default, its values and its meaning, as the help of options that the host reads.
/// </summary>
internal static partial class SettingsCommand
{
    public static Command Create()
    {
        var command = new Command("settings", "Lists every setting with its default, its values and its meaning.");
        foreach (var setting in SettingsTable.All)
        {
            command.Options.Add(new Option<string>($"--{setting.Name.Full}") { HelpName = "value", Description = Describe(setting) });
        }

        command.SetAction(command => new HelpAction().Invoke(command));
        return command;
    }

    private static string Describe(Setting setting) => $"{Plain(setting.Meaning)}. Default: {setting.Default}. Values: {setting.Allowed}.";

    // Meanings are written for the documentation.
    private static string Plain(string markdown) => Link().Replace(markdown, "$1").Replace("`", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
