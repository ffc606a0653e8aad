using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>
/// Collects what is wrong with the names and types of one call and tells which fault is reported. Only that one is put into words: a body
/// of ten megabytes can be wrong a million times.
/// </summary>
internal struct BindingFaults(IReadOnlyList<Parameter> parameters)
{
    private string? _unknown;
    private TypeFault[]? _types;

    /// <summary>Whether a name was unknown already; the first one wins, in the order sent.</summary>
    public readonly bool HasUnknown => _unknown is not null;

    public void Unknown(string name) => _unknown ??= name;

    /// <summary>The fault of the parameter at <paramref name="index"/>; none takes an earlier one back (the last duplicate counts).</summary>
    public void Type(int index, TypeFault fault)
    {
        if (fault != default || _types is not null)
        {
            (_types ??= new TypeFault[parameters.Count])[index] = fault;
        }
    }

    /// <summary>The one that is reported; null when there is none.</summary>
    public readonly ApiException? First()
    {
        if (_unknown is not null)
        {
            return ApiErrors.Parameter.Unknown(_unknown);
        }

        var index = _types is null ? -1 : Array.FindIndex(_types, fault => fault != default);
        return index < 0 ? null : _types![index].Of(parameters[index]);
    }
}

/// <summary>Why a value is not of its parameter's type; the default is no fault.</summary>
internal readonly record struct TypeFault
{
    private enum Kind
    {
        None,
        Json,
        JsonItem,
        Text,
        Array,
    }

    private Kind What { get; init; }

    private string? Value { get; init; }

    private int Item { get; init; }

    /// <summary>A list without the positions 0, 1, 2, ….</summary>
    public static TypeFault BrokenArray => new() { What = Kind.Array };

    /// <summary>JSON of another type.</summary>
    public static TypeFault WrongJson => new() { What = Kind.Json };

    /// <summary>JSON of another type inside a list.</summary>
    public static TypeFault WrongItem(int item) => new() { What = Kind.JsonItem, Item = item };

    /// <summary>A text that is no number or truth value.</summary>
    public static TypeFault WrongText(string value) => new() { What = Kind.Text, Value = value };

    public ApiException Of(Parameter parameter) => What switch
    {
        Kind.Array => ApiErrors.Parameter.BrokenArray(parameter.Name),
        Kind.JsonItem => ApiErrors.Parameter.WrongJsonType($"{parameter.Name}.{Item}", "string"),
        Kind.Text => ApiErrors.Parameter.WrongTextType(parameter.Name, Value!),
        _ => ApiErrors.Parameter.WrongJsonType(parameter.Name, parameter.TypeName),
    };
}
