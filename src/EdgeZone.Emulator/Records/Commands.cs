using System.Diagnostics;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.UseCases;
using EdgeZone.Emulator.Domain.UseCases.Clocks;
using EdgeZone.Emulator.Domain.UseCases.Faults;
using EdgeZone.Emulator.Domain.UseCases.Instances;
using EdgeZone.Emulator.Domain.UseCases.Stocks;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Records;

/// <summary>Commands of the control plane as they stand in a record.</summary>
internal static class Commands
{
    public static CommandDocument Write(UseCase command) => command switch
    {
        SetClock set => new CommandDocument { SetClock = set },
        AdvanceClock advance => new CommandDocument { AdvanceClock = Write(advance.Target) },
        SetStock set => new CommandDocument { SetStock = set },
        AddFault add => new CommandDocument { AddFault = add.Rule },
        ReplaceFault replace => new CommandDocument { ReplaceFault = replace.Rule },
        RemoveFault remove => new CommandDocument { RemoveFault = remove.Id },
        ClearFaults => new CommandDocument { ClearFaults = true },
        SetInstance set => new CommandDocument { SetInstance = set },
        _ => throw new UnreachableException($"{command.GetType().Name} is no command of the control plane."),
    };

    /// <exception cref="WorldStateException">It is none, or more than one.</exception>
    public static UseCase Read(CommandDocument document, string path)
    {
        UseCase?[] commands =
        [
            document.SetClock,
            document.AdvanceClock is { } advance ? new AdvanceClock(Read(advance, $"{path}.advanceClock")) : null,
            document.SetStock,
            document.AddFault is { } added ? new AddFault(added) : null,
            document.ReplaceFault is { } replaced ? new ReplaceFault(replaced) : null,
            document.RemoveFault is { } id ? new RemoveFault(id) : null,
            document.ClearFaults is true ? new ClearFaults() : null,
            document.SetInstance,
        ];
        return commands.Count(command => command is not null) == 1
            ? commands.Single(command => command is not null)!
            : throw new WorldStateException(
                path,
                "Exactly one of `setClock`, `advanceClock`, `setStock`, `addFault`, `replaceFault`, `removeFault`, `clearFaults` and `setInstance` is needed.");
    }

    private static AdvanceDocument Write(AdvanceTarget target) => target switch
    {
        AdvanceTarget.Span by => new AdvanceDocument { By = by.Value },
        AdvanceTarget.Instant to => new AdvanceDocument { To = to.Value },
        AdvanceTarget.Idle => new AdvanceDocument { UntilIdle = true },
        AdvanceTarget.NextEvent => new AdvanceDocument { UntilNextEvent = true },
        AdvanceTarget.AllAllocated => new AdvanceDocument { UntilNoneAllocating = true },
        AdvanceTarget.Allocated until => new AdvanceDocument { UntilAllocated = until.InstanceId },
        _ => throw new UnreachableException(),
    };

    private static AdvanceTarget Read(AdvanceDocument document, string path)
    {
        AdvanceTarget?[] targets =
        [
            document.By is { } by ? AdvanceTarget.By(by) : null,
            document.To is { } to ? AdvanceTarget.To(to) : null,
            document.UntilIdle is true ? AdvanceTarget.UntilIdle : null,
            document.UntilNextEvent is true ? AdvanceTarget.UntilNextEvent : null,
            document.UntilNoneAllocating is true ? AdvanceTarget.UntilNoneAllocating : null,
            document.UntilAllocated is { } id ? AdvanceTarget.UntilInstanceLeavesAllocating(id) : null,
        ];
        return targets.Count(target => target is not null) == 1
            ? targets.Single(target => target is not null)!
            : throw new WorldStateException(
                path, "Exactly one of `by`, `to`, `untilIdle`, `untilNextEvent`, `untilNoneAllocating` and `untilAllocated` is needed.");
    }
}
