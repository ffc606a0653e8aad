namespace EdgeZone.Emulator.Protocol;

/// <summary>The types that this API's parameters have.</summary>
internal enum ParameterType
{
    String,
    Int64,
    UInt64,
    Bool,
    StringList,
}

/// <summary>Whether a parameter has to be there, and in which edition of the contract it exists.</summary>
internal enum Presence
{
    /// <summary>Required in every edition.</summary>
    Required,

    /// <summary>Optional in every edition.</summary>
    Optional,

    /// <summary>Required by the international contract, and so by the union; optional in the newer one.</summary>
    OptionalOnMainland,

    /// <summary>Optional, and unknown to the international contract.</summary>
    Newer,

    /// <summary>Optional in every edition; the newer contract calls it deprecated. https://cloud.tencent.com/document/product/1379/138329</summary>
    Deprecated,
}

/// <summary>One declared parameter of an action.</summary>
internal sealed class Parameter(string name, ParameterType type, Presence presence, string text, bool secret)
{
    private readonly byte[] _utf8Name = System.Text.Encoding.UTF8.GetBytes(name);

    /// <summary>The name as the API spells it; names are case-sensitive.</summary>
    public string Name { get; } = name;

    /// <summary>The name as it stands in a JSON body.</summary>
    public ReadOnlySpan<byte> Utf8Name => _utf8Name;

    public ParameterType Type { get; } = type;

    /// <summary>What there is to say about it besides its name and type.</summary>
    public string Text { get; } = text;

    /// <summary>A secret's value is never shown: not in the log, not in the list of calls.</summary>
    public bool Secret { get; } = secret;

    /// <summary>The type as messages print it.</summary>
    public string TypeName => Type switch
    {
        ParameterType.Int64 => "int64",
        ParameterType.UInt64 => "uint64",
        ParameterType.Bool => "bool",
        ParameterType.StringList => "array",
        _ => "string",
    };

    public bool ExistsIn(ApiEdition edition) => presence != Presence.Newer || edition != ApiEdition.International;

    /// <summary>Whether the newer contract means to drop it.</summary>
    public bool IsDeprecated => presence == Presence.Deprecated;

    public bool IsRequiredIn(ApiEdition edition) =>
        presence == Presence.Required || (presence == Presence.OptionalOnMainland && edition != ApiEdition.Mainland);
}
