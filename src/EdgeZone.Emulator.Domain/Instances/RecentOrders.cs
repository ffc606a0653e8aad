namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>Lets orders that repeat one another share what they have in common, so that a call leaves no objects of its own behind.</summary>
/// <remarks>It knows only the latest ones. That an order is not among them costs memory and nothing else.</remarks>
internal sealed class RecentOrders
{
    private const int Places = 32;

    private (OrderTerms Terms, string? Name)[]? _places;

    /// <summary>Terms and a name that are equal to those given, the very objects of an earlier order if one is known.</summary>
    public (OrderTerms Terms, string? Name) Share(OrderTerms terms, string? name)
    {
        _places ??= new (OrderTerms, string?)[Places];
        ref var place = ref _places[(uint)terms.GetHashCode() % Places];
        place = (terms.Equals(place.Terms) ? place.Terms : terms, name == place.Name ? place.Name : name);
        return place;
    }
}
