namespace Samples.Provisioning;

/// <summary>The API refused a call.</summary>
public sealed class ApiException(string code, string message) : Exception($"{code}: {message}")
{
    /// <summary>The code.</summary>
    public string Code { get; } = code;

    /// <summary>Whether it may go well later.</summary>
    public bool IsPassing { get; init; }
}

/// <summary>Nobody knows what came of a call.</summary>
public sealed class AnswerLostException(string action, string reason) : Exception($"The answer to {action} got lost: {reason}");

/// <summary>The machines could not be had, and what there was of them was given back.</summary>
public sealed class ProvisioningException(string message, IReadOnlyList<string> leftBehind, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Machines that cannot be given back: the service refuses that until they are installed.</summary>
    public IReadOnlyList<string> LeftBehind { get; } = leftBehind;
}
