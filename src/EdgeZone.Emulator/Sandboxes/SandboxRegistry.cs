using System.Collections.Concurrent;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.UseCases;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>
/// The sandboxes by name. One is made from the seed when it is first named; their number is bounded, and none is ever evicted.
/// </summary>
internal sealed class SandboxRegistry(WorldSeed seed, EmulatorSettings settings, TimeProvider time)
{
    /// <summary>The account of a sandbox for which no credential names one.</summary>
    public const long DefaultAppId = 1_300_000_001;

    private const long MiB = 1024 * 1024;

    private readonly ConcurrentDictionary<string, Sandbox> _sandboxes = new(StringComparer.Ordinal);
    private readonly Lock _creation = new();
    private readonly CallMemory _memory = new(settings.Sandboxes.CallsMemory * MiB);

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
            return _sandboxes.TryGetValue(name, out existing) ? existing : _sandboxes[name] = CreateWithinMaximum(name);
        }
    }

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
                    var result = sandbox.Cloud.Execute(change);
                    _sandboxes[name] = sandbox;
                    return ValueTask.FromResult(result);
                }
            }
        }

        return sandbox.ExecuteAsync(change);
    }

    /// <summary>Whether a call to the sandbox of that name finds it, or room to make it.</summary>
    public bool HasRoomFor(string name) => _sandboxes.ContainsKey(name) || _sandboxes.Count < settings.Sandboxes.Maximum;

    /// <summary>A scratch copy of the sandbox of that name as it would begin, in no list and seen by nobody else.</summary>
    public Sandbox CreateScratch(string name) => Create(name);

    public bool TryGet(string name, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out Sandbox sandbox) =>
        _sandboxes.TryGetValue(name, out sandbox);

    /// <summary>Puts a fresh world in the place of the sandbox's; a call under way ends in the old one.</summary>
    public Sandbox Reset(string name)
    {
        lock (_creation)
        {
            if (!_sandboxes.TryGetValue(name, out var old))
            {
                return GetOrCreate(name);
            }

            var fresh = _sandboxes[name] = Create(name);
            old.Calls.Close();
            return fresh;
        }
    }

    /// <summary>As a fresh start: only the default sandbox exists.</summary>
    public void ResetAll()
    {
        lock (_creation)
        {
            var old = _sandboxes.Values;
            _sandboxes.Clear();
            _sandboxes[SandboxNames.Default] = Create(SandboxNames.Default);
            foreach (var sandbox in old)
            {
                sandbox.Calls.Close();
            }
        }
    }

    private Sandbox CreateWithinMaximum(string name) => _sandboxes.Count < settings.Sandboxes.Maximum
        ? Create(name)
        : throw ApiErrors.Auth.TooManySandboxes(settings.Sandboxes.Maximum);

    private Sandbox Create(string name)
    {
        var accounts = settings.Credentials
            .Where(credential => (credential.Sandbox ?? credential.SecretId) == name && credential.AppId is not null)
            .Select(credential => credential.AppId!.Value)
            .DefaultIfEmpty(DefaultAppId)
            .Distinct()
            .ToArray();
        var cloud = new EdgeCloud(name, seed, settings.ToWorldOptions(), accounts, time);
        return new Sandbox(cloud, new CallLog(settings.Sandboxes.Calls, _memory), accounts[0]);
    }
}
