using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Authentication;

/// <summary>Tells the person who debugs a client what its signature should have covered, and what else would have been taken.</summary>
internal static class SignatureExplanation
{
    private const int LongestLine = 256;

    public static Explanation Of(Tc3Signature signature, string host, IEnumerable<string> otherHosts, SecretParameters secrets)
    {
        var canonical = signature.CanonicalRequest(host, secrets);
        var variants = new List<AcceptedVariant>();
        foreach (var other in otherHosts)
        {
            Add(variants, $"the host taken for {other}", canonical, signature.CanonicalRequest(other, secrets));
        }

        Add(variants, "header values not in lower case", canonical, signature.CanonicalRequest(host, secrets, lowerCase: false));
        return new Explanation(canonical, signature.StringToSign(host), variants);
    }

    public static Explanation Of(V1Signature signature, string host, IEnumerable<string> otherHosts, SecretParameters secrets)
    {
        var source = signature.Source(host, secrets);
        var variants = new List<AcceptedVariant>();
        foreach (var other in otherHosts)
        {
            Add(variants, $"the host taken for {other}", source, signature.Source(other, secrets));
        }

        return new Explanation(CanonicalRequest: null, source, variants);
    }

    private static void Add(List<AcceptedVariant> variants, string meaning, string expected, string variant)
    {
        var difference = expected.Split('\n').Zip(variant.Split('\n')).FirstOrDefault(lines => lines.First != lines.Second).Second;
        if (difference is not null)
        {
            variants.Add(new AcceptedVariant(meaning, BoundedText.Clip(difference, LongestLine)));
        }
    }
}
