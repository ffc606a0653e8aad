using System.Buffers;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>A world of its own in which recorded entries are played again, each under its number and at its time.</summary>
internal sealed class Replay
{
    private readonly RecordedTime _time;
    private readonly EdgeCloud _cloud;
    private readonly Turn _turn;
    private readonly ApiEdition _edition;

    /// <param name="beginning">What the record begins with.</param>
    /// <param name="edition">Which generation of the contract was spoken.</param>
    /// <exception cref="WorldStateException">The beginning contradicts itself.</exception>
    public Replay(WorldState beginning, ApiEdition edition)
    {
        _time = new RecordedTime(beginning.Clock.Outside);
        _cloud = new EdgeCloud(beginning.Name, beginning, _time);
        _turn = new Turn(_cloud);
        _edition = edition;
    }

    /// <summary>Plays an entry.</summary>
    /// <returns>The answer of a call; nothing for a command.</returns>
    public ReadOnlyMemory<byte> Play(JournalEntry entry)
    {
        _time.Now = entry.Outside;
        if (entry.Call is not { } call)
        {
            _cloud.Repeat(entry.Command!, entry.Number);
            return default;
        }

        var answer = new ArrayBufferWriter<byte>();
        var requestId = _cloud.RequestIdOf(entry.Number).ToString();
        if (Run(entry, call, requestId, answer) is { } error)
        {
            answer.ResetWrittenCount();
            ResponseEnvelope.WriteError(answer, error.Code, error.Message, requestId);
        }

        return answer.WrittenMemory;
    }

    /// <summary>Writes the world down as it is after the last entry.</summary>
    public WorldState Save() => _cloud.Save();

    /// <summary>Writes the world down as it was at that time outside, before the entry of that number.</summary>
    public WorldState StateBefore(long number, DateTimeOffset outside)
    {
        _time.Now = outside;
        return _cloud.Save() with { Number = number - 1 };
    }

    private ApiError? Run(JournalEntry entry, Call call, string requestId, IBufferWriter<byte> answer)
    {
        if (!entry.HasEntered || call.Parameters.Bound is null)
        {
            return entry.Error;
        }

        _turn.Begin(entry.Number);
        try
        {
            StruckCall? struck = null;
            if (CallTurn.Run(_cloud, _turn, call, entry.AppId, _edition, ref struck) is not { } response)
            {
                return null;
            }

            response.RequestId = requestId;
            ResponseEnvelope.WriteSuccess(answer, call.Action, response);
            return null;
        }
        catch (Exception e)
        {
            return Refused.Of(e, call.Language);
        }
    }
}
