using EdgeZone.Emulator.Domain.Faults;

namespace EdgeZone.Emulator.Protocol;

/// <summary>Where among the parameters of an action that stands which fault rules can ask for; looked up once.</summary>
/// <param name="action">The action's name.</param>
/// <param name="parameters">Its parameters.</param>
internal sealed class FactPlaces(string action, IReadOnlyList<Parameter> parameters)
{
    private readonly int _zone = PlaceOf(parameters, ParameterType.String, "Zone", "ZoneId");
    private readonly int _instanceType = PlaceOf(parameters, ParameterType.String, "InstanceType");
    private readonly int _instanceName = PlaceOf(parameters, ParameterType.String, "InstanceName");
    private readonly int _count = action == FaultActions.Order ? PlaceOf(parameters, ParameterType.UInt64, "InstanceCount") : -1;
    private readonly int _batch = action == FaultActions.GiveBack ? PlaceOf(parameters, ParameterType.StringList, "InstanceIds") : -1;

    /// <summary>Which of the places there are, by the names of a rule's conditions.</summary>
    public IEnumerable<string> Known => new[] { (_zone, "zone"), (_instanceType, "instanceType"), (_instanceName, "instanceName") }
        .Where(place => place.Item1 >= 0)
        .Select(place => place.Item2);

    public CallFacts Read(Arguments arguments, long appId, string region) => new(
        action, appId, region, TextAt(arguments, _zone), TextAt(arguments, _instanceType), TextAt(arguments, _instanceName), MachinesOf(arguments));

    private static string? TextAt(Arguments arguments, int place) => place >= 0 && arguments[place].Present ? arguments[place].Text : null;

    private static int PlaceOf(IReadOnlyList<Parameter> parameters, ParameterType type, params ReadOnlySpan<string> names)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Type == type && names.Contains(parameters[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    private long MachinesOf(Arguments arguments)
    {
        if (_count >= 0)
        {
            return arguments[_count].Present ? (long)Math.Min(arguments[_count].Unsigned, int.MaxValue) : 1;
        }

        return _batch >= 0 && arguments[_batch].Present ? arguments[_batch].Items.Count : 0;
    }
}
