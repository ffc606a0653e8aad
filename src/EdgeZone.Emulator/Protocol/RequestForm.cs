namespace EdgeZone.Emulator.Protocol;

/// <summary>
/// How a request is carried: how it says who sends it, and where its parameters are. https://www.tencentcloud.com/document/api/213/33224
/// </summary>
internal enum RequestForm
{
    /// <summary>Signed with TC3, the parameters a JSON object in the body.</summary>
    Tc3Json,

    /// <summary>Signed with TC3, the parameters flattened into the query of a GET or the form of a POST.</summary>
    Tc3Flat,

    /// <summary>Signed with TC3, the body in a content type that no action of this API takes.</summary>
    Tc3Other,

    /// <summary>The older signature: everything among the parameters of query and form. https://www.tencentcloud.com/document/api/213/31575</summary>
    V1,

    /// <summary>A JSON object in the body and no signature at all; not possible in strict mode.</summary>
    Unsigned,

    /// <summary>
    /// Not signed in a header, though the action is named in one: the body's first character tells <see cref="Unsigned"/> from <see cref="V1"/>.
    /// </summary>
    UnsignedOrV1,
}
