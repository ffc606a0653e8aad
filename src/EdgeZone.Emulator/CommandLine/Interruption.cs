using System.Runtime.InteropServices;

namespace EdgeZone.Emulator.CommandLine;

/// <summary>A signal that asks the process to end, as a cancellation: what was begun can be put in order.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly PosixSignalRegistration[] _signals;

    public Interruption(CancellationToken cancellation)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Take), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take)];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void Take(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();
    }
}
