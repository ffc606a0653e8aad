namespace EdgeZone.Emulator.Testing;

/// <summary>A sandbox or its calls are not as they should be; the message says what, and what came nearest.</summary>
public sealed class VerificationException : Exception
{
    internal VerificationException(string headline, IReadOnlyList<string> findings)
        : base($"{headline}{string.Concat(findings.Select(finding => $"\n- {finding}"))}") => Findings = findings;

    /// <summary>What is wrong, a sentence each.</summary>
    public IReadOnlyList<string> Findings { get; }
}
