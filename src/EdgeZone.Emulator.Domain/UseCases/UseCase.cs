using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases;

/// <summary>What somebody wants of a sandbox, as plain data: a call of the API or a command of the control plane.</summary>
public abstract record UseCase
{
    /// <summary>Whether it only looks, for the control plane: it changes nothing and takes no number.</summary>
    internal virtual bool IsLook => false;

    /// <summary>Whether it is a Describe call of the API, before which the clock is moved when it was told to.</summary>
    internal virtual bool IsDescribe => false;

    /// <summary>Checks and acts, for whoever does not care what it gives.</summary>
    internal abstract object? RunAny(World world, DateTimeOffset now);
}

/// <summary>The same, with what comes of it.</summary>
/// <typeparam name="T">What comes of it.</typeparam>
public abstract record UseCase<T> : UseCase
{
    internal sealed override object? RunAny(World world, DateTimeOffset now) => Run(world, now);

    /// <summary>Checks and acts. A refusal changes nothing.</summary>
    /// <param name="world">The world; what is due was done.</param>
    /// <param name="now">The world's time, UTC.</param>
    internal abstract T Run(World world, DateTimeOffset now);
}
