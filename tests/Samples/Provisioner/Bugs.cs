namespace Samples.Provisioning;

/// <summary>Mistakes that such tools are found to make. Each can be switched on, to see whether a test or a search finds it.</summary>
[Flags]
public enum Bugs
{
    /// <summary>None that is known.</summary>
    None = 0,

    /// <summary>An order whose answer got lost is repeated without looking: there are machines that nobody knows of.</summary>
    OrdersAgainBlindly = 1,

    /// <summary><c>FailedCount</c> is not read: it believes in machines that are not there.</summary>
    IgnoresFailedCount = 2,

    /// <summary>Who gives up does not give back what went well.</summary>
    LeavesThemBehind = 4,
}
