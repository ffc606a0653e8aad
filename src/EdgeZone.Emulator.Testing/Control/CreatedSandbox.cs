namespace EdgeZone.Emulator.Testing.Control;

/// <summary>A sandbox that was made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Time">Its time, UTC.</param>
/// <param name="Credentials">A credential for each of its accounts, the first account's first.</param>
/// <param name="Clock">What its clock shows.</param>
/// <param name="Expires">When it goes by itself, real time, UTC; null when it does not.</param>
public sealed record CreatedSandbox(
    string Name, DateTimeOffset Time, IReadOnlyList<IssuedCredential> Credentials, ClockReading Clock, DateTimeOffset? Expires = null);

/// <summary>A pair of keys that leads to an account of the sandbox, as long as that exists.</summary>
/// <param name="SecretId">Its id.</param>
/// <param name="SecretKey">Its key.</param>
/// <param name="AppId">The account.</param>
public sealed record IssuedCredential(string SecretId, string SecretKey, long AppId);
