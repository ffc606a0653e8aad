namespace EdgeZone.Emulator.Testing;

/// <summary>The code under test was not done within its budget; the message says what everybody was waiting for.</summary>
public sealed class UnfinishedException : TimeoutException
{
    internal UnfinishedException(string message) : base(message)
    {
    }
}
