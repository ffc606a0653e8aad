using System.Diagnostics.CodeAnalysis;

namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>What goes wrong with the work on machines, by the number of the instance. Few have anything, so it is no part of their rows.</summary>
internal sealed class WorkFaults
{
    private Dictionary<long, WorkFault> _faults = [];

    /// <summary>All of it, by the numbers of instances.</summary>
    public IEnumerable<(long Number, WorkFault Fault)> All => _faults.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value));

    /// <summary>How many instances hang while they are allocating.</summary>
    public int HangingAllocations => _faults.Count == 0 ? 0 : _faults.Values.Count(fault => fault is { Hangs: true, Step: not ProvisioningStep.WipeDisks });

    /// <summary>What goes wrong with the work on an instance.</summary>
    public bool TryFind(long number, [NotNullWhen(true)] out WorkFault? fault)
    {
        fault = null;
        return _faults.Count > 0 && _faults.TryGetValue(number, out fault);
    }

    /// <summary>The same, if it concerns that step.</summary>
    public WorkFault? Of(long number, ProvisioningStep step) => TryFind(number, out var fault) && fault.Step == step ? fault : null;

    /// <summary>Decides what goes wrong; nothing else does with that instance.</summary>
    public void Set(long number, WorkFault fault) => _faults[number] = fault;

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear(long number)
    {
        if (_faults.Count > 0)
        {
            _faults.Remove(number);
        }
    }

    /// <summary>The same in an object of its own.</summary>
    public WorkFaults Copy() => new() { _faults = new(_faults) };
}
