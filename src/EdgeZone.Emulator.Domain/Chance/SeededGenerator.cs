using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EdgeZone.Emulator.Domain.Chance;

/// <summary>A stream of numbers that is the same on every machine and every version of the runtime for the same seed (SplitMix64).</summary>
/// <remarks>One stream per purpose, so that drawing for one (a duration) does not change what another (an address) draws next.</remarks>
internal sealed class SeededGenerator(ulong seed)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>Where the stream has come to: one that begins with it goes on as this one does.</summary>
    public ulong State { get; private set; } = seed;

    /// <summary>The stream of one purpose in the sandbox of that name.</summary>
    public static SeededGenerator For(long chance, string sandbox, string purpose)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{chance}\n{purpose}\n{sandbox}"));
        return new SeededGenerator(BinaryPrimitives.ReadUInt64BigEndian(hash));
    }

    /// <summary>The 64 bits that a stream with that seed draws at that place, counted from 0.</summary>
    public static ulong BitsAt(ulong seed, ulong place) => Mix(unchecked(seed + (Gamma * (place + 1))));

    /// <summary>64 random bits.</summary>
    public ulong NextBits() => Mix(State = unchecked(State + Gamma));

    /// <summary>An even draw from 0 up to, not including, <paramref name="bound"/>.</summary>
    public UInt128 Below(UInt128 bound)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bound);

        // Draws from the incomplete last stretch would favour small numbers, so they are repeated.
        var fair = UInt128.MaxValue - (UInt128.MaxValue % bound);
        UInt128 drawn;
        do
        {
            drawn = new UInt128(NextBits(), NextBits());
        }
        while (drawn >= fair);
        return drawn % bound;
    }

    /// <summary>An even draw from [0, 1).</summary>
    public double NextFraction() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong z)
    {
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
