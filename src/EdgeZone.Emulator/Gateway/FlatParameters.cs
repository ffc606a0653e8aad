using System.Net;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>Splits and decodes the <c>key=value</c> pairs of a query or a form, in the order sent.</summary>
internal static class FlatParameters
{
    /// <exception cref="ApiException">A segment has no <c>=</c>, a key is empty, or a key comes twice.</exception>
    public static List<FlatParameter> Parse(string text) => Parse(text, []);

    /// <summary>The first value of a parameter in a text that may be faulty elsewhere; null when there is none.</summary>
    public static string? Find(ReadOnlySpan<char> text, string key)
    {
        text = text.TrimStart('?');
        foreach (var range in text.Split('&'))
        {
            var segment = text[range];
            if (segment.Length > key.Length && segment[key.Length] == '=' && segment.StartsWith(key, StringComparison.Ordinal))
            {
                return WebUtility.UrlDecode(segment[(key.Length + 1)..].ToString());
            }
        }

        return null;
    }

    /// <summary>Parses <paramref name="text"/> behind what <paramref name="parsed"/> already holds.</summary>
    /// <exception cref="ApiException">A segment has no <c>=</c>, a key is empty, or a key comes twice.</exception>
    public static List<FlatParameter> Parse(string text, List<FlatParameter> parsed)
    {
        var keys = new HashSet<string>(parsed.Select(parameter => parameter.Key), StringComparer.Ordinal);
        foreach (var range in text.AsSpan().Split('&'))
        {
            var segment = text[range];
            if (segment.Length == 0)
            {
                continue;
            }

            var equals = segment.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                throw ApiErrors.Parameter.NotSplitByEquals();
            }

            var key = WebUtility.UrlDecode(segment[..equals]);
            if (key.Length == 0)
            {
                throw ApiErrors.Parameter.EmptyKey();
            }

            if (!keys.Add(key))
            {
                throw ApiErrors.Parameter.Repeated(key);
            }

            parsed.Add(new FlatParameter(key, WebUtility.UrlDecode(segment[(equals + 1)..])));
        }

        return parsed;
    }
}
