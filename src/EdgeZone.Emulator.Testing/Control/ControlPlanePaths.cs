using System.Globalization;

namespace EdgeZone.Emulator.Testing.Control;

/// <summary>The paths of the control plane, for requests that are written by hand. Names in them are escaped.</summary>
/// <remarks>
/// Every method throws <see cref="ArgumentException"/> for a name that no path can hold: an empty one, <c>.</c> and <c>..</c>.
/// </remarks>
public static class ControlPlanePaths
{
    /// <summary>What every other path begins with.</summary>
    public const string Root = "/_emulator";

    /// <summary>Whether calls are answered.</summary>
    public const string Health = $"{Root}/health";

    /// <summary>What a client has to trust for HTTPS and the proxy.</summary>
    public const string AuthorityCertificate = $"{Root}/ca.pem";

    /// <summary>What runs there.</summary>
    public const string Info = $"{Root}/info";

    /// <summary>Resets everything.</summary>
    public const string Reset = $"{Root}/reset";

    /// <summary>All sandboxes.</summary>
    public const string Sandboxes = $"{Root}/sandboxes";

    /// <summary>Plays a record again.</summary>
    public const string Replays = $"{Root}/replays";

    /// <summary>The calls that reached no sandbox.</summary>
    public const string Refused = $"{Root}/refused";

    /// <summary>What goes wrong by the end of an instance's name.</summary>
    public const string NamedFaults = $"{Root}/named-faults";

    /// <summary>Tries an action of the API.</summary>
    public static string Action(string action) => $"{Root}/actions/{Segment(action)}";

    /// <summary>A sandbox.</summary>
    public static string Sandbox(string sandbox) => $"{Sandboxes}/{Segment(sandbox)}";

    /// <summary>Resets a sandbox.</summary>
    public static string SandboxReset(string sandbox) => $"{Sandbox(sandbox)}/reset";

    /// <summary>A sandbox as a document.</summary>
    public static string Snapshot(string sandbox) => $"{Sandbox(sandbox)}/snapshot";

    /// <summary>What a sandbox holds.</summary>
    public static string Held(string sandbox) => $"{Sandbox(sandbox)}/held";

    /// <summary>What is due in a sandbox.</summary>
    public static string Timers(string sandbox) => $"{Sandbox(sandbox)}/timers";

    /// <summary>Settles a sandbox.</summary>
    public static string Settlement(string sandbox) => $"{Sandbox(sandbox)}/settlement";

    /// <summary>The clock of a sandbox.</summary>
    public static string Clock(string sandbox) => $"{Sandbox(sandbox)}/clock";

    /// <summary>Moves the clock of a sandbox.</summary>
    public static string Advance(string sandbox) => $"{Clock(sandbox)}/advance";

    /// <summary>The machines of a type in a zone of a sandbox.</summary>
    public static string Stock(string sandbox, string zone, string type) => $"{Sandbox(sandbox)}/zones/{Segment(zone)}/types/{Segment(type)}";

    /// <summary>The fault rules of a sandbox.</summary>
    public static string Faults(string sandbox) => $"{Sandbox(sandbox)}/faults";

    /// <summary>A fault rule of a sandbox.</summary>
    public static string Fault(string sandbox, string id) => $"{Faults(sandbox)}/{Segment(id)}";

    /// <summary>The calls of a sandbox.</summary>
    public static string Calls(string sandbox) => $"{Sandbox(sandbox)}/calls";

    /// <summary>A call of a sandbox.</summary>
    public static string Call(string sandbox, long number) => $"{Calls(sandbox)}/{number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>An instance of a sandbox.</summary>
    public static string Instance(string sandbox, string id) => $"{Sandbox(sandbox)}/instances/{Segment(id)}";

    /// <summary>Why an instance of a sandbox is as it is.</summary>
    public static string Why(string sandbox, string id) => $"{Instance(sandbox, id)}/why";

    /// <summary>What a reviewer would say of a sandbox's calls.</summary>
    public static string Review(string sandbox) => $"{Sandbox(sandbox)}/review";

    /// <summary>What happens in a sandbox, as it happens.</summary>
    public static string Events(string sandbox) => $"{Sandbox(sandbox)}/events";

    /// <summary>The record of a sandbox.</summary>
    public static string Journal(string sandbox) => $"{Sandbox(sandbox)}/journal";

    private static string Segment(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        // A URI drops a segment of dots, escaped or not, and the request would reach another path.
        return name is "." or ".." ? throw new ArgumentException($"'{name}' cannot stand in a path.", nameof(name)) : Uri.EscapeDataString(name);
    }
}
