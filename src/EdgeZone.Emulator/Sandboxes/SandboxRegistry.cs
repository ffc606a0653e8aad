using System.Collections.Concurrent;
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
internal sealed class SandboxRegistry(SandboxFactory factory, EmulatorSettings settings, TimeProvider time, ISandboxKeeper? keeper = null)
{
    private readonly ConcurrentDictionary<string, Sandbox> _sandboxes = new(StringComparer.Ordinal);
    private readonly Lock _creation = new();
    private readonly Dictionary<string, ITimer> _expiries = new(StringComparer.Ordinal);

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
    public Sandbox CreateScratch(string name) => factory.Create(name);

    public bool TryGet(string name, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out Sandbox sandbox) =>
        _sandboxes.TryGetValue(name, out sandbox);

    /// <summary>Begins: with the sandboxes that were kept, and the default one.</summary>
    /// <returns>The keys that were made up for those that were kept, with the sandboxes that they lead to.</returns>
    public IReadOnlyList<(string Sandbox, IssuedKey Key)> Start()
    {
        foreach (var returning in keeper?.Load() ?? [])
        {
            _sandboxes[returning.Name] = factory.GoOn(returning);
            if (returning.Expires is { } end)
            {
                ExpireAfter(returning.Name, end > time.GetUtcNow() ? end - time.GetUtcNow() : TimeSpan.Zero);
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

            var fresh = factory.CreateAgain(old);
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
        var origin = wanted.Origin is null ? null : await factory.OriginOf(wanted.Origin, wanted.BeforeCall);
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

            sandbox = factory.Create(wanted, origin);
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
        var restored = factory.Restore(name, state);
        lock (_creation)
        {
            var old = _sandboxes.GetValueOrDefault(name);
            if (old is null && _sandboxes.Count >= settings.Sandboxes.Maximum)
            {
                throw ApiErrors.Auth.TooManySandboxes(settings.Sandboxes.Maximum);
            }

            restored = factory.InPlaceOf(old, restored);
            var kept = KeepAsync(old is null ? [] : [old], restored);
            _sandboxes[name] = restored;
            old?.Journal.Close();
            return kept;
        }
    }

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

    private Sandbox CreateWithinMaximum(string name) => _sandboxes.Count < settings.Sandboxes.Maximum
        ? CreateScratch(name)
        : throw ApiErrors.Auth.TooManySandboxes(settings.Sandboxes.Maximum);
}
