using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace EdgeZone.Emulator.Connections;

/// <summary>
/// Stands between a connection and the HTTP/1.1 server and hands every byte on, except that a head with a scheme in its <c>Host</c> is
/// replaced by a copy that the server accepts.
/// <para>
/// A rewrite at the wrong place would damage a body, so the rule is: look only where a request is certain to start, and at the first doubt
/// stop looking for good. A request starts at the connection's first byte and behind each request whose head leaves no choice about the
/// length of its body; how much of it the server has taken is counted from what the server itself reports as consumed. After a chunked
/// request, an upgrade, TLS, HTTP/2 or anything unusual the connection is left alone, and the worst that happens is the server's own 400.
/// </para>
/// <para>
/// The server starts its clock for a head with the first byte that it sees, so that one it sees at once; it can do nothing with it but wait.
/// </para>
/// </summary>
/// <param name="inner">Where the bytes come from.</param>
/// <param name="receivedHost">Gets the host that a copy lacks.</param>
internal sealed class HostRewritingReader(PipeReader inner, ReceivedHost receivedHost) : PipeReader
{
    private RequestHead _head;
    private ReadOnlySequence<byte> _handedOut;
    private long _unconsumedOfRequest;
    private bool _hasGivenUp;
    private bool _firstByteWasShown;
    private ReadOnlySequence<byte> _rewritten;
    private bool _rewrittenWasShown;

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (!_rewritten.IsEmpty)
        {
            return new ValueTask<ReadResult>(HandOutRewritten(isCanceled: false));
        }

        var reading = inner.ReadAsync(cancellationToken);
        if (_hasGivenUp)
        {
            return reading;
        }

        if (!reading.IsCompletedSuccessfully)
        {
            return ReadOnAsync(reading, cancellationToken);
        }

        var result = reading.Result;
        return MayHandOut(ref result) ? new ValueTask<ReadResult>(result) : ReadOnAsync(inner.ReadAsync(cancellationToken), cancellationToken);
    }

    public override bool TryRead(out ReadResult result)
    {
        if (!_rewritten.IsEmpty)
        {
            result = HandOutRewritten(isCanceled: false);
            return true;
        }

        return inner.TryRead(out result) && (_hasGivenUp || MayHandOut(ref result));
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        if (!_rewritten.IsEmpty)
        {
            _rewritten = _rewritten.Slice(consumed);
            return;
        }

        if (!_hasGivenUp && !_handedOut.IsEmpty)
        {
            _unconsumedOfRequest -= _handedOut.Slice(_handedOut.Start, consumed).Length;
            _hasGivenUp = _unconsumedOfRequest < 0;
            _handedOut = default;
        }

        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    // Pooled, or every wait for the next request of an idle connection would allocate.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ReadResult> ReadOnAsync(ValueTask<ReadResult> reading, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await reading.ConfigureAwait(false);
            if (MayHandOut(ref result))
            {
                return result;
            }

            reading = inner.ReadAsync(cancellationToken);
        }
    }

    /// <summary>Whether the server may see the result, which may have been replaced; if not, the inner reader waits for more.</summary>
    private bool MayHandOut(ref ReadResult result)
    {
        if (_unconsumedOfRequest == 0 && !result.Buffer.IsEmpty && !MayHandOutHead(ref result))
        {
            return false;
        }

        _handedOut = result.Buffer;
        return true;
    }

    private bool MayHandOutHead(ref ReadResult result)
    {
        switch (_head.Read(result.Buffer))
        {
            case HeadProgress.Incomplete when result.IsCompleted:
            case HeadProgress.Unclear:
                _hasGivenUp = true;
                return true;

            // The server wants to know at once that it was interrupted. It sees none of the bytes: it would consume the first lines of the head.
            case HeadProgress.Incomplete when result.IsCanceled:
                result = new ReadResult(result.Buffer.Slice(0, 0), isCanceled: true, isCompleted: false);
                return true;

            case HeadProgress.Incomplete when !_firstByteWasShown:
                _firstByteWasShown = true;
                result = new ReadResult(result.Buffer.Slice(0, 1), isCanceled: false, isCompleted: false);
                return true;

            case HeadProgress.Incomplete:
                inner.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                return false;

            default:
                HandOutHead(ref result);
                return true;
        }
    }

    private void HandOutHead(ref ReadResult result)
    {
        var head = _head;
        _head = default;
        _firstByteWasShown = false;
        _hasGivenUp = !head.BodyLengthIsKnown;
        if (!head.NeedsRewriting)
        {
            receivedHost.Note(null);
            _unconsumedOfRequest = head.Length + head.BodyLength;
            return;
        }

        var original = result.Buffer.Slice(0, head.Length);
        _rewritten = new ReadOnlySequence<byte>(HeaderLine.Rewrite(original, out var host));
        receivedHost.Note(host);
        _rewrittenWasShown = false;
        _unconsumedOfRequest = head.BodyLength;
        inner.AdvanceTo(original.End);
        result = HandOutRewritten(result.IsCanceled);
    }

    private ReadResult HandOutRewritten(bool isCanceled)
    {
        // A complete head is consumed as a whole. Should the server ever ask for more of it, there is none, and saying so ends its waiting.
        var result = new ReadResult(_rewritten, isCanceled, isCompleted: _rewrittenWasShown);
        _rewrittenWasShown = true;
        return result;
    }
}
