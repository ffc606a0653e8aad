using System.Reflection;
using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Authentication;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Keeping;
using EdgeZone.Emulator.Proxy;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>What runs here and with which settings; never a secret.</summary>
internal static class Info
{
    public static void MapInfo(this IEndpointRouteBuilder control) =>
        control.MapGet("/info", Get)
            .Describe(
                ControlTags.Emulator,
                "What runs here",
                "Version, addresses, the settings in force and the actions answered. Keys and tokens are not shown.");

    private static Ok<InfoView> Get(
        [FromServices] EmulatorSettings settings,
        [FromServices] IServer server,
        [FromServices] SandboxKeeping keeping,
        [FromServices] ProxyGuard proxy) =>
        TypedResults.Ok(new InfoView(
            Version,
            settings.Api.Edition.ToString(),
            settings.Auth.Mode.ToString(),
            [.. server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []],
            BuiltIn(settings),
            [.. settings.Credentials.Select(credential =>
                new CredentialView(credential.SecretId, credential.Sandbox ?? credential.SecretId, credential.AppId, credential.Uin))],
            SettingsInForce.Of(settings),
            keeping.Keeper?.State is { } storage ? new StorageView(storage.Directory, storage.Fault, storage.QueuedBytes) : null,
            View(proxy),
            [.. SupportedActions.All.Select(action => action.Name)]));

    private static ProxyView View(ProxyGuard proxy)
    {
        var (latest, total) = proxy.Read();
        return new ProxyView(
            proxy.IsEnabled, total, [.. latest.Select(attempt => new EscapeView(attempt.At.UtcDateTime, attempt.Method, $"{attempt.Target}", attempt.Reason))]);
    }

    private static string Version =>
        typeof(Info).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    // The pair stands in every manual; one that somebody configured under the same name does not.
    private static BuiltInCredentialView? BuiltIn(EmulatorSettings settings) =>
        settings.Auth.Mode == AuthMode.Strict || settings.Credentials.Any(credential => credential.SecretId == CredentialStore.BuiltIn)
            ? null
            : new BuiltInCredentialView(CredentialStore.BuiltIn, CredentialStore.BuiltIn, SandboxNames.Default);
}
