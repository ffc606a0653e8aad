namespace EdgeZone.Emulator.Settings;

/// <summary><c>Emulator:Https</c>: the same API over TLS.</summary>
internal sealed class HttpsSettings
{
    /// <summary>The port that HTTPS is served on when nobody says otherwise.</summary>
    public const int DefaultPort = 8443;

    /// <summary>Whether it is served; null, the default, unless only addresses without it are asked for.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Its port beside addresses that are plain HTTP; null for <see cref="DefaultPort"/>, which may be in use.</summary>
    public int? Port { get; set; }

    /// <summary>Where the certificate authority is kept; null for a new one in each process.</summary>
    public string? Directory { get; set; }

    /// <summary>Names for which a certificate is issued besides those that every start knows.</summary>
    public List<string> Names { get; set; } = [];

    /// <summary>The path of a PEM file with a certificate, and those that lead to its root, to be shown in the place of issued ones.</summary>
    public string? Certificate { get; set; }

    /// <summary>The path of the PEM file with the key of <see cref="Certificate"/>.</summary>
    public string? Key { get; set; }
}
