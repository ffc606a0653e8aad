using System.Security.Cryptography;
using EdgeZone.Emulator.Authentication;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Tests.Authentication;

public class CredentialStoreTests
{
    [Fact]
    public void A_configured_credential_replaces_the_built_in_one()
    {
        var store = new CredentialStore([new CredentialSettings { SecretId = "emulator", SecretKey = "mine" }], AuthMode.Lenient);

        Assert.True(store.TryFind("emulator", out var credential));
        Assert.Equal("mine", credential.SecretKey);
    }

    [Fact]
    public void A_credential_without_a_sandbox_gets_one_of_its_name()
    {
        var store = new CredentialStore([new CredentialSettings { SecretId = "somebody", SecretKey = "key", Sandbox = "" }], AuthMode.Strict);

        Assert.True(store.TryFind("somebody", out var credential));
        Assert.Equal("somebody", credential.Sandbox);
    }

    [Fact]
    public void Credentials_come_while_running()
    {
        var store = new CredentialStore([], AuthMode.Strict);
        Assert.False(store.TryFind("issued", out _));

        store.Add(new Credential("issued", "key", "token", 1, "100", "box"));

        Assert.True(store.TryFind("issued", out _));
    }

    [Fact]
    public void A_credential_never_shows_its_secrets()
    {
        var text = new Credential("id", "the-key", "the-token", 1, "100", "box").ToString();

        Assert.Contains("id", text);
        Assert.DoesNotContain("the-key", text);
        Assert.DoesNotContain("the-token", text);
    }

    [Fact]
    public void Signing_keys_are_kept_up_to_a_bound()
    {
        var keys = new SigningKeyCache();
        var first = keys.KeyFor("key", "2026-11-24", "edgezone");
        Assert.Same(first, keys.KeyFor("key", "2026-11-24", "edgezone"));
        Assert.NotEqual(first.Bytes.ToArray(), keys.KeyFor("key", "2026-11-25", "edgezone").Bytes.ToArray());
        Assert.NotEqual(first.Bytes.ToArray(), keys.KeyFor("key", "2026-11-24", "127").Bytes.ToArray());
        Assert.NotEqual(first.Bytes.ToArray(), keys.KeyFor(new string('k', 500), "2026-11-24", "edgezone").Bytes.ToArray());

        for (var i = 0; i < 3 * SigningKeyCache.Capacity; i++)
        {
            keys.KeyFor("key", "2026-11-24", $"service-{i}");
            Assert.InRange(keys.Count, 1, SigningKeyCache.Capacity);
        }

        Assert.Equal(first.Bytes, keys.KeyFor("key", "2026-11-24", "edgezone").Bytes);
    }

    [Fact]
    public void Whoever_signs_at_the_same_time_with_the_same_key_gets_their_own_signature()
    {
        byte[] secret = [.. "secret"u8];
        var key = new SigningKey(secret);

        Parallel.For(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, number =>
        {
            var text = BitConverter.GetBytes(number);
            Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
            key.Sign(text, mac);
            Assert.Equal(HMACSHA256.HashData(secret, text), mac);
        });
    }
}
