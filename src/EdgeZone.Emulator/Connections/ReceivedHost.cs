using Microsoft.AspNetCore.Http;

namespace EdgeZone.Emulator.Connections;

/// <summary>The <c>Host</c> header as the client sent and signed it, for requests whose connection had to put another in its place.</summary>
internal static class ReceivedHost
{
    /// <summary>Carries the original from the connection to the gateway; one sent by a client never gets through.</summary>
    public const string HeaderName = "X-Emulator-Received-Host";

    public static string From(IHeaderDictionary headers) =>
        headers.TryGetValue(HeaderName, out var original) ? original.ToString() : headers.Host.ToString();
}
