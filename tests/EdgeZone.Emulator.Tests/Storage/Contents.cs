using System.Text;
using EdgeZone.Emulator.Storage;

namespace EdgeZone.Emulator.Tests.Storage;

/// <summary>Bytes that say whose they are, so that a test can tell whether it got back what it gave.</summary>
internal static class Contents
{
    public static byte[] Beginning(string sandbox) => Encoding.UTF8.GetBytes($"{sandbox} began");

    /// <summary>From some ten to some thousand bytes.</summary>
    public static byte[] Entry(string sandbox, long number) => Repeat($"{sandbox} entry {number};", number % 50);

    public static byte[] Snapshot(string sandbox, long number) => Repeat($"{sandbox} up to {number};", number * 7 % 900);

    /// <summary>Fails unless the sandbox is as it was given: every entry after its snapshot, none left out, nothing changed.</summary>
    /// <returns>The last number.</returns>
    public static long AssertWhole(KeptSandbox sandbox)
    {
        Assert.Equal(Beginning(sandbox.Name), sandbox.Beginning);
        var last = 0L;
        if (sandbox.Snapshot is { } snapshot)
        {
            Assert.Equal(Snapshot(sandbox.Name, snapshot.Number), snapshot.Bytes);
            last = snapshot.Number;
        }

        foreach (var entry in sandbox.Entries)
        {
            Assert.Equal(++last, entry.Number);
            Assert.Equal(Entry(sandbox.Name, entry.Number), entry.Bytes);
        }

        return last;
    }

    private static byte[] Repeat(string text, long times) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, (int)times + 1)));
}
