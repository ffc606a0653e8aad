using EdgeZone.Emulator.Testing.Time;

namespace EdgeZone.Emulator.Testing;

/// <summary>How long <see cref="SandboxClock.RunUntilAsync(Func{Task}, RunUntilOptions?, CancellationToken)"/> is patient.</summary>
public sealed record RunUntilOptions
{
    /// <summary>How far the sandbox's time may go. Default: 24 hours.</summary>
    public TimeSpan VirtualBudget { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How much real time it may take. Default: 30 seconds.</summary>
    public TimeSpan RealBudget { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How much real time the code gets to react where it cannot be known what it waits for: a call over a socket of its own, a file, another service.
    /// Then time goes on. Default: 20 milliseconds.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMilliseconds(20);

    internal Patience Internal => new(VirtualBudget, RealBudget, Grace);
}
