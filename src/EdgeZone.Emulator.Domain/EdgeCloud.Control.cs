using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Time;

namespace EdgeZone.Emulator.Domain;

// What steers the emulator and is no part of the API.
public sealed partial class EdgeCloud
{
    /// <summary>The sandbox's clock.</summary>
    public ClockState Clock
    {
        get
        {
            lock (_gate)
            {
                return _clock.State;
            }
        }
    }

    /// <summary>When the next step of provisioning is due, null when there is none. Can be past: a due step waits for the next use case.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _schedule.NextDue;
            }
        }
    }

    /// <summary>Changes how time passes from now on; the time itself does not jump.</summary>
    /// <param name="mode">How time passes.</param>
    /// <param name="rate">Seconds inside per second outside; needed by a scaled clock, by no other.</param>
    /// <exception cref="ControlException">Field <c>rate</c> or <c>mode</c>.</exception>
    public ClockState SetClock(ClockMode mode, double? rate)
    {
        lock (_gate)
        {
            Settle();
            _clock.Set(mode, rate);
            return _clock.State;
        }
    }

    /// <summary>Moves the clock forward; what becomes due on the way happens at its own time, in order.</summary>
    /// <exception cref="ControlException">Field <c>by</c> or <c>to</c>: backwards, or beyond year 9999. Field <c>instanceId</c>: unknown.</exception>
    public AdvanceOutcome Advance(AdvanceTarget target)
    {
        lock (_gate)
        {
            var log = new HappeningLog(_options.HappeningsLimit);
            var from = Settle(log);
            switch (target)
            {
                case AdvanceTarget.Span by:
                    MoveTo(EndOf(by.Value, from), log);
                    break;
                case AdvanceTarget.Instant to:
                    MoveTo(to.Value >= from ? to.Value : throw new ControlException("to", $"{to.Value:O} is before the sandbox's time, {from:O}."), log);
                    break;
                case AdvanceTarget.NextEvent:
                    MoveToNextDue(log);
                    break;
                case AdvanceTarget.Idle:
                    while (MoveToNextDue(log))
                    {
                        continue;
                    }

                    break;
                case AdvanceTarget.Allocated until:
                    if (_instances.Find(until.InstanceId) is null)
                    {
                        throw new ControlException("instanceId", $"Instance {until.InstanceId} does not exist.", isNotFound: true);
                    }

                    while (_instances.Find(until.InstanceId) is { } instance && InstanceLifecycle.IsAllocating(instance.Status) && MoveToNextDue(log))
                    {
                        continue;
                    }

                    break;
            }

            return new AdvanceOutcome(from, _clock.Read(), log.First, log.Total);
        }
    }

    /// <summary>The machines of a model in a zone.</summary>
    /// <exception cref="ControlException">Field <c>zone</c> or <c>instanceType</c>: unknown.</exception>
    public StockState Stock(string zone, string type)
    {
        lock (_gate)
        {
            Settle();
            return StockOf(zone, type);
        }
    }

    /// <summary>Adds or removes free machines of a model in a zone until that many are free now; sets its quota for every account.</summary>
    /// <param name="zone">Code of the zone.</param>
    /// <param name="type">Code of the model.</param>
    /// <param name="free">How many machines are to be free, null to leave them. Bound ones and those being wiped stay.</param>
    /// <param name="quota">The quota, 0 for no limit, null to leave it.</param>
    /// <exception cref="ControlException">Field <c>zone</c> or <c>instanceType</c>: unknown. Field <c>free</c>: negative, or more machines than allowed.</exception>
    public StockState SetStock(string zone, string type, int? free, uint? quota)
    {
        lock (_gate)
        {
            Settle();
            var stock = StockOf(zone, type);
            if (free is { } wanted)
            {
                var most = Math.Max(0, _options.MaximumMachines - stock.Bound - stock.Wiping);
                if (wanted < 0 || wanted > most)
                {
                    throw new ControlException("free", $"{wanted} is not between 0 and {most}, the machines {type} can have free in {zone}.");
                }

                _machines.Of(zone, type).SetFree(wanted);
            }

            if (quota is { } ceiling)
            {
                _accounts.SetQuota(zone, type, ceiling);
            }

            return StockOf(zone, type);
        }
    }

    private StockState StockOf(string zone, string type)
    {
        if (_zones.Find(zone) is null)
        {
            throw new ControlException("zone", $"Zone {zone} does not exist.", isNotFound: true);
        }

        if (!_instanceTypes.ContainsKey(type))
        {
            throw new ControlException("instanceType", $"Instance type {type} does not exist.", isNotFound: true);
        }

        var stock = _machines.Of(zone, type);
        return new StockState(zone, type, stock.Machines, stock.Free, stock.Bound, stock.Wiping, _accounts.First.Instances.QuotaOf(zone, type));
    }

    private static DateTimeOffset EndOf(TimeSpan span, DateTimeOffset from)
    {
        if (span < TimeSpan.Zero)
        {
            throw new ControlException("by", $"{span} is negative; a sandbox's time never runs backwards.");
        }

        return span <= DateTimeOffset.MaxValue - from ? from + span : throw new ControlException("by", $"{span} from {from:O} leads beyond year 9999.");
    }

    private bool MoveToNextDue(HappeningLog log)
    {
        if (_schedule.NextDue is not { } due)
        {
            return false;
        }

        MoveTo(due, log);
        return true;
    }

    private void MoveTo(DateTimeOffset instant, HappeningLog log)
    {
        _clock.MoveTo(instant);
        _provisioner.PlayUntil(instant, log);
    }
}
