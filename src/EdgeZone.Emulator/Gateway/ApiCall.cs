using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Sandboxes;

namespace EdgeZone.Emulator.Gateway;

/// <summary>One call on its way through the gateway. Each step fills in what it found out; later steps only read it.</summary>
internal sealed class ApiCall
{
    private CallsUnderWay? _underWay;

    /// <summary>The language of messages; that of the head until the common parameters were read.</summary>
    public ApiLanguage Language { get; set; }

    /// <summary>The action as named by the request, known or not; empty until the common parameters were read.</summary>
    public string Action { get; set; } = "";

    /// <summary>Common parameters that the request lacked and an unsigned call is assumed to mean, as <c>Name=value</c>.</summary>
    public string? Assumed { get; set; }

    /// <summary>The sandbox's name; null until the call was played in one.</summary>
    public string? Sandbox { get; private set; }

    /// <summary>The entry in the sandbox's journal; null until the call was played.</summary>
    public JournalEntry? Entry { get; private set; }

    /// <summary>The sandbox that a refused call would have been played in, as far as that can be told.</summary>
    public string? LeadsTo { get; set; }

    /// <summary>Why it was refused; null for a success.</summary>
    public ApiError? Error { get; private set; }

    /// <summary>What fault rules do to it; null for nothing.</summary>
    public StruckCall? Fault => Entry?.Fault;

    /// <summary>What the line in the log says besides, to whom runs the emulator; null for nothing.</summary>
    public string? Advice { get; set; }

    /// <summary>Random for a call that was refused at the door, a function of its number in the sandbox for every other.</summary>
    public string RequestIdText { get; private set; } = "";

    /// <summary>The call got past the door and was played in a sandbox.</summary>
    public void Enter(string sandbox, in Played played)
    {
        (Sandbox, Entry, _underWay) = (sandbox, played.Entry, played.UnderWay);
        RequestIdText = played.Entry.RequestId.ToString();
    }

    /// <summary>The answer is given, or the connection gone.</summary>
    public void Leave() => _underWay?.Leave();

    /// <summary>The call is refused.</summary>
    public void Refuse(ApiError error)
    {
        Error = error;
        if (RequestIdText.Length == 0)
        {
            RequestIdText = Guid.NewGuid().ToString();
        }
    }
}
