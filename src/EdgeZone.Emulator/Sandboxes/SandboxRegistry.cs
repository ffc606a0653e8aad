using System.Collections.Concurrent;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.UseCases;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>
/// The sandboxes by name. One is made from the seed when it is first named; their number is bounded, and none is ever evicted.
/// </summary>
internal sealed class SandboxRegistry(WorldSeed seed, EmulatorSettings settings, TimeProvider time, ISandboxKeeper? keeper = null)
{
    /// <summary>The account of a sandbox for which no credential names one.</summary>
    public const long DefaultAppId = 1_300_000_001;

    private const long MiB = 1024 * 1024;

    private readonly ConcurrentDictionary<string, Sandbox> _sandboxes = new(StringComparer.Ordinal);
    private readonly Lock _creation = new();
    private readonly Dictionary<string, ITimer> _expiries = new(StringComparer.Ordinal);
    private readonly JournalMemory _memory = new(settings.Sandboxes.CallsMemory * MiB);

    /// <summary>Told the name of each sandbox that is there no longer.</summary>
    public event Action<string>? Removed;

    /// <summary>The names, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. _sandboxes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The sandbox of that name, made now if it does not exist.</summary>
    /// <exception cref="ApiException">There are as many as the setting allows.</exception>
    public Sandbox GetOrCreate(string name)
    {
        if (_sandboxes.TryGetValue(name, out var existing))
        {
            return existing;
        }

        lock (_creation)
        {
            if (!_sandboxes.TryGetValue(name, out existing))
            {
                existing = CreateWithinMaximum(name);
                _ = KeepAsync([], existing);
                _sandboxes[name] = existing;
            }

            return existing;
        }
    }

    /// <summary>Which generation of the contract the sandbox of that name speaks, or would speak.</summary>
    public ApiEdition EditionOf(string name) => _sandboxes.TryGetValue(name, out var sandbox) ? sandbox.Terms.Edition : settings.Api.Edition;

    /// <summary>Plays a call in the sandbox of that name when it is its turn; a sandbox that does not exist is made.</summary>
    /// <exception cref="ApiException">There are as many as the setting allows.</exception>
    public ValueTask<Played> PlayAsync(string name, Call call) => GetOrCreate(name).PlayAsync(call);

    /// <summary>
    /// Changes the sandbox of that name when it is the change's turn. One that does not exist is made with the change already in it, or not at
    /// all when the change is refused by an exception.
    /// </summary>
    /// <exception cref="ApiException">There are as many as the setting allows.</exception>
    public ValueTask<T> ChangeAsync<T>(string name, UseCase<T> change)
    {
        if (!_sandboxes.TryGetValue(name, out var sandbox))
        {
            lock (_creation)
            {
                if (!_sandboxes.TryGetValue(name, out sandbox))
                {
                    sandbox = CreateWithinMaximum(name);
                    var result = sandbox.Execute(change);
                    var kept = KeepAsync([], sandbox);
                    _sandboxes[name] = sandbox;
                    return AfterAsync(kept, result);
                }
            }
        }

        return sandbox.ExecuteAsync(change);
    }

    /// <summary>Whether a call to the sandbox of that name finds it, or room to make it.</summary>
    public bool HasRoomFor(string name) => _sandboxes.ContainsKey(name) || _sandboxes.Count < settings.Sandboxes.Maximum;

    /// <summary>A scratch copy of the sandbox of that name as it would begin, in no list and seen by nobody else.</summary>
    public Sandbox CreateScratch(string name) => Create(name, TermsOf(name), expires: null, keys: []);

    public bool TryGet(string name, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out Sandbox sandbox) =>
        _sandboxes.TryGetValue(name, out sandbox);

    /// <summary>Begins: with the sandboxes that were kept, and the default one.</summary>
    /// <returns>The keys that were made up for those that were kept, with the sandboxes that they lead to.</returns>
    public IReadOnlyList<(string Sandbox, IssuedKey Key)> Start()
    {
        foreach (var (name, state, terms, beginning, keys, expires, log) in keeper?.Load() ?? [])
        {
            var cloud = new EdgeCloud(name, state, time);
            _sandboxes[name] = new Sandbox(cloud, NewJournal(), terms, beginning, time) { Keys = keys, Expires = expires, Log = log };
            if (expires is { } end)
            {
                ExpireAfter(name, end > time.GetUtcNow() ? end - time.GetUtcNow() : TimeSpan.Zero);
            }
        }

        GetOrCreate(SandboxNames.Default);
        return [.. _sandboxes.Values.SelectMany(sandbox => sandbox.Keys.Select(key => (sandbox.Name, key)))];
    }

    /// <summary>Puts a fresh world in the place of the sandbox's; a call under way ends in the old one.</summary>
    public Task ResetAsync(string name)
    {
        lock (_creation)
        {
            if (!_sandboxes.TryGetValue(name, out var old))
            {
                GetOrCreate(name);
                return Task.CompletedTask;
            }

            var fresh = Create(name, old.Terms, old.Expires, old.Keys);
            var kept = KeepAsync([old], fresh);
            _sandboxes[name] = fresh;
            old.Journal.Close();
            return kept;
        }
    }

    /// <summary>As a fresh start: only the default sandbox exists.</summary>
    public Task ResetAllAsync()
    {
        lock (_creation)
        {
            var old = _sandboxes.Values;
            var fresh = CreateScratch(SandboxNames.Default);
            var kept = KeepAsync(old, fresh);
            _sandboxes.Clear();
            _sandboxes[SandboxNames.Default] = fresh;
            foreach (var sandbox in old)
            {
                Forget(sandbox);
            }

            return kept;
        }
    }

