using System.ComponentModel;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("What runs here.")]
internal sealed record InfoView(
    string Version,
    [property: Description("Which generation of the contract is spoken.")] string Edition,
    [property: Description("How much a call has to prove: Lenient, Strict or Off.")] string AuthMode,
    [property: Description("Where the emulator listens.")] IReadOnlyList<string> Addresses,
    [property: Description("The pair that works without any configuration; absent in Strict.")] BuiltInCredentialView? BuiltInCredential,
    [property: Description("The configured credentials.")] IReadOnlyList<CredentialView> Credentials,
    [property: Description("The settings in force, by their full names; one that has no value is not listed.")] IReadOnlyDictionary<string, string> Settings,
    [property: Description("What outlives the process; absent when nothing does.")] StorageView? Storage,
    [property: Description("What the proxy refused.")] ProxyView Proxy,
    [property: Description("The actions answered.")] IReadOnlyList<string> Actions);

[Description("The emulator as a proxy.")]
internal sealed record ProxyView(
    [property: Description("Whether it is one.")] bool Enabled,
    [property: Description("How many requests it refused because they wanted to leave.")] long Refused,
    [property: Description("The latest of them, the newest first.")] IReadOnlyList<EscapeView> Latest);

[Description("A request that wanted to leave.")]
internal sealed record EscapeView(
    DateTime At,
    string Method,
    [property: Description("Host and port.")] string Target,
    [property: Description("What it was told.")] string Reason);

[Description("The pair that needs no configuration.")]
internal sealed record BuiltInCredentialView(string SecretId, string SecretKey, string Sandbox);

[Description("A configured credential, without its key and token.")]
internal sealed record CredentialView(
    string SecretId,
    [property: Description("The sandbox it leads to.")] string Sandbox,
    [property: Description("The account inside the sandbox; absent for the sandbox's first.")] long? AppId,
    [property: Description("The sub-account; absent when none was given. Credentials of one sandbox that share it share the rate limit.")] string? Uin);

[Description("What keeps the sandboxes.")]
internal sealed record StorageView(
    [property: Description("Where.")] string Directory,
    [property: Description("Why nothing is kept any more; absent while all is well.")] string? Fault,
    [property: Description("How many bytes wait to be written.")] long QueuedBytes);
