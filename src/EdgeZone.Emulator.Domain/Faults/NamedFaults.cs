using EdgeZone.Emulator.Domain.Provisioning;

namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>
/// What goes wrong by the end of an instance's name, for those who cannot add rules. The one table of them; what is counted belongs to a world.
/// </summary>
internal sealed class NamedFaults
{
    /// <summary>How many names are remembered whose fault ends.</summary>
    public const int MostNames = 1000;

    private const string Mark = "--";
    private const string Throttled = Mark + "throttled-";
    private const int SlowFactor = 10;
    private const int MostThrottled = 99;

    private static readonly FaultOutcome Throttling = new()
    {
        Error = new ErrorFault(
            "RequestLimitExceeded",
            "Your current request times equals to `21` in a second, which exceeds the frequency limit `20` for a second. "
                + "Please reduce the frequency of calls."),
    };

    private static readonly Dictionary<string, NamedFault> ByName = Fixed().ToDictionary(fault => fault.Name, StringComparer.Ordinal);

    private List<NamedCount> _counts = [];

    /// <summary>All of them, as they are listed.</summary>
    public static IReadOnlyList<NamedFault> All { get; } =
    [
        .. ByName.Values,
        new NamedFault(
            $"{Throttled}N", $"the first N calls with that name, 1 to {MostThrottled}, are refused with RequestLimitExceeded", Throttling, Times: null),
    ];

    /// <summary>How often names were met whose fault ends.</summary>
    public IReadOnlyList<NamedCount> Counts => _counts;

    /// <summary>What an instance's name asks for; null for nothing.</summary>
    public static NamedFault? Of(string? name)
    {
        if (name is null || name.LastIndexOf(Mark, StringComparison.Ordinal) is not (>= 0 and var place))
        {
            return null;
        }

        var end = name.AsSpan(place);
        if (ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(end, out var named))
        {
            return named;
        }

        return end.StartsWith(Throttled, StringComparison.Ordinal)
            && int.TryParse(end[Throttled.Length..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var times)
            && times is > 0 and <= MostThrottled
            ? new NamedFault(end.ToString(), "", Throttling, times)
            : null;
    }

    /// <summary>Counts a call with a name whose fault ends.</summary>
    /// <returns>Whether the fault still holds.</returns>
    public bool Count(string name, int times)
    {
        var place = _counts.FindIndex(count => count.Name == name);
        var met = place < 0 ? 0 : _counts[place].Calls;
        if (met >= times)
        {
            return false;
        }

        if (place >= 0)
        {
            _counts[place] = new NamedCount(name, met + 1);
            return true;
        }

        // The oldest is forgotten.
        if (_counts.Count >= MostNames)
        {
            _counts.RemoveAt(0);
        }

        _counts.Add(new NamedCount(name, 1));
        return true;
    }

    /// <summary>Puts back what was written down.</summary>
    public void Restore(IEnumerable<NamedCount> counts) => _counts.AddRange(counts);

    /// <summary>The same in an object of its own.</summary>
    public NamedFaults Copy() => new() { _counts = [.. _counts] };

    private static IEnumerable<NamedFault> Fixed()
    {
        ProvisioningPhase[] phases =
        [
            ProvisioningPhase.Network, ProvisioningPhase.Power, ProvisioningPhase.Pxe, ProvisioningPhase.Image, ProvisioningPhase.Configure,
        ];
        foreach (var phase in phases)
        {
            yield return Work(
                $"fail-at-{phase.Word()}", $"every machine of the order fails when its phase {phase.Word()} would have ended", phase, PhaseOutcome.Fails);
        }

        foreach (var phase in phases)
        {
            yield return Work($"hang-at-{phase.Word()}", $"every machine of the order hangs in its phase {phase.Word()} for ever", phase, PhaseOutcome.Hangs);
        }

        foreach (var phase in phases)
        {
            yield return Work(
                $"slow-at-{phase.Word()}",
                $"the phase {phase.Word()} of every machine of the order takes {SlowFactor} times as long",
                phase,
                PhaseOutcome.Slow,
                SlowFactor);
        }

        yield return new NamedFault(
            $"{Mark}no-stock", "no machine is to be had: ResourceInsufficient", new FaultOutcome { Machine = MachineFault.Unavailable }, Times: null);
        yield return new NamedFault(
            $"{Mark}lost-answer",
            "the first call with that name is carried out and its connection reset",
            new FaultOutcome { Drop = DroppedPart.Answer },
            Times: 1);
    }

    private static NamedFault Work(string name, string meaning, ProvisioningPhase phase, PhaseOutcome outcome, double? factor = null) =>
        new(Mark + name, meaning, new FaultOutcome { Provisioning = new ProvisioningFault(phase, outcome, factor) }, Times: null);
}
