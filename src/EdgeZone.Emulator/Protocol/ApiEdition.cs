namespace EdgeZone.Emulator.Protocol;

/// <summary>Which generation of the published contract is spoken (<c>Emulator:Api:Edition</c>).</summary>
internal enum ApiEdition
{
    /// <summary>The contract of the international site. https://www.tencentcloud.com/document/api/1230/79065</summary>
    International,

    /// <summary>The newer contract of the mainland site. https://cloud.tencent.com/document/product/1379/138332</summary>
    Mainland,

    /// <summary>Both: everything that either accepts; where they contradict each other the international one wins.</summary>
    Union,
}
