namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>Words that more than one endpoint is described with.</summary>
internal static class ControlTags
{
    public const string Emulator = "Emulator";
    public const string Sandboxes = "Sandboxes";
    public const string World = "Clock and stock";
    public const string Faults = "Faults";
    public const string Actions = "Actions";
    public const string Api = "API";

    public const string Problem = "application/problem+json";

    public const string SandboxName = "A sandbox's name, or a known SecretId that leads to one.";
}
