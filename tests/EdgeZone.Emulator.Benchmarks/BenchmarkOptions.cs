namespace EdgeZone.Emulator.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Quick">Shorter and fewer rounds: enough to see whether something broke, not to quote.</param>
/// <param name="Native">Native binaries are published and measured as well.</param>
/// <param name="Only">The one section to run; null for all.</param>
internal sealed record BenchmarkOptions(bool Quick, bool Native, string? Only)
{
    public const string Usage = "usage: [--quick] [--native] [--only start|memory|http|life|kept|engine|world|explore|further]";

    /// <returns>Null when the arguments cannot be understood.</returns>
    public static BenchmarkOptions? Parse(IReadOnlyList<string> args, IReadOnlyCollection<string> sections)
    {
        var options = new BenchmarkOptions(Quick: false, Native: false, Only: null);
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--quick":
                    options = options with { Quick = true };
                    break;
                case "--native":
                    options = options with { Native = true };
                    break;
                case "--only" when i + 1 < args.Count && sections.Contains(args[i + 1]):
                    options = options with { Only = args[++i] };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
