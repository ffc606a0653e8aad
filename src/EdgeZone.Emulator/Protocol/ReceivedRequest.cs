namespace EdgeZone.Emulator.Protocol;

/// <summary>A request exactly as it was received: signatures are verified over these bytes and texts, never over a re-encoding of them.</summary>
internal sealed class ReceivedRequest
{
    /// <summary>The HTTP method, in upper case as sent.</summary>
    public required string Method { get; init; }

    /// <summary>The text after <c>?</c> as sent, without the question mark; empty when there is none.</summary>
    public required string RawQuery { get; init; }

    public required IHeaderDictionary Headers { get; init; }

    /// <summary>The <c>Host</c> header as sent, a scheme in it included.</summary>
    public required string Host { get; init; }

    /// <summary>How the request is carried; what the head leaves open is decided while the body is read.</summary>
    public required RequestForm Form { get; set; }

    /// <summary>Empty until it was read.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    public bool IsGet => Method == "GET";
}
