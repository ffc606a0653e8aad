using System.Runtime.CompilerServices;

namespace EdgeZone.Emulator.Protocol;

/// <summary>The value of one parameter after its type was checked; which member is set follows from the parameter's declared type.</summary>
internal readonly record struct Argument
{
    public bool Present { get; private init; }

    public string Text { get; private init; }

    public long Signed { get; private init; }

    public ulong Unsigned { get; private init; }

    public bool Flag { get; private init; }

    public IReadOnlyList<string> Items { get; private init; }

    public static Argument OfText(string value) => new() { Present = true, Text = value };

    public static Argument OfSigned(long value) => new() { Present = true, Signed = value };

    public static Argument OfUnsigned(ulong value) => new() { Present = true, Unsigned = value };

    public static Argument OfFlag(bool value) => new() { Present = true, Flag = value };

    public static Argument OfItems(IReadOnlyList<string> value) => new() { Present = true, Items = value };
}

/// <summary>The bound parameters of one call, in the order of the action's declaration.</summary>
internal sealed class Arguments(IReadOnlyList<Parameter> parameters)
{
    // This object with its two references, and the array of values.
    private const int Fixed = HeapSize.Header + (2 * HeapSize.Word) + HeapSize.Header + HeapSize.Word;

    private readonly Argument[] _values = new Argument[parameters.Count];

    public IReadOnlyList<Parameter> Parameters => parameters;

    public Argument this[int index]
    {
        get => _values[index];
        set => _values[index] = value;
    }

    /// <summary>How many bytes the parameters occupy, their texts included.</summary>
    public long Size
    {
        get
        {
            var size = Fixed + ((long)_values.Length * Unsafe.SizeOf<Argument>());
            foreach (var value in _values)
            {
                size += HeapSize.Of(value.Text);
                if (value.Items is not { } items)
                {
                    continue;
                }

                // A list, its array, and a reference for each of its places.
                var places = (items as List<string>)?.Capacity ?? items.Count;
                size += (2 * HeapSize.Header) + (3 * HeapSize.Word) + (places * (long)HeapSize.Word);
                for (var i = 0; i < items.Count; i++)
                {
                    size += HeapSize.Of(items[i]);
                }
            }

            return size;
        }
    }
}
