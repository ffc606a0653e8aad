using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Connections;

namespace EdgeZone.Emulator.Connections;

/// <summary>Holds connections to their number. The server's own limit closes one without a word.</summary>
internal sealed partial class ConnectionRoom(EmulatorSettings settings, ILogger<ConnectionRoom> logger)
{
    private int _open;

    /// <summary>Counts a connection in and out.</summary>
    /// <param name="next">Where it goes if there is room.</param>
    /// <param name="isSecure">Whether it speaks TLS from the first byte on, and so understands no sentence.</param>
    public ConnectionDelegate Before(ConnectionDelegate next, bool isSecure) => async connection =>
    {
        var maximum = settings.Connections.Maximum;
        try
        {
            if (Interlocked.Increment(ref _open) <= maximum)
            {
                await next(connection);
                return;
            }

            Log.Full(logger, maximum);
            if (!isSecure)
            {
                await ProxyAnswer.RefuseAsync(
                    connection.Transport.Output,
                    "503 Service Unavailable",
                    $"There are as many connections as Emulator:Connections:Maximum allows: {maximum}.");
            }
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    };

    private static partial class Log
    {
        [LoggerMessage(41, LogLevel.Warning, "A connection was refused: there are {Maximum}, as many as Emulator:Connections:Maximum allows")]
        public static partial void Full(ILogger logger, int maximum);
    }
}
