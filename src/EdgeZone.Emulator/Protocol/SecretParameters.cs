namespace EdgeZone.Emulator.Protocol;

/// <summary>Which parameters no text may show: those that any declaration marks as secret, and a caller's own credential.</summary>
/// <param name="declared">The parameters of all actions; asked when a text first has to be masked.</param>
internal sealed class SecretParameters(Func<IEnumerable<Parameter>> declared)
{
    /// <summary>What is shown in place of a secret.</summary>
    public const string Mask = "***";

    // A misspelt secret is one all the same.
    private readonly Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> _names = new(() =>
        new HashSet<string>(
            declared().Where(parameter => parameter.Secret).Select(parameter => parameter.Name).Concat(["Token", "SecretKey"]),
            StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Whether the value behind a name of a query or a form is secret; an index behind the name makes no difference.</summary>
    public bool Hides(ReadOnlySpan<char> name)
    {
        var dot = name.IndexOf('.');
        return _names.Value.Contains((dot < 0 ? name : name[..dot]).Trim());
    }
}
