namespace EdgeZone.Emulator.Actions.Instances;

/// <summary>
/// How a login may look. The page of this API states no rule; these are the ones of the sibling product for Linux machines.
/// https://www.tencentcloud.com/document/product/213/6093
/// </summary>
internal static class LoginRules
{
    /// <summary>What a password is, for those who are about to send one.</summary>
    public const string PasswordText = $"{PasswordForm}; not together with SSHKey. Never shown.";

    /// <summary>The rule as a message; it never repeats what was sent.</summary>
    public const string PasswordRule = $"The value of parameter `Password` is not {PasswordForm}.";

    /// <summary>What a key is, for those who are about to send one.</summary>
    public const string SshKeyText = "A public key of at most 16384 bytes; not together with Password. Never shown.";

    /// <summary>The rule as a message; it never repeats what was sent.</summary>
    public const string SshKeyRule = "The value of parameter `SSHKey` is empty or longer than 16384 bytes.";

    private const string PasswordForm = "8 to 30 characters of at least two kinds: lower case, upper case, digits, symbols";

    private const string Symbols = "()`~!@#$%^&*-+=|{}[]:;',.?/";
    private const int LongestSshKey = 16 * 1024;

    public static bool IsPassword(string password)
    {
        if (password.Length is < 8 or > 30)
        {
            return false;
        }

        var lower = password.Count(char.IsAsciiLetterLower);
        var upper = password.Count(char.IsAsciiLetterUpper);
        var digits = password.Count(char.IsAsciiDigit);
        var symbols = password.Count(Symbols.Contains);
        var kinds = new[] { lower, upper, digits, symbols }.Count(count => count > 0);
        return kinds >= 2 && lower + upper + digits + symbols == password.Length;
    }

    public static bool IsSshKey(string key) => key.Length > 0 && System.Text.Encoding.UTF8.GetByteCount(key) <= LongestSshKey;
}