    /// <summary>Makes a sandbox that was asked for; nothing is made when it is refused.</summary>
    /// <exception cref="ApiException">There are as many as the setting allows.</exception>
    /// <exception cref="NameTakenException">There is one of that name.</exception>
    /// <exception cref="RecordCutException">The origin's record no longer reaches back.</exception>
    /// <exception cref="ControlException">The origin has no such call.</exception>
    public async ValueTask<Sandbox> AddAsync(NewSandbox wanted)
    {
        // Written down before, at its turn: nobody else's new sandbox waits for that.
        var origin = wanted.Origin is null ? null : await OriginOf(wanted.Origin, wanted.BeforeCall);
        Sandbox sandbox;
        Task kept;
        lock (_creation)
        {
            if (_sandboxes.ContainsKey(wanted.Name))
            {
                throw new NameTakenException(wanted.Name);
            }

            if (_sandboxes.Count >= settings.Sandboxes.Maximum)
            {
                throw ApiErrors.Auth.TooManySandboxes(settings.Sandboxes.Maximum);
            }

            sandbox = Create(wanted, origin);
            kept = KeepAsync([], sandbox);
            _sandboxes[wanted.Name] = sandbox;
            if (wanted.Lifetime is { } lifetime)
            {
                ExpireAfter(wanted.Name, lifetime);
            }
        }

        await kept;
        return sandbox;
    }

    /// <summary>Removes a sandbox; a call under way ends in it.</summary>
    /// <returns>Whether there was one.</returns>
    public async ValueTask<bool> RemoveAsync(string name)
    {
        Task kept;
        lock (_creation)
        {
            if (!_sandboxes.TryGetValue(name, out var removed))
            {
                return false;
            }

            kept = KeepAsync([removed]);
            _sandboxes.TryRemove(name, out _);
            Forget(removed);
        }

        await kept;
        return true;
    }

    /// <summary>Lets a sandbox go on as another has been written down; one that does not exist is made.</summary>
    /// <exception cref="ApiException">There are as many as the setting allows.</exception>
    /// <exception cref="WorldStateException">The state contradicts itself; the sandbox is as it was.</exception>
    public Task RestoreAsync(string name, WorldState state)
    {
        // Its time stands where it stood, and passes from now on.
        var now = state with { Clock = state.Clock with { Outside = time.GetUtcNow() } };
        var cloud = new EdgeCloud(name, now, time);
        lock (_creation)
        {
            var old = _sandboxes.GetValueOrDefault(name);
            if (old is null && _sandboxes.Count >= settings.Sandboxes.Maximum)
            {
                throw ApiErrors.Auth.TooManySandboxes(settings.Sandboxes.Maximum);
            }

            var beginning = new Beginning(now.Accounts[0].AppId, now.Clock.Outside, now);
            var restored = new Sandbox(cloud, NewJournal(), old?.Terms ?? TermsOf(name), beginning, time) { Expires = old?.Expires, Keys = old?.Keys ?? [] };
            var kept = KeepAsync(old is null ? [] : [old], restored);
            _sandboxes[name] = restored;
            old?.Journal.Close();
            return kept;
        }
    }

    /// <summary>All that a sandbox has come from.</summary>
    /// <exception cref="RecordCutException">It is no longer remembered.</exception>
    public SandboxRecord RecordOf(Sandbox sandbox)
    {
        var reading = sandbox.Journal.Read();
        var (_, at, state, restart) = sandbox.Beginning;
        state = restart ?? state ?? new EdgeCloud(sandbox.Name, seed, sandbox.Terms.Options, sandbox.Terms.Accounts, new RecordedTime(at)).Save();
        return SandboxRecord.Of(sandbox.Name, sandbox.Terms.Edition, state, reading);
    }

    private async ValueTask<WorldState> OriginOf(Sandbox origin, long? beforeCall)
    {
        if (beforeCall is not { } number)
        {
            return await origin.SaveAsync();
        }

        // Its time stands where it stood, and passes from now on.
        var state = RecordOf(origin).StateBefore(number);
        return state with { Clock = state.Clock with { Outside = time.GetUtcNow() } };
    }

    private Journal NewJournal() => new(settings.Sandboxes.Calls, _memory);

    private Task KeepAsync(IEnumerable<Sandbox> gone, params IReadOnlyList<Sandbox> fresh) => keeper?.ReplaceAsync(gone, fresh) ?? Task.CompletedTask;

    private static async ValueTask<T> AfterAsync<T>(Task kept, T result)
    {
        await kept;
        return result;
    }

    private void ExpireAfter(string name, TimeSpan lifetime) =>
        _expiries[name] = time.CreateTimer(_ => _ = RemoveAsync(name).AsTask(), state: null, lifetime, Timeout.InfiniteTimeSpan);

    private void Forget(Sandbox gone)
    {
        gone.Journal.Close();
        if (_expiries.Remove(gone.Name, out var expiry))
        {
            expiry.Dispose();
        }

        Removed?.Invoke(gone.Name);
    }

    private Sandbox Create(NewSandbox wanted, WorldState? origin)
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

    private Sandbox CreateWithinMaximum(string name) => _sandboxes.Count < settings.Sandboxes.Maximum
        ? CreateScratch(name)
        : throw ApiErrors.Auth.TooManySandboxes(settings.Sandboxes.Maximum);

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
