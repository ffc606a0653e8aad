using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

namespace EdgeZone.Emulator.Hosting;

/// <summary>
/// The log's way to standard output. Whoever logs leaves an event in a bounded queue and goes on; a thread of its own writes. When nobody
/// reads the output, the queue fills, further lines are dropped, and where they are missing a line says how many.
/// </summary>
internal sealed class LogQueue : ILogEventSink, IDisposable
{
    /// <summary>How many lines wait at most.</summary>
    public const int Capacity = 10_000;

    /// <summary>How much text waits at most, in characters: the explanations of refused signatures are long.</summary>
    private const int LargestText = 16 * 1024 * 1024;

    private const int LargestBatch = 32 * 1024;

    private static readonly MessageTemplate DroppedTemplate = new MessageTemplateParser().Parse(
        "Log lines dropped here because they could not be written: {Dropped}");

    /// <summary>How long an orderly end waits for the rest to be written.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Channel<Entry> _queue = Channel.CreateBounded<Entry>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly StringBuilder _batch = new();
    private readonly ITextFormatter _formatter;
    private readonly TextWriter _output;
    private readonly Thread _writer;
    private long _dropped;
    private long _waitingText;
    private int _linesInBatch;

    public LogQueue(ITextFormatter formatter, TextWriter output)
    {
        (_formatter, _output) = (formatter, output);
        // Not one of the pool's: when the output is not read it stands still, and calls need those.
        _writer = new Thread(WriteAll) { IsBackground = true, Name = "log" };
        _writer.Start();
    }

    public void Emit(LogEvent logEvent)
    {
        var droppedBefore = _dropped == 0 ? 0 : Interlocked.Exchange(ref _dropped, 0);
        var entry = new Entry(logEvent, LengthOf(logEvent), droppedBefore);
        if (Interlocked.Add(ref _waitingText, entry.Length) > LargestText || !_queue.Writer.TryWrite(entry))
        {
            Interlocked.Add(ref _waitingText, -entry.Length);
            Interlocked.Add(ref _dropped, droppedBefore + 1);
        }
    }

    /// <summary>Writes what waits, unless nobody reads it.</summary>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _writer.Join(Patience);
    }

    private static int LengthOf(LogEvent logEvent)
    {
        var length = 0;
        foreach (var (_, value) in logEvent.Properties)
        {
            length += value is ScalarValue { Value: string text } ? text.Length : 0;
        }

        return length;
    }

    private void WriteAll()
    {
        do
        {
            while (_queue.Reader.TryRead(out var entry))
            {
                Interlocked.Add(ref _waitingText, -entry.Length);
                Append(entry.DroppedBefore, entry.Event.Timestamp);
                Append(entry.Event);
            }

            // All that came before the gap is written, and whoever logs next may be long in coming.
            Append(Interlocked.Exchange(ref _dropped, 0), DateTimeOffset.Now);
            Flush();
        }
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult());
    }

    private void Append(long dropped, DateTimeOffset time)
    {
        if (dropped > 0)
        {
            var property = new LogEventProperty("Dropped", new ScalarValue(dropped));
            Append(new LogEvent(time, LogEventLevel.Warning, exception: null, DroppedTemplate, [property]));
        }
    }

    private void Append(LogEvent logEvent)
    {
        using (var line = new StringWriter(_batch, CultureInfo.InvariantCulture))
        {
            _formatter.Format(logEvent, line);
        }

        _linesInBatch++;
        if (_batch.Length > LargestBatch)
        {
            Flush();
        }
    }

    private void Flush()
    {
        if (_linesInBatch == 0)
        {
            return;
        }

        try
        {
            _output.Write(_batch);
            _output.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk behind it, for instance; there may be room again later. Or it was closed from the beginning.
            Interlocked.Add(ref _dropped, _linesInBatch);
        }

        _batch.Clear();
        _linesInBatch = 0;
    }

    private readonly record struct Entry(LogEvent Event, int Length, long DroppedBefore);
}
