using System.ComponentModel;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("The calls that reached no sandbox.")]
internal sealed record RefusedView(
    IReadOnlyList<RefusedCallView> Refused,
    [property: Description("How many there have ever been.")] long Total,
    [property: Description("How many are remembered at the most: Emulator:Control:Refused.")] int Capacity);

[Description("A call that reached no sandbox.")]
internal sealed record RefusedCallView(
    [property: Description("When it was refused, real time, UTC.")] DateTime At,
    [property: Description("The action that it named; a dash for none.")] string Action,
    [property: Description("The HTTP method.")] string Method,
    [property: Description("The host that was received.")] string Host,
    [property: Description("The sandbox that it would have been played in; absent when that cannot be told.")] string? Sandbox,
    [property: Description("The code of the error.")] string Outcome,
    [property: Description("The message of the error.")] string Message,
    string RequestId,
    [property: Description("What its signature should have covered; absent when it was refused for something else.")] ExplanationView? Expected);

[Description("What a signature should have covered, for the host that was received.")]
internal sealed record ExplanationView(
    [property: Description("The canonical request; absent for the older signature, which has none.")] string? CanonicalRequest,
    [property: Description("What is signed.")] string StringToSign,
    [property: Description("What else would have been accepted.")] IReadOnlyList<VariantView> AlsoAccepted);

[Description("A variant that would have been accepted as well.")]
internal sealed record VariantView(
    string Meaning,
    [property: Description("The first line of it that is another.")] string FirstDifference);
