namespace EdgeZone.Emulator.Protocol;

/// <summary>One call on its way through the gateway. Each step fills in what it found out; later steps only read it.</summary>
internal sealed class ApiCall
{
    /// <summary>The language of messages; that of the head until the common parameters were read.</summary>
    public ApiLanguage Language { get; set; }

    /// <summary>The action as named by the request, known or not; empty until the common parameters were read.</summary>
    public string Action { get; set; } = "";

    /// <summary>Common parameters that the request lacked and an unsigned call is assumed to mean, as <c>Name=value</c>.</summary>
    public string? Assumed { get; set; }

    /// <summary>Who calls; null until the call entered a sandbox.</summary>
    public Caller? Caller { get; private set; }

    /// <summary>The sandbox's name; null until the call entered one.</summary>
    public string? Sandbox { get; private set; }

    /// <summary>The sandbox that a refused call would have been played in, as far as that can be told.</summary>
    public string? LeadsTo { get; set; }

    /// <summary>The bound parameters; null when the call was refused before.</summary>
    public Arguments? Arguments { get; set; }

    /// <summary>The code of the refusal; null for a success.</summary>
    public string? ErrorCode { get; private set; }

    /// <summary>The message of the refusal; null for a success.</summary>
    public string? ErrorMessage { get; private set; }

    /// <summary>What the line in the log says besides, to whom runs the emulator; null for nothing.</summary>
    public string? Advice { get; set; }

    /// <summary>Random for a call that was refused at the door, drawn from the sandbox's chance for every other.</summary>
    public string RequestIdText { get; private set; } = "";

    /// <summary>The call got past the door and is played in a sandbox.</summary>
    public void Enter(Caller caller, string sandbox, Guid requestId)
    {
        Caller = caller;
        Sandbox = sandbox;
        RequestIdText = requestId.ToString();
    }

    /// <summary>The call is refused.</summary>
    public void Refuse(string code, string message)
    {
        ErrorCode = code;
        ErrorMessage = message;
        if (RequestIdText.Length == 0)
        {
            RequestIdText = Guid.NewGuid().ToString();
        }
    }
}
