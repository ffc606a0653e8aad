namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// What an official SDK may have signed as the host when its endpoint was pointed at the emulator. The received <c>Host</c> is always the
/// first guess; the others are needed because the Node SDK signs the host without its port, and clients whose endpoint contains a scheme
/// sign that literally.
/// </summary>
internal static class HostCandidates
{
    private const string SchemeEnd = "://";

    /// <summary>The other hosts to try after the received one, most likely first.</summary>
    public static IEnumerable<string> Alternatives(string host)
    {
        var authority = Authority(host).ToString();
        var withoutPort = WithoutPort(authority).ToString();
        if (withoutPort != host)
        {
            yield return withoutPort;
        }

        // Only a connection that had to strip a scheme knows of one; an ordinary host is never signed with it.
        if (authority.Length != host.Length)
        {
            yield return authority;
            yield return "http://" + authority;
            yield return "https://" + authority;
        }
    }

    /// <summary>The text before the first dot, which the Java, .NET, Node and PHP SDKs take for the product: <c>127</c>, <c>localhost:8080</c>.</summary>
    public static ReadOnlySpan<char> FirstLabel(string host)
    {
        var authority = Authority(host);
        var dot = authority.IndexOf('.');
        return dot < 0 ? authority : authority[..dot];
    }

    private static ReadOnlySpan<char> Authority(ReadOnlySpan<char> host)
    {
        var scheme = host.IndexOf(SchemeEnd, StringComparison.Ordinal);
        return scheme < 0 ? host : host[(scheme + SchemeEnd.Length)..].TrimEnd('/');
    }

    private static ReadOnlySpan<char> WithoutPort(ReadOnlySpan<char> authority)
    {
        var colon = authority.LastIndexOf(':');
        // An IPv6 address has colons of its own, inside brackets.
        return colon > authority.LastIndexOf(']') ? authority[..colon] : authority;
    }
}
