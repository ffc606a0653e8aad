using System.ComponentModel;
using EdgeZone.Emulator.Reviewing;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("What a reviewer says of the calls of a sandbox.")]
internal sealed record ReviewView(
    [property: Description("How many calls were read.")] int Calls,
    [property: Description("Whether older ones are forgotten, so that something may have been overlooked.")] bool Truncated,
    IReadOnlyList<RemarkView> Remarks);

[Description("A remark.")]
internal sealed record RemarkView(
    [property: Description("blindRepeat, noBackoff, tooManyRetries, failedCountIgnored, errorUnseen, pageUnfetched, nearRateLimit, neverGivenBack, "
        + "deprecatedParameter or unproven.")]
    string Kind,
    [property: Description("One sentence.")] string Text,
    [property: Description("The numbers of the calls that it is about, at most 20.")] IReadOnlyList<long> Calls,
    [property: Description("The id of a row of docs/fidelity.md; absent when it is about none.")] string? Fidelity)
{
    public static RemarkView Of(Remark remark) => new(remark.Kind, remark.Text, remark.Calls, remark.Fidelity);
}
