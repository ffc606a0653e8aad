using System.Globalization;

namespace EdgeZone.Emulator.Benchmarks.Reporting;

/// <summary>The table: Markdown, so that it can be pasted where it is needed.</summary>
internal sealed class Report
{
    private readonly List<Figure> _figures = [new Figure("What", "Emulator", "Bare host", "Ratio", "Goal")];

    public void Add(string what, string emulator, string bare = "", string ratio = "", string goal = "") =>
        _figures.Add(new Figure(what, emulator, bare, ratio, goal));

    /// <summary>A row of two figures and their ratio.</summary>
    public void Compare(string what, double emulator, double bare, double ratio, string format, string goal) => Add(
        what,
        emulator.ToString(format, CultureInfo.InvariantCulture),
        bare.ToString(format, CultureInfo.InvariantCulture),
        ratio.ToString("0.00", CultureInfo.InvariantCulture),
        goal);

    public void Print(TextWriter output)
    {
        Func<Figure, string>[] columns =
        [
            figure => figure.What, figure => figure.Emulator, figure => figure.Bare, figure => figure.Ratio, figure => figure.Goal,
        ];
        var widths = columns.Select(column => _figures.Max(figure => column(figure).Length)).ToArray();
        for (var i = 0; i < _figures.Count; i++)
        {
            output.WriteLine($"| {string.Join(" | ", columns.Select((column, c) => column(_figures[i]).PadRight(widths[c])))} |");
            if (i == 0)
            {
                output.WriteLine($"|{string.Join("|", widths.Select(width => new string('-', width + 2)))}|");
            }
        }
    }
}
