namespace EdgeZone.Emulator.Testing;

/// <summary>A search has found something, or could not begin because the code fails although nothing goes wrong.</summary>
public sealed class ExploreException : Exception
{
    internal ExploreException(string message) : base(message)
    {
    }
}
