using CsCheck;

namespace EdgeZone.Emulator.Domain.Tests.Walks;

/// <summary>One call of a random walk. The numbers choose among what exists when the step is taken, so that a shrunk walk still makes sense.</summary>
internal sealed record Step(Call Call, int A, int B, int C)
{
    public static readonly Gen<Step> Any = Gen.Select(
        Gen.Frequency(
            (6, Gen.Const(Call.CreateInstances)),
            (4, Gen.Const(Call.TerminateInstances)),
            (4, Gen.Const(Call.Pass)),
            (3, Gen.Const(Call.Advance)),
            (2, Gen.Const(Call.ApplyPublicIps)),
            (2, Gen.Const(Call.ReleasePublicIps)),
            (2, Gen.Const(Call.ModifyInstance)),
            (2, Gen.Const(Call.CreatePublicNetwork)),
            (2, Gen.Const(Call.CreatePrivateNetwork)),
            (1, Gen.Const(Call.DeletePublicNetwork)),
            (1, Gen.Const(Call.DeletePrivateNetwork)),
            (1, Gen.Const(Call.ModifyPublicNetwork)),
            (1, Gen.Const(Call.ModifyPrivateNetwork)),
            (1, Gen.Const(Call.CreateEdgeNodeService)),
            (1, Gen.Const(Call.SetStock))),
        Gen.Int[0, 11],
        Gen.Int[0, 11],
        Gen.Int[0, 11],
        (call, a, b, c) => new Step(call, a, b, c));

    public static readonly Gen<Step[]> Walk = Any.Array[0, 80];
}

internal enum Call
{
    CreateInstances,
    TerminateInstances,
    Pass,
    Advance,
    ApplyPublicIps,
    ReleasePublicIps,
    ModifyInstance,
    CreatePublicNetwork,
    CreatePrivateNetwork,
    DeletePublicNetwork,
    DeletePrivateNetwork,
    ModifyPublicNetwork,
    ModifyPrivateNetwork,
    CreateEdgeNodeService,
    SetStock,
}
