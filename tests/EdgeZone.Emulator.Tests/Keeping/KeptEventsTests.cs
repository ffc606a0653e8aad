using System.IO.Pipelines;
using System.Text;
using EdgeZone.Emulator.ControlPlane;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Storage;
using EdgeZone.Emulator.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeZone.Emulator.Tests.Keeping;

/// <summary>What is told of a sandbox that is kept.</summary>
public class KeptEventsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_same_is_told_and_explained_as_of_one_that_is_only_in_memory()
    {
        using var directory = new TestDirectory();

        Assert.Equal(await StoryAsync("Clock:Mode=Frozen"), await StoryAsync("Clock:Mode=Frozen", $"Storage:Directory={directory.Name}"));
    }

    [Fact]
    public async Task A_command_is_told_when_it_is_on_disk_and_not_before()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var sandbox = emulator.Services.GetRequiredService<SandboxRegistry>().GetOrCreate("default");
        var disk = new SlowDisk();
        sandbox.Log = disk;
        using var listener = sandbox.Journal.Listen(most: 1, after: null)!;
        var stream = new Pipe();
        using var end = new CancellationTokenSource();
        var feed = new EventFeed(sandbox, listener, stream.Writer, TimeProvider.System).RunAsync(end.Token);
        var command = emulator.Sandbox.ChangeClockAsync(new ClockChange { Mode = ClockMode.Frozen });

        // The command waits for the disk, and so does whoever would tell of it.
        await disk.TwoWait.WaitAsync(Patience);
        var before = await ReadAsync(stream.Reader);
        disk.Write();
        await command;
        var after = await ReadAsync(stream.Reader);

        Assert.DoesNotContain("clockSet", before, StringComparison.Ordinal);
        Assert.Contains("clockSet", after, StringComparison.Ordinal);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => feed);
    }

    private static async Task<IReadOnlyList<string>> StoryAsync(params string[] settings)
    {
        await using var emulator = await EmulatorApplication.StartAsync([.. settings, "Durations:Profile=Fast"]);
        await using var listener = await EventListener.StartAsync(emulator);
        var id = await emulator.GivenInstanceAsync();
        await emulator.Sandbox.AdvanceUntilIdleAsync();
        var told = await listener.TakeAsync(9);
        var why = await emulator.Sandbox.GetWhyAsync(id);
        return [.. told.Select(message => $"{message.Id} {message.Event} {message.What}"), .. why.Chain.Select(link => link.ToString())];
    }

    private static async Task<string> ReadAsync(PipeReader reader)
    {
        var read = await reader.ReadAsync().AsTask().WaitAsync(Patience);
        var text = Encoding.UTF8.GetString(read.Buffer);
        reader.AdvanceTo(read.Buffer.End);
        return text;
    }

    private sealed class SlowDisk : ISandboxLog
    {
        private readonly TaskCompletionSource _twoWait = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _position;
        private int _waiting;

        public Task TwoWait => _twoWait.Task;

        public long Position => Interlocked.Read(ref _position);

        public void Append(JournalEntry entry, Call? call, EdgeCloud cloud) => Interlocked.Increment(ref _position);

        public ValueTask WaitForRoomAsync() => ValueTask.CompletedTask;

        public async ValueTask WaitUntilKeptAsync(long position)
        {
            if (position == 0)
            {
                return;
            }

            if (Interlocked.Increment(ref _waiting) == 2)
            {
                _twoWait.SetResult();
            }

            await _written.Task;
        }

        public void Write() => _written.SetResult();
    }
}
