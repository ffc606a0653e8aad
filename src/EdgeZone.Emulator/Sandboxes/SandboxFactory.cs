using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>Makes sandboxes: from the seed, as forks, from snapshots, and again as they were kept. None is in any list yet.</summary>
internal sealed class SandboxFactory(WorldSeed seed, EmulatorSettings settings, TimeProvider time)
{
    /// <summary>The account of a sandbox for which no credential names one.</summary>
    public const long DefaultAppId = 1_300_000_001;

    private const long MiB = 1024 * 1024;

    private readonly JournalMemory _memory = new(settings.Sandboxes.CallsMemory * MiB);

    /// <summary>One that nobody asked for, as the settings say.</summary>
    public Sandbox Create(string name) => Create(name, TermsOf(name), expires: null, keys: []);

    /// <summary>The same sandbox as it was when it began from the seed, or would have.</summary>
    public Sandbox CreateAgain(Sandbox old) => Create(old.Name, old.Terms, old.Expires, old.Keys);

    /// <summary>One that was asked for.</summary>
    /// <param name="wanted">How.</param>
    /// <param name="origin">The world that it goes on from; null to begin from the seed.</param>
    /// <exception cref="ControlException">The rate does not fit the clock's mode.</exception>
    public Sandbox Create(NewSandbox wanted, WorldState? origin)
    {
        var terms = TermsOf(wanted);
        var expires = wanted.Lifetime is { } lifetime ? time.GetUtcNow() + lifetime : (DateTimeOffset?)null;
        if (origin is null)
        {
            return Create(wanted.Name, terms, expires, KeysFor(terms.Accounts));
        }

        var state = origin with { Options = origin.Options with { Durations = terms.Options.Durations } };
        var fork = new EdgeCloud(wanted.Name, state, time);
        if (wanted.Mode is { } mode)
        {
            // No command of its own: the next number is that of the origin.
            if (fork.Perform(new UseCases.Clocks.SetClock(mode, wanted.Rate), state.Number).Refusal is { } refusal)
            {
                throw refusal;
            }

            state = fork.Save();
        }

        return new Sandbox(fork, NewJournal(), terms, new Beginning(wanted.Origin!.HomeAccount, state.Clock.Outside, state), time)
        {
            Expires = expires,
            Keys = KeysFor([.. state.Accounts.Select(account => account.AppId)]),
        };
    }

    /// <summary>One that goes on from a snapshot.</summary>
    /// <exception cref="WorldStateException">The state contradicts itself.</exception>
    public Sandbox Restore(string name, WorldState state)
    {
        // Its time stands where it stood, and passes from now on.
        var now = Allowed(state) with { Clock = state.Clock with { Outside = time.GetUtcNow() } };
        var beginning = new Beginning(now.Accounts[0].AppId, now.Clock.Outside, now);
        return new Sandbox(new EdgeCloud(name, now, time), NewJournal(), TermsOf(name), beginning, time);
    }

    /// <summary>The restored sandbox with what stays of the one that it takes the place of.</summary>
    public Sandbox InPlaceOf(Sandbox? old, Sandbox restored) => old is null
        ? restored
        : new Sandbox(restored.Cloud, restored.Journal, old.Terms, restored.Beginning, time) { Expires = old.Expires, Keys = old.Keys };

    /// <summary>One that was kept.</summary>
    public Sandbox GoOn(ReturningSandbox kept) =>
        new(new EdgeCloud(kept.Name, Allowed(kept.State), time), NewJournal(), kept.Terms, kept.Beginning, time)
        {
            Keys = kept.Keys,
            Expires = kept.Expires,
            Log = kept.Log,
        };

    /// <summary>All that a sandbox has come from.</summary>
    /// <exception cref="RecordCutException">It is no longer remembered.</exception>
    public SandboxRecord RecordOf(Sandbox sandbox)
    {
        var reading = sandbox.Journal.Read();
        var (_, at, state, restart) = sandbox.Beginning;
        state = restart ?? state ?? new EdgeCloud(sandbox.Name, seed, sandbox.Terms.Options, sandbox.Terms.Accounts, new RecordedTime(at)).Save();
        return SandboxRecord.Of(sandbox.Name, sandbox.Terms.Edition, state, reading);
    }

    /// <summary>What a fork goes on from: its origin as it is, or as it was just before a call.</summary>
    /// <exception cref="RecordCutException">The record no longer reaches back.</exception>
    /// <exception cref="ControlException">There is no such call.</exception>
    public async ValueTask<WorldState> OriginOf(Sandbox origin, long? beforeCall)
    {
        if (beforeCall is not { } number)
        {
            return await origin.SaveAsync();
        }

        // Its time stands where it stood, and passes from now on.
        var state = RecordOf(origin).StateBefore(number);
        return state with { Clock = state.Clock with { Outside = time.GetUtcNow() } };
    }

    // A world from elsewhere brings no more along than the settings allow here.
    private WorldState Allowed(WorldState state) => state.Options.NamedFaults && !settings.HasNamedFaults()
        ? state with { Options = state.Options with { NamedFaults = false } }
        : state;

    private Journal NewJournal() => new(settings.Sandboxes.Calls, _memory);

    private static IReadOnlyList<IssuedKey> KeysFor(IReadOnlyList<long> accounts) => [.. accounts.Select(IssuedKey.For)];

    private Sandbox Create(string name, SandboxTerms terms, DateTimeOffset? expires, IReadOnlyList<IssuedKey> keys)
    {
        var cloud = new EdgeCloud(name, seed, terms.Options, terms.Accounts, time);
        return new Sandbox(cloud, NewJournal(), terms, new Beginning(terms.Accounts[0], cloud.Began, State: null), time) { Expires = expires, Keys = keys };
    }

    private SandboxTerms TermsOf(NewSandbox wanted)
    {
        var terms = wanted.Origin?.Terms ?? DefaultTerms([DefaultAppId]);
        var options = terms.Options;
        return new SandboxTerms(
            options with
            {
                Chance = wanted.Chance ?? options.Chance,
                Durations = wanted.Durations ?? options.Durations,
                ClockMode = wanted.Mode ?? options.ClockMode,
                ClockRate = wanted.Mode is null ? options.ClockRate : wanted.Rate,
            },
            wanted.Accounts is { } count ? [.. Enumerable.Range(0, count).Select(i => DefaultAppId + i)] : terms.Accounts,
            wanted.Edition ?? terms.Edition,
            terms.RateLimit with
            {
                Enabled = wanted.RateLimitEnabled ?? terms.RateLimit.Enabled,
                PerSecond = wanted.RatePerSecond ?? terms.RateLimit.PerSecond,
            });
    }

    /// <summary>How a sandbox begins that nobody asked for: with the accounts of the credentials that lead to it.</summary>
    private SandboxTerms TermsOf(string name) => DefaultTerms(
    [
        .. settings.Credentials
            .Where(credential => (credential.Sandbox ?? credential.SecretId) == name && credential.AppId is not null)
            .Select(credential => credential.AppId!.Value)
            .DefaultIfEmpty(DefaultAppId)
            .Distinct(),
    ]);

    private SandboxTerms DefaultTerms(IReadOnlyList<long> accounts) => new(
        settings.ToWorldOptions(),
        accounts,
        settings.Api.Edition,
        new RateLimitTerms(settings.RateLimit.Enabled, settings.RateLimit.PerSecond, settings.RateLimit.Actions));
}
