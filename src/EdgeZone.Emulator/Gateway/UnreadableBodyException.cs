namespace EdgeZone.Emulator.Gateway;

/// <summary>A body of which nothing more can be read: it is no HTTP, it is too slow, or its sender is gone.</summary>
internal sealed class UnreadableBodyException(Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>What the web server answers. It throws an ordinary fault of input and output for a chunk whose size no number holds.</summary>
    public int StatusCode { get; } = (cause as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
}
