namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>Somebody who calls the emulator and signs with a key of their own.</summary>
internal sealed class TestCaller(EmulatorApplication emulator, ClientCredential credential)
{
    /// <summary>Sends a JSON body to an action.</summary>
    public Task<Answer> CallAsync(string action, string body = "{}") => emulator.SendAsync(new Tc3Call(action, body) { Credential = credential });
}
