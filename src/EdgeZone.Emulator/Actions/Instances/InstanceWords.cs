using EdgeZone.Emulator.Domain.Instances;

namespace EdgeZone.Emulator.Actions.Instances;

/// <summary>The words that the API uses for the states of an instance.</summary>
internal static class InstanceWords
{
    private static readonly Dictionary<string, InstanceStatus> Statuses =
        Enum.GetValues<InstanceStatus>().ToDictionary(status => status.Word(), StringComparer.Ordinal);

    private static readonly Dictionary<OperateStatus, string> OperateWords =
        Enum.GetValues<OperateStatus>().ToDictionary(status => status, status => status.ToString().ToLowerInvariant());

    /// <summary>All words for <see cref="InstanceStatus"/>, for a message.</summary>
    public static string KnownStatuses { get; } = string.Join(", ", Enum.GetValues<InstanceStatus>().Select(status => status.Word()));

    public static bool IsStatus(string word) => Statuses.ContainsKey(word);

    public static InstanceStatus ToStatus(string word) => Statuses[word];

    public static string Of(OperateStatus status) => OperateWords[status];
}
