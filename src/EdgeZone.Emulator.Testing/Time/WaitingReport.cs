using System.Globalization;
using System.Text;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing.Time;

/// <summary>What everybody is waiting for, in words.</summary>
internal static class WaitingReport
{
    private const int Most = 5;

    public static async Task<string> OfAsync(MovedClock clock)
    {
        var timers = await clock.Client.GetTimersAsync().ConfigureAwait(false);
        var held = await clock.Client.GetHeldAsync().ConfigureAwait(false);
        var calls = await clock.Client.ListCallsAsync(new CallFilter { Limit = Most }).ConfigureAwait(false);
        var report = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Sandbox '{clock.Client.Name}' at {timers.Now:O}");
        Line(report, "timers of its TimeProvider", clock.Time.Pending.Select(due => $"due {due:O}"));
        Line(report, "work on machines", timers.Timers.Select(step => $"{step.Step} of {step.InstanceId} due {step.Due:O}"));
        Line(report, "machines that hang", Hanging(held, timers).Select(instance => $"{instance.Id} ({instance.Name}), {instance.Status} with nothing due"));
        Line(report, "calls under way", Enumerable.Repeat("one", Math.Max(timers.UnderWay, clock.Stillness.Busy)));
        Line(report, "latest calls", calls.Calls.Reverse().Select(call => $"#{call.Number} {call.Action} {call.Outcome} at {call.Inside:O}"));
        return report.ToString();
    }

    /// <summary>Instances that are being installed, and no step of it is due.</summary>
    public static IEnumerable<HeldInstance> Hanging(HeldResources held, TimerList timers)
    {
        var pending = timers.Timers.Select(step => step.InstanceId).ToHashSet();
        return held.Instances.Where(instance => instance.Status == "allocating" && !pending.Contains(instance.Id));
    }

    private static void Line(StringBuilder report, string what, IEnumerable<string> things)
    {
        var all = things.ToList();
        report.Append(CultureInfo.InvariantCulture, $"\n  {what}: ");
        report.Append(all.Count == 0 ? "none" : string.Join("; ", all.Take(Most)));
        if (all.Count > Most)
        {
            report.Append(CultureInfo.InvariantCulture, $" and {all.Count - Most} more");
        }
    }
}
