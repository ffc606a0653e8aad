using System.Reflection;
using System.Text.RegularExpressions;

namespace EdgeZone.Emulator.Tests.Testing.Recipes;

/// <summary>Every block of C# in the README and on the page on tests is compiled and run: it stands in a source file of a test.</summary>
public sealed partial class PageTests
{
    private static readonly Assembly Tests = typeof(PageTests).Assembly;

    public static TheoryData<string, string> Blocks()
    {
        var blocks = new TheoryData<string, string>();
        foreach (var page in (string[])["README.md", "testing.md"])
        {
            foreach (Match block in Block().Matches(Read(page)))
            {
                blocks.Add(page, block.Groups["code"].Value);
            }
        }

        return blocks;
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_is_part_of_a_test(string page, string block)
    {
        var sources = Tests.GetManifestResourceNames().Where(name => name.StartsWith("source/", StringComparison.Ordinal)).Select(Read);

        Assert.True(sources.Any(source => Lines(source).Contains(Lines(block), StringComparison.Ordinal)), $"{page} shows what no test says:\n{block}");
    }

    [Fact]
    public void The_page_is_a_book_of_recipes() => Assert.InRange(Block().Count(Read("testing.md")), 12, 100);

    // As they are indented here and there, without the namespace, which a page leaves out.
    private static string Lines(string text) => string.Join(
        '\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("namespace ", StringComparison.Ordinal)));

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Tests.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("""^```csharp\n(?<code>.*?)^```$""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
