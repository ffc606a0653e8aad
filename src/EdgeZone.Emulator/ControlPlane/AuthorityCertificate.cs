using EdgeZone.Emulator.Certificates;
using EdgeZone.Emulator.ControlPlane.Documentation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>The certificate of the local authority, for whoever shall trust it; it needs no token and stays when the control plane is switched off.</summary>
internal static class AuthorityCertificate
{
    private const string ContentType = "application/x-pem-file";

    public static void MapAuthorityCertificate(this IEndpointRouteBuilder control) =>
        control.MapGet("/ca.pem", Get)
            .Describe(
                ControlTags.Emulator,
                "What a client has to trust",
                "The certificate of the local authority that HTTPS and the proxy use, as PEM. Needs no token.")
            .Produces(StatusCodes.Status200OK, contentType: ContentType)
            .Refuses(StatusCodes.Status404NotFound);

    private static ContentHttpResult Get([FromServices] ServerCertificates certificates) => certificates.Authority is { } authority
        ? TypedResults.Text(authority.Pem, ContentType)
        : throw new ControlProblem(404, "The certificate is the one of Emulator:Https:Certificate; its root is not the emulator's to give.");
}
