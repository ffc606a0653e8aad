using EdgeZone.Emulator.Authentication;
using EdgeZone.Emulator.Domain.UseCases;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Finds the sandbox that a path means, by its own name or by a SecretId that leads to it.</summary>
internal sealed class SandboxLookup(SandboxRegistry sandboxes, CredentialStore credentials, EmulatorSettings settings)
{
    /// <summary>Looks without making anything.</summary>
    /// <exception cref="ControlProblem">There is no such sandbox.</exception>
    public Sandbox Find(string name, string field = "name") => sandboxes.TryGet(Resolve(name, field), out var sandbox)
        ? sandbox
        : throw new ControlProblem(404, $"There is no sandbox '{name}'. The first call or change that names it makes it.", field);

    /// <summary>Asks the sandbox when it is the question's turn.</summary>
    /// <exception cref="ControlProblem">There is no such sandbox.</exception>
    public ValueTask<T> AskAsync<T>(string name, UseCase<T> question) => Find(name).ExecuteAsync(question);

    /// <summary>Changes the sandbox when it is the change's turn; one that does not exist is made, unless the change is refused.</summary>
    /// <exception cref="ControlProblem">The name cannot be one, or there are as many sandboxes as allowed.</exception>
    public async ValueTask<T> ChangeAsync<T>(string name, UseCase<T> change)
    {
        try
        {
            return await sandboxes.ChangeAsync(Resolve(name), change);
        }
        catch (ApiException)
        {
            throw TooMany(name);
        }
    }

    /// <exception cref="ControlProblem">The name cannot be one, or there are as many sandboxes as allowed.</exception>
    public async Task ResetAsync(string name)
    {
        try
        {
            await sandboxes.ResetAsync(Resolve(name));
        }
        catch (ApiException)
        {
            throw TooMany(name);
        }
    }

    /// <summary>Lets the sandbox go on from a state; one that does not exist is made.</summary>
    /// <exception cref="ControlProblem">The name cannot be one, or there are as many sandboxes as allowed.</exception>
    /// <exception cref="WorldStateException">The state contradicts itself.</exception>
    public async Task RestoreAsync(string name, WorldState state)
    {
        try
        {
            await sandboxes.RestoreAsync(Resolve(name), state);
        }
        catch (ApiException)
        {
            throw TooMany(name);
        }
    }

    private string Resolve(string name, string field = "name")
    {
        if (sandboxes.TryGet(name, out _))
        {
            return name;
        }

        if (credentials.TryFind(name, out var credential))
        {
            return credential.Sandbox;
        }

        return SandboxNames.IsValid(name) ? name : throw ControlProblem.BadField(field, $"The sandbox name '{name}' is not {SandboxNames.Rule}.");
    }

    private ControlProblem TooMany(string name) => new(
        409,
        $"There is no sandbox '{name}', and the emulator already holds the {settings.Sandboxes.Maximum} that Emulator:Sandboxes:Maximum allows.",
        "name");
}
