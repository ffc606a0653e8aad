namespace EdgeZone.Emulator.Exploring;

/// <summary>A call of the program, as the sandbox's journal has it.</summary>
/// <param name="Number">Its number in the sandbox.</param>
/// <param name="Action">What was wanted.</param>
/// <param name="Occurrence">The how manieth call of that action it is, from 1.</param>
/// <param name="Parameters">What was sent, as JSON.</param>
/// <param name="Outcome"><c>OK</c>, or the code of the error.</param>
/// <param name="Machines">How many machines it got.</param>
/// <param name="Subjects">Ids of what came into being by it.</param>
/// <param name="IsStruck">Whether a fault rule did something to it.</param>
internal sealed record ObservedCall(
    long Number, string Action, int Occurrence, string Parameters, string Outcome, int Machines, IReadOnlyList<string> Subjects, bool IsStruck)
{
    /// <summary>Whether it only looks.</summary>
    public bool IsLook => Action.StartsWith("Describe", StringComparison.Ordinal);

    /// <summary>Whether the world took it.</summary>
    public bool IsOk => Outcome == "OK";

    /// <summary>Whether it asks just what another one asks.</summary>
    public bool AsksLike(ObservedCall other) => Action == other.Action && Parameters == other.Parameters;

    /// <summary>All that makes two calls in two runs the same.</summary>
    public string Text => $"{Action} {Parameters} {Outcome}";
}
