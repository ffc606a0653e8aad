namespace EdgeZone.Emulator.Settings;

/// <summary><c>Emulator:Connections</c>: how much, and how long, clients may ask of the server before they ask for anything.</summary>
internal sealed class ConnectionSettings
{
    /// <summary>How many there may be at once; over it the next one is refused.</summary>
    public int Maximum { get; set; } = 10_000;

    /// <summary>How long TLS's handshake and the head of a request may each take.</summary>
    public TimeSpan HeadTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection may say nothing between two requests.</summary>
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromSeconds(130);

    /// <summary>How long the body of a request or of an answer may come slower than the server's least rate.</summary>
    public TimeSpan BodyTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long calls under way may take to end once the process is asked to stop.</summary>
    public TimeSpan StopTime { get; set; } = TimeSpan.FromSeconds(1);
}
