using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>
/// A call as a link of two chains: that of its sandbox and that of the whole process. The links of a forgotten call are cut, so that an old
/// one keeps no newer one from being collected.
/// </summary>
internal sealed class RememberedCall(CallLog log, in CallRecord call)
{
    // The header, the record, five references and the size.
    private const int Fixed = HeapSize.Header + CallRecord.Fixed + (6 * HeapSize.Word);

    private readonly CallRecord _call = call;

    public CallLog Log => log;

    public ref readonly CallRecord Call => ref _call;

    /// <summary>How many bytes are kept for it.</summary>
    public long Size { get; } = Fixed + call.Texts;

    /// <summary>In the chain of the sandbox.</summary>
    public RememberedCall? Older { get; set; }

    /// <summary>In the chain of the sandbox.</summary>
    public RememberedCall? Newer { get; set; }

    /// <summary>In the chain of the process.</summary>
    public RememberedCall? Before { get; set; }

    /// <summary>In the chain of the process.</summary>
    public RememberedCall? After { get; set; }
}
