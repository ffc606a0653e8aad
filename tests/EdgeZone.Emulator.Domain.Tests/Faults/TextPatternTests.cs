using System.Text.RegularExpressions;
using CsCheck;
using EdgeZone.Emulator.Domain.Faults;

namespace EdgeZone.Emulator.Domain.Tests.Faults;

public class TextPatternTests
{
    private static readonly Gen<string> Letters = Gen.Char["ab*"].Array[0, 8].Select(letters => new string(letters));

    [Fact]
    public void A_star_stands_for_any_characters_and_everything_else_for_itself() => Gen.Select(Letters, Letters.Select(text => text.Replace("*", "", StringComparison.Ordinal))).Sample(
        (pattern, text) => Assert.Equal(
            Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$"), new TextPattern(pattern).Matches(text)),
        iter: 5000);

    [Fact]
    public void No_pattern_matches_anything_and_a_star_all_but_the_lack_of_a_text()
    {
        Assert.True(default(TextPattern).Matches(null));
        Assert.True(new TextPattern(null).Matches("a"));
        Assert.True(new TextPattern("*").Matches(""));
        Assert.False(new TextPattern("*").Matches(null));
        Assert.False(new TextPattern("a").Matches(null));
    }
}
