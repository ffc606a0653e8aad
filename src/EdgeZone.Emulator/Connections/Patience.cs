using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace EdgeZone.Emulator.Connections;

/// <summary>How long a connection is waited for.</summary>
internal static class Patience
{
    /// <summary>Ends with the time, with the connection, and when the server asks its connections to end.</summary>
    public static CancellationTokenSource With(ConnectionContext connection, TimeSpan time)
    {
        var requested = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? default;
        var source = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed, requested);
        source.CancelAfter(time);
        return source;
    }
}
