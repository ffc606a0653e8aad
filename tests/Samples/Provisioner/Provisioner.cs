namespace Samples.Provisioning;

/// <summary>
/// Provides machines: orders them, waits until they run, replaces those that fail, and gives everything back when it does not get all of them.
/// </summary>
/// <param name="client">Leads to the API, and signs.</param>
/// <param name="time">The time by which it waits.</param>
/// <param name="bugs">Mistakes to make.</param>
public sealed class Provisioner(HttpClient client, TimeProvider time, Bugs bugs = Bugs.None)
{
    private readonly EdgeZoneApi _api = new(client, time);

    /// <summary>How long it waits before it looks again.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long it tries before it gives up, and how long it then waits for machines that cannot be given back yet.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Provides machines.</summary>
    /// <param name="order">Which.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The ids of the machines, which run.</returns>
    /// <exception cref="ProvisioningException">They could not be had.</exception>
    public async Task<IReadOnlyList<string>> ProvideAsync(Order order, int count, CancellationToken cancellationToken = default)
    {
        try
        {
            return await TryAsync(order, count, cancellationToken);
        }
        catch (Exception e) when (e is ApiException or AnswerLostException or TimeoutException)
        {
            var left = bugs.HasFlag(Bugs.LeavesThemBehind) ? [] : await GiveBackAsync(order, cancellationToken);
            throw new ProvisioningException($"{count} machines '{order.Name}' could not be had: {e.Message}", left, e);
        }
    }

    private async Task<IReadOnlyList<string>> TryAsync(Order order, int count, CancellationToken cancellationToken)
    {
        var missing = count;
        for (var deadline = time.GetUtcNow() + Patience; ; await Task.Delay(Pause, time, cancellationToken))
        {
            // What is there decides, not what was answered: an answer may have got lost.
            var machines = await _api.FindAsync(order.Name, cancellationToken);
            var broken = machines.Where(machine => machine.Status == "error").ToList();
            var sound = machines.Except(broken).ToList();
            await _api.TerminateAsync(broken, cancellationToken);
            missing = bugs.HasFlag(Bugs.IgnoresFailedCount) ? missing + broken.Count : count - sound.Count;
            if (missing <= 0 && sound.All(machine => machine.Status == "running"))
            {
                return [.. sound.Take(count).Select(machine => machine.Id)];
            }

            if (time.GetUtcNow() >= deadline)
            {
                throw new TimeoutException($"{sound.Count(machine => machine.Status == "running")} of {count} run after {Patience}");
            }

            if (missing > 0)
            {
                missing -= await OrderAsync(order, missing, cancellationToken);
            }
        }
    }

    /// <returns>How many are believed to come.</returns>
    private async Task<int> OrderAsync(Order order, int count, CancellationToken cancellationToken)
    {
        try
        {
            var ordered = await _api.OrderAsync(order, count, cancellationToken);
            return bugs.HasFlag(Bugs.IgnoresFailedCount) ? count : ordered.Ids.Count;
        }
        catch (AnswerLostException) when (bugs.HasFlag(Bugs.OrdersAgainBlindly))
        {
            return await OrderAsync(order, count, cancellationToken);
        }
        catch (Exception e) when (e is AnswerLostException or ApiException { IsPassing: true } or ApiException { Code: "ResourceInsufficient" })
        {
            // The next look tells.
            return 0;
        }
    }

    /// <returns>Those that cannot be given back.</returns>
    private async Task<IReadOnlyList<string>> GiveBackAsync(Order order, CancellationToken cancellationToken)
    {
        for (var deadline = time.GetUtcNow() + Patience; ; await Task.Delay(Pause, time, cancellationToken))
        {
            try
            {
                var machines = await _api.FindAsync(order.Name, cancellationToken);
                if (machines.Count == 0 || time.GetUtcNow() >= deadline)
                {
                    return [.. machines.Select(machine => machine.Id)];
                }

                // The service takes none back that is being installed.
                await _api.TerminateAsync(machines.Where(machine => machine.Status != "allocating"), cancellationToken);
            }
            catch (Exception e) when (e is ApiException or AnswerLostException && time.GetUtcNow() < deadline)
            {
                // Whatever is in the way, nothing shall stay behind.
            }
        }
    }
}
