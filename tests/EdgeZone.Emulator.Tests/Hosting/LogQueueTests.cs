using System.Collections.Concurrent;
using System.Text;
using EdgeZone.Emulator.Hosting;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>Whoever logs never waits for the output, and what is missing in it is said where it is missing.</summary>
public class LogQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_line_stands_where_lines_are_missing()
    {
        using var output = new Output { IsRead = false };
        using var queue = new LogQueue(new Plain(), output);
        queue.Emit(Event("first"));
        await output.WaitForAsync("first");

        for (var i = 0; i < LogQueue.Capacity + 5; i++)
        {
            queue.Emit(Event($"{i}"));
        }

        output.IsRead = true;
        await output.WaitForAsync($"{LogQueue.Capacity - 1}");
        queue.Emit(Event("last"));
        await output.WaitForAsync("last");

        Assert.Equal(
            ["first", .. Enumerable.Range(0, LogQueue.Capacity).Select(i => $"{i}"), "Log lines dropped here because they could not be written: 5", "last"],
            output.Lines);
    }

    [Fact]
    public async Task Long_texts_wait_in_bounded_number_too()
    {
        using var output = new Output { IsRead = false };
        using var queue = new LogQueue(new Plain(), output);
        queue.Emit(Event("first"));
        await output.WaitForAsync("first");

        for (var i = 0; i < 40; i++)
        {
            queue.Emit(Event(new string('x', 1024 * 1024)));
        }

        output.IsRead = true;
        queue.Dispose();
        await output.WaitForAsync("Log lines dropped here because they could not be written: 24");
    }

    public static TheoryData<Exception> Refusals => [new IOException("No space left"), new UnauthorizedAccessException("Closed from the beginning")];

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public async Task What_an_output_refuses_is_counted_too(Exception refusal)
    {
        using var output = new Output { Refusal = refusal };
        using var queue = new LogQueue(new Plain(), output);
        queue.Emit(Event("lost"));
        await output.WaitForAsync("lost");

        output.Refusal = null;
        queue.Emit(Event("kept"));
        queue.Dispose();

        await output.WaitForAsync("Log lines dropped here because they could not be written: 1");
        Assert.DoesNotContain("lost", output.Lines);
    }

    private static LogEvent Event(string text) => new(
        DateTimeOffset.UnixEpoch, LogEventLevel.Information, null, new MessageTemplateParser().Parse("{Text:l}"), [new("Text", new ScalarValue(text))]);

    private sealed class Plain : ITextFormatter
    {
        public void Format(LogEvent logEvent, TextWriter output)
        {
            logEvent.RenderMessage(output);
            output.Write('\n');
        }
    }

    /// <summary>An output that is read, stands still, or refuses.</summary>
    private sealed class Output : StringWriter
    {
        private readonly ConcurrentDictionary<string, TaskCompletionSource> _arrivals = [];
        private readonly ManualResetEventSlim _isRead = new(initialState: true);

        public ConcurrentQueue<string> Lines { get; } = [];

        public bool IsRead
        {
            set
            {
                if (value)
                {
                    _isRead.Set();
                }
                else
                {
                    _isRead.Reset();
                }
            }
        }

        public Exception? Refusal { get; set; }

        public override void Write(StringBuilder? value)
        {
            // The arrival lets the test go on, and change its mind.
            var refusal = Refusal;
            foreach (var line in value!.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (refusal is null)
                {
                    Lines.Enqueue(line);
                }

                ArrivalOf(line).TrySetResult();
            }

            if (refusal is not null)
            {
                throw refusal;
            }

            _isRead.Wait();
        }

        public Task WaitForAsync(string line) => ArrivalOf(line).Task.WaitAsync(Patience);

        private TaskCompletionSource ArrivalOf(string line) =>
            _arrivals.GetOrAdd(line, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
