namespace EdgeZone.Emulator.Settings;

/// <summary>What is where somebody looked for a setting and there is none.</summary>
internal static class SettingsNearby
{
    /// <summary>Whether this path leads to a section or a list.</summary>
    public static bool HasSettingsBelow(string[] path) => Below(path).Length > 0;

    /// <summary>One line that says it by name.</summary>
    public static string WhatIsWrongWith(string[] path)
    {
        var full = Full(path);
        var below = Below(path);
        if (below.Length > 0)
        {
            return $"{full} is {(below.Any(SettingName.IsKey) ? "a list" : "a section")} and has no value itself; below it {Names(below)}.";
        }

        var above = path[..SettingsTable.All.Max(setting => setting.Name.Common(path))];
        return Below(above) is { Length: > 0 } there
            ? $"There is no setting {full}; below {Full(above)} {Names(there)}."
            : $"There is no setting {full}; {Full(above)} is a value, with nothing below it.";
    }

    /// <summary>
    /// The setting that a name at the root means, though its parts are not kept apart as they should be, as in <c>EMULATOR_AUTH_MODE</c>; null
    /// for none.
    /// </summary>
    public static Setting? MeantBy(string root) => root.StartsWith(EmulatorSettings.Section, StringComparison.OrdinalIgnoreCase)
        ? SettingsTable.All.FirstOrDefault(setting => Letters(NameWithoutKeys(setting)).Equals(Letters(root), StringComparison.OrdinalIgnoreCase))
        : null;

    private static string NameWithoutKeys(Setting setting) =>
        EmulatorSettings.Section + string.Concat(setting.Name.Parts.Where(part => !SettingName.IsKey(part)));

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetter));

    private static string[] Below(string[] path) =>
    [
        .. SettingsTable.All.Where(setting => setting.Name.Parts.Count > path.Length && setting.Name.Common(path) == path.Length)
            .Select(setting => setting.Name.Parts[path.Length])
            .Distinct(),
    ];

    private static string Names(string[] parts) => parts switch
    {
        [SettingName.Number] => "stand numbers from 0",
        [SettingName.Action] => "stand names of actions",
        [var one] => $"is {one}",
        _ => $"are {string.Join(", ", parts)}",
    };

    private static string Full(string[] path) => string.Join(':', [EmulatorSettings.Section, .. path]);
}
