using System.Collections;

namespace EdgeZone.Emulator.Domain.Rows;

/// <summary>
/// A list that is made of rows when somebody looks: read from first to last without being held in memory, or, by index, made once as a whole.
/// </summary>
/// <param name="count">How many there are.</param>
/// <param name="items">Makes them, always the same ones.</param>
public sealed class Listing<T>(int count, Func<IEnumerable<T>> items) : IReadOnlyList<T>
{
    private T[]? _made;

    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public T this[int index] => (_made ??= [.. items()])[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>?)_made ?? items()).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
