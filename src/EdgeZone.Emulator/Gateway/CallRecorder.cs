using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>What is noted of a call: the line in the log and the rest of its entry in the sandbox's journal.</summary>
internal sealed partial class CallRecorder(RefusedCalls refusals, TimeProvider time, ILogger<CallRecorder> logger)
{
    private const int LongestHost = 256;

    private const string Success = "OK";

    public void Record(ApiCall call, ReadOnlySpan<byte> answer, TimeSpan elapsed)
    {
        var (action, sandboxName, outcome) = (Clip(call.Action), call.Sandbox ?? "-", call.Error?.Code ?? call.Entry?.Outcome ?? Success);
        if (call.Fault is { } fault)
        {
            Log.CallWithFault(logger, action, sandboxName, outcome, elapsed.TotalMilliseconds, call.RequestIdText, fault.Word, FaultDelivery.NamesOf(fault));
        }
        else if (call.Advice is null)
        {
            Log.Call(logger, action, sandboxName, outcome, elapsed.TotalMilliseconds, call.RequestIdText);
        }
        else
        {
            Log.CallWithAdvice(logger, action, sandboxName, outcome, elapsed.TotalMilliseconds, call.RequestIdText, call.Advice);
        }

        if (call.Entry is { } entry)
        {
            entry.Journal?.Complete(entry, answer, elapsed);
        }
    }

    /// <summary>Notes a call that reached no sandbox.</summary>
    public void Refused(ApiCall call, ReceivedRequest request, Exception exception)
    {
        if (call.Entry is null && exception is ApiException refusal)
        {
            refusals.Add(new RefusedCall(
                time.GetUtcNow(),
                Clip(call.Action),
                request.Method,
                BoundedText.Clip(request.Host, LongestHost),
                call.LeadsTo,
                call.Error!,
                call.RequestIdText,
                refusal.Explanation));
        }
    }

    public void Defect(ApiCall call, Exception exception) => Log.Defect(logger, exception, Clip(call.Action), call.RequestIdText);

    /// <summary>The disk has refused it.</summary>
    public void NotKept(ApiCall call, Exception exception) => Log.NotKept(logger, Clip(call.Action), exception.Message);

    /// <summary>A request whose body cannot be read is no call: there is a line and nothing else.</summary>
    public void Unreadable(ReceivedRequest request, UnreadableBodyException exception) =>
        Log.Unreadable(logger, Clip(request.Headers["X-TC-Action"].ToString()), exception.StatusCode, exception.Message);

    private static string Clip(string action) => action.Length == 0 ? "-" : BoundedText.Clip(action, 64);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Action} in {Sandbox}: {Outcome} in {Milliseconds:0.0} ms, request {RequestId}")]
        public static partial void Call(ILogger logger, string action, string sandbox, string outcome, double milliseconds, string requestId);

        [LoggerMessage(4, LogLevel.Information, "{Action} in {Sandbox}: {Outcome} in {Milliseconds:0.0} ms, request {RequestId}. {Advice}")]
        public static partial void CallWithAdvice(
            ILogger logger, string action, string sandbox, string outcome, double milliseconds, string requestId, string advice);

        [LoggerMessage(6, LogLevel.Information, "{Action} in {Sandbox}: {Outcome} in {Milliseconds:0.0} ms, request {RequestId}. Fault: {Fault} by {Rules}")]
        public static partial void CallWithFault(
            ILogger logger, string action, string sandbox, string outcome, double milliseconds, string requestId, string fault, string rules);

        [LoggerMessage(2, LogLevel.Error, "{Action} failed by a defect of the emulator, request {RequestId}")]
        public static partial void Defect(ILogger logger, Exception exception, string action, string requestId);

        [LoggerMessage(5, LogLevel.Error, "{Action} is not acknowledged, since nothing can be kept: {Reason}")]
        public static partial void NotKept(ILogger logger, string action, string reason);

        [LoggerMessage(3, LogLevel.Information, "{Action} could not be read: HTTP {Status}, {Reason}")]
        public static partial void Unreadable(ILogger logger, string action, int status, string reason);
    }
}
