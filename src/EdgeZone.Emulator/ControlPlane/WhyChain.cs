using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Journals;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>What led to an instance as it is: what the journal remembers of it, and the work that the world has planned.</summary>
/// <param name="instance">Its id.</param>
/// <param name="now">The sandbox's time.</param>
/// <param name="planned">The phases of the work on it; none when there is no work on it, or no such instance.</param>
internal sealed class WhyChain(string instance, DateTimeOffset now, IReadOnlyList<PlannedPhase> planned)
{
    private readonly List<LinkView> _links = [];
    private readonly HashSet<ProvisioningPhase> _told = [];
    private WorkFault? _fault;

    /// <summary>Whether the journal lacks something of it.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Whether the journal remembers anything of it.</summary>
    public bool IsRemembered { get; private set; }

    /// <summary>The links in the order of time; of those at the same time, in the order in which one led to the other.</summary>
    public IReadOnlyList<LinkView> Links => [.. _links.OrderBy(link => link.At)];

    public static WhyChain Of(string instance, DateTimeOffset now, IReadOnlyList<PlannedPhase> planned, JournalReading journal)
    {
        var chain = new WhyChain(instance, now, planned);
        chain.Tell(chain.FindEntries(journal));
        return chain;
    }

    /// <summary>The entries that concern it, the oldest first.</summary>
    private List<JournalEntry> FindEntries(JournalReading journal)
    {
        var entries = new List<JournalEntry>();
        var isOrdered = false;
        // Back to where it was ordered: what is older cannot concern it.
        foreach (var entry in journal.Entries.TakeWhile(_ => !isOrdered))
        {
            IsTruncated |= entry.Happened > entry.Events.Count;
            if (entry.Events.Any(IsOwn))
            {
                entries.Add(entry);
                isOrdered = entry.Events.Any(happened => happened.Kind == EventKind.InstanceCreated && IsOwn(happened));
            }
        }

        IsTruncated |= !isOrdered;
        IsRemembered = entries.Count > 0;
        entries.Reverse();
        return entries;
    }

    private void Tell(List<JournalEntry> entries)
    {
        WorldEvent[] events = [.. entries.SelectMany(entry => entry.Events).Where(IsOwn)];
        var place = 0;
        foreach (var entry in entries)
        {
            var isCallTold = false;
            foreach (var happened in entry.Events.Where(IsOwn))
            {
                if (happened.Cause != 0 && !isCallTold && entry.Call is { } call)
                {
                    isCallTold = true;
                    _links.Add(LinkView.Of(entry, call, happened.At));
                    TellDecisions(entry, happened);
                }

                _fault = WorkFault.Of(happened) ?? _fault;
                _links.Add(LinkView.OfEvent(happened));
                TellPhases(happened, events.AsSpan(++place));
            }
        }

        Tell(planned);
    }

    private void TellDecisions(JournalEntry entry, WorldEvent ordered)
    {
        if (ordered.Kind == EventKind.InstanceCreated)
        {
            _links.AddRange(entry.Events
                .Where(decided => decided.Kind is EventKind.QuotaTaken or EventKind.MachinesReserved or EventKind.ImageChosen)
                .Select(LinkView.OfDecision));
        }
    }

    // Work that is done began with one event and ended with another; of what is under way the world tells itself.
    private void TellPhases(WorldEvent began, ReadOnlySpan<WorldEvent> later)
    {
        if (StepBegunBy(began.Kind) is not { } step)
        {
            return;
        }

        foreach (var ended in later)
        {
            if (Ends(step, ended.Kind))
            {
                Tell(ProvisioningPhases.Of(step, began.At, ended.At, FaultOf(later)));
                return;
            }
        }
    }

    // What goes wrong is decided just behind the event that begins the work.
    private WorkFault? FaultOf(ReadOnlySpan<WorldEvent> later) => later is [var next, ..] && WorkFault.Of(next) is { } fault ? fault : _fault;

    private void Tell(IReadOnlyList<PlannedPhase> phases) =>
        _links.AddRange(phases.Where(phase => _told.Add(phase.Phase)).Select(phase => LinkView.Of(phase, now)));

    // Zones, networks and images are subjects too, and a caller may ask for their names as if they were instances.
    private bool IsOwn(WorldEvent happened) => happened.Subject == instance && happened.Kind is EventKind.InstanceCreated
        or EventKind.AddressesAssigned
        or EventKind.SystemInstalled
        or EventKind.InstanceFailed
        or EventKind.InstanceRenamed
        or EventKind.AddressChanged
        or EventKind.InstanceTerminated
        or EventKind.WorkFaulted
        or EventKind.WipeFailed
        or EventKind.StatusSet
        or EventKind.DisksWiped;

    private static ProvisioningStep? StepBegunBy(EventKind kind) => kind switch
    {
        EventKind.InstanceCreated => ProvisioningStep.AssignAddresses,
        EventKind.AddressesAssigned => ProvisioningStep.InstallSystem,
        EventKind.InstanceTerminated => ProvisioningStep.WipeDisks,
        _ => null,
    };

    private static bool Ends(ProvisioningStep step, EventKind kind) => step switch
    {
        ProvisioningStep.AssignAddresses => kind is EventKind.AddressesAssigned or EventKind.InstanceFailed,
        ProvisioningStep.InstallSystem => kind is EventKind.SystemInstalled or EventKind.InstanceFailed,
        _ => kind is EventKind.DisksWiped or EventKind.WipeFailed,
    };
}
