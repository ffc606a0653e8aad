using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>Collects what is wrong with the names and types of one call and tells which fault is reported.</summary>
internal struct BindingFaults(int parameters)
{
    private ApiException? _unknown;
    private ApiException?[]? _types;

    /// <summary>The first unknown name wins, in the order sent.</summary>
    public void Unknown(string name) => _unknown ??= ApiErrors.Parameter.Unknown(name);

    /// <summary>The fault of the parameter at <paramref name="index"/>; null takes an earlier one back (the last duplicate counts).</summary>
    public void Type(int index, ApiException? fault)
    {
        if (fault is not null || _types is not null)
        {
            (_types ??= new ApiException?[parameters])[index] = fault;
        }
    }

    /// <summary>The one that is reported; null when there is none.</summary>
    public readonly ApiException? First => _unknown ?? (_types is null ? null : Array.Find(_types, fault => fault is not null));
}
