namespace EdgeZone.Emulator.Protocol;

/// <summary>When an action's example is sent by somebody who tries one after the other, as the page lists them.</summary>
internal enum ExampleTurn
{
    /// <summary>In the order of the supported actions.</summary>
    AsListed,

    /// <summary>After those: it takes away what they need.</summary>
    Last,
}
