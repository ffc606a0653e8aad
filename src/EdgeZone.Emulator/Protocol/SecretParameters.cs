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

    /// <summary>Whether the value behind a name is secret; in a query or a form names and indexes may stand before and behind it.</summary>
    public bool Hides(ReadOnlySpan<char> name)
    {
        foreach (var range in name.Split('.'))
        {
            if (_names.Value.Contains(name[range].Trim()))
            {
                return true;
            }
        }

        return false;
    }
}
