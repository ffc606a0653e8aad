using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Journals;

/// <summary>A call that the gateway has let in, as plain data: all that a sandbox learns of it.</summary>
/// <param name="Action">What is wanted.</param>
/// <param name="SecretId">Who calls; empty for an unsigned call.</param>
/// <param name="SubAccount">Whose calls count together against the rate limit.</param>
/// <param name="AppId">The account; null means the sandbox's first.</param>
/// <param name="Region">The region.</param>
/// <param name="Language">The language of messages.</param>
/// <param name="Parameters">With which parameters.</param>
/// <param name="Fault">Why the parameters are refused when it is the call's turn; null when they are not.</param>
internal sealed record Call(
    IApiAction Action,
    string SecretId,
    string SubAccount,
    long? AppId,
    string Region,
    ApiLanguage Language,
    CallParameters Parameters,
    ApiException? Fault)
{
    /// <summary>What a journal keeps of it.</summary>
    public Call Kept()
    {
        var kept = ParameterText.Kept(Parameters);
        // Why it was refused stands in its entry, and in one language.
        return Fault is null && kept.Equals(Parameters) ? this : this with { Parameters = kept, Fault = null };
    }
}
