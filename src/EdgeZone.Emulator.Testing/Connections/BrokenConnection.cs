namespace EdgeZone.Emulator.Testing.Connections;

/// <summary>What a connection that the emulator breaks looks like to a client: in memory as over a socket.</summary>
internal static class BrokenConnection
{
    /// <summary>Whether it is that, and not the client who gave up.</summary>
    public static bool IsMeant(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException or IOException && !cancellationToken.IsCancellationRequested;

    /// <summary>The exception of a connection over a socket.</summary>
    public static HttpRequestException Of(Exception cause) => new(
        HttpRequestError.ResponseEnded, "An error occurred while sending the request.", new IOException("The response ended prematurely.", cause));
}
