using System.Runtime.ExceptionServices;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.UseCases;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>
/// A small world of its own, and the one way into it: calls and commands come in one after the other, in the order in which they came, and
/// each is in the journal before the next has its turn. Nothing of the sandbox is touched before the turn: its lock may be held for as long
/// as somebody else's takes.
/// </summary>
internal sealed class Sandbox
{
    private readonly TimeProvider _time;
    private readonly Turn _turn;
    private readonly RateWindow _rate;

    /// <param name="cloud">The world.</param>
    /// <param name="journal">What is remembered of its calls and commands.</param>
    /// <param name="terms">How it was asked for.</param>
    /// <param name="beginning">What it began as.</param>
    /// <param name="time">The time outside.</param>
    public Sandbox(EdgeCloud cloud, Journal journal, SandboxTerms terms, Beginning beginning, TimeProvider time)
    {
        (Cloud, Journal, Terms, Beginning, _time) = (cloud, journal, terms, beginning, time);
        _turn = new Turn(cloud);
        _rate = new RateWindow(terms.RateLimit);
    }

    public string Name => Cloud.Name;

    /// <summary>The world; only its turns touch it.</summary>
    public EdgeCloud Cloud { get; }

    public Journal Journal { get; }

    public SandboxTerms Terms { get; }

    public Beginning Beginning { get; }

    /// <summary>The AppId of its first account, which owns the seeded networks.</summary>
    public long HomeAccount => Beginning.HomeAccount;

    /// <summary>Where callers wait for their turn.</summary>
    public SandboxGate Gate { get; } = new();

    /// <summary>When it goes by itself, in real time; null when it does not.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The keys that were made up for its accounts.</summary>
    public IReadOnlyList<IssuedKey> Keys { get; init; } = [];

    /// <summary>What keeps it; null when it is only in memory.</summary>
    public ISandboxLog? Log { get; set; }

    /// <summary>The calls that are not answered yet, from the moment at which they queue for their turn.</summary>
    public CallsUnderWay UnderWay { get; } = new();

    /// <summary>Plays a call when it is its turn. It is under way until the answer is given.</summary>
    /// <exception cref="NotKeptException">It cannot be kept, and is not acknowledged.</exception>
    public async ValueTask<Played> PlayAsync(Call call)
    {
        UnderWay.Enter();
        try
        {
            return await InTurnAsync(call, static (sandbox, call) => sandbox.Play(call));
        }
        catch
        {
            UnderWay.Leave();
            throw;
        }
    }

    /// <summary>Runs a command, or a mere look, when it is its turn.</summary>
    /// <exception cref="ControlException">The command makes no sense.</exception>
    /// <exception cref="NotKeptException">It cannot be kept, and is not acknowledged.</exception>
    public ValueTask<T> ExecuteAsync<T>(UseCase<T> command) => InTurnAsync(command, static (sandbox, command) => sandbox.Execute(command));

    /// <summary>The same at once, while nobody else can know the sandbox.</summary>
    public T Execute<T>(UseCase<T> command)
    {
        var executed = Cloud.Perform(command);
        Note(executed, command);
        if (executed.Refusal is { } refusal)
        {
            ExceptionDispatchInfo.Throw(refusal);
        }

        return executed.Result;
    }

    /// <summary>Looks when it is the look's turn, and reads the journal as it is then.</summary>
    /// <exception cref="NotKeptException">What was seen cannot be kept.</exception>
    public ValueTask<(Executed<T> Seen, JournalReading Journal)> ObserveAsync<T>(UseCase<T> look) => InTurnAsync(look, static (sandbox, look) =>
    {
        var seen = sandbox.Cloud.Perform(look);
        sandbox.Note(seen, look);
        return (seen, sandbox.Journal.Read());
    }, needsRoom: false);

    /// <summary>Completes when everything is kept that is in the journal now.</summary>
    /// <exception cref="NotKeptException">It will not be kept.</exception>
    public async ValueTask WaitUntilKeptAsync()
    {
        if (Log is not { } log)
        {
            return;
        }

        await Gate.EnterAsync();
        var position = log.Position;
        Gate.Leave();
        await log.WaitUntilKeptAsync(position);
    }

    /// <summary>Writes it down when it is its turn.</summary>
    public async ValueTask<WorldState> SaveAsync()
    {
        await Gate.EnterAsync();
        try
        {
            var saved = Cloud.WriteDown();
            Note(saved, command: null);
            return saved.Result;
        }
        finally
        {
            Gate.Leave();
        }
    }

    /// <summary>Does something when it is its turn, and completes when what has come of it is kept.</summary>
    /// <param name="what">What <paramref name="act"/> is given, which then need not capture it: a call costs no closure.</param>
    /// <param name="act">Does it.</param>
    /// <param name="needsRoom">Whether it waits for room in the log; what reads the journal does not.</param>
    private async ValueTask<TResult> InTurnAsync<TWhat, TResult>(TWhat what, Func<Sandbox, TWhat, TResult> act, bool needsRoom = true)
    {
        var log = Log;
        if (log is not null && needsRoom)
        {
            await log.WaitForRoomAsync();
        }

        TResult result;
        long seen = 0;
        await Gate.EnterAsync();
        try
        {
            result = act(this, what);
            seen = log?.Position ?? 0;
        }
        finally
        {
            Gate.Leave();
        }

        if (log is not null)
        {
            await log.WaitUntilKeptAsync(seen);
        }

        return result;
    }

    private Played Play(Call call)
    {
        var now = _time.GetUtcNow();
        _turn.Begin(Cloud.TakeNumber());
        var account = call.AppId ?? HomeAccount;
        (ApiResponse? response, StruckCall? struck) = (null, null);
        Exception? refusal = _rate.Count(call.Action.Name, call.Region, call.SubAccount, now) ?? call.Fault;
        if (refusal is null)
        {
            try
            {
                response = CallTurn.Run(Cloud, _turn, call, account, Terms.Edition, ref struck);
            }
            catch (Exception e)
            {
                refusal = e;
            }
        }

        var entry = new JournalEntry
        {
            Number = _turn.Number,
            Outside = _turn.HasPerformed ? _turn.Outside : now,
            Inside = _turn.HasPerformed ? _turn.Inside : null,
            HasEntered = _turn.HasPerformed,
            Call = call.Kept(),
            Error = Refused.Of(refusal, call.Language),
            Fault = struck,
            AppId = account,
            RequestId = Cloud.RequestIdOf(_turn.Number),
            HasChanged = _turn.HasChanged,
            Events = _turn.Events,
            Happened = _turn.Happened,
        };
        Remember(entry, call);
        return new Played(entry, response, refusal, UnderWay);
    }

    // A look takes no number; what was due when it came is noted all the same.
    private void Note<T>(in Executed<T> executed, UseCase? command)
    {
        if (executed.Number == 0 && executed.Happened == 0)
        {
            return;
        }

        var entry = new JournalEntry
        {
            Number = executed.Number,
            Outside = executed.Outside,
            Inside = executed.At,
            HasEntered = true,
            Command = executed.Number == 0 ? null : command,
            Error = executed.Refusal is ControlException fault ? new ApiError(fault.Field, fault.Message) : null,
            HasChanged = executed.HasChanged,
            Events = executed.Events,
            Happened = executed.Happened,
        };
        Remember(entry, call: null);
    }

    private void Remember(JournalEntry entry, Call? call)
    {
        Journal.Append(entry);
        if (entry.HasChanged)
        {
            Log?.Append(entry, call, Cloud);
        }
    }
}
