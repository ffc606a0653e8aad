using System.Net;

namespace EdgeZone.Emulator.Testing.Control;

/// <summary>The control plane refused a request, and nothing was changed; or what answered is no control plane.</summary>
public sealed class ControlPlaneException : Exception
{
    internal ControlPlaneException(HttpStatusCode status, string? field, string detail, Exception? cause = null) : base(detail, cause) =>
        (Status, Field) = (status, field);

    /// <summary>
    /// The status of the answer: 400 for a faulty request, 401 without the token, 404 for what is not there, 409 for what cannot be done as
    /// things stand, 413 for a body that is too large, 503 while nothing can be answered or kept. One below 300 when the answer could not be read.
    /// </summary>
    public HttpStatusCode Status { get; }

    /// <summary>The member, the parameter or the part of the path that is wrong; null when none is.</summary>
    public string? Field { get; }

    /// <summary>What is wrong, in one sentence; the message.</summary>
    public string Detail => Message;
}
