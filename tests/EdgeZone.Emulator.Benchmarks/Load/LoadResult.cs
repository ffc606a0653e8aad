using System.Globalization;

namespace EdgeZone.Emulator.Benchmarks.Load;

/// <summary>What one round measured.</summary>
/// <param name="Calls">How many calls were answered.</param>
/// <param name="PerSecond">Answered calls per second.</param>
/// <param name="MedianMicroseconds">Half of the calls were answered within it.</param>
/// <param name="P99Microseconds">99 of 100 calls were answered within it.</param>
internal readonly record struct LoadResult(long Calls, double PerSecond, double MedianMicroseconds, double P99Microseconds)
{
    public static LoadResult Parse(string line)
    {
        var numbers = line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new LoadResult((long)numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Calls} {PerSecond:0} {MedianMicroseconds:0} {P99Microseconds:0}");
}
