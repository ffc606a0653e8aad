using System.ComponentModel;
using System.Globalization;
using EdgeZone.Emulator.Authentication;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Makes sandboxes, fresh ones and forks of others, and removes them.</summary>
internal static class SandboxCreationEndpoint
{
    private const int MostAccounts = 16;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static void MapSandboxCreation(this IEndpointRouteBuilder control)
    {
        control.MapPost("/sandboxes", PostAsync)
            .Describe(
                ControlTags.Sandboxes,
                "Makes a sandbox",
                "A fresh one, or, with `from`, one that goes on from another as it is now and never touches it. Comes with a credential for each account.")
            .WithJsonBody<SandboxCreation>("""{"name":"mine","clock":{"mode":"frozen"},"expires":"00:30:00"}""")
            .Refuses(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status413PayloadTooLarge);
        control.MapGet("/sandboxes/{name}", GetAsync)
            .Describe(ControlTags.Sandboxes, "Shows a sandbox", "Looking at one that does not exist makes none.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        control.MapDelete("/sandboxes/{name}", DeleteAsync)
            .Describe(ControlTags.Sandboxes, "Removes a sandbox", "With the credentials that were issued for it. The sandbox `default` can only be reset.")
            .WithExamples(("name", "mine"))
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Created<CreatedView>> PostAsync(
        HttpRequest request,
        [FromServices] SandboxLookup lookup,
        [FromServices] SandboxRegistry sandboxes,
        [FromServices] CredentialStore credentials,
        [FromServices] EmulatorSettings settings)
    {
        var wanted = Read(await BodyReader.ReadAsync(request, ControlPlaneJson.Default.SandboxCreation), lookup, settings);
        Sandbox sandbox;
        try
        {
            sandbox = await sandboxes.AddAsync(wanted);
        }
        catch (RecordCutException cut)
        {
            throw new ControlProblem(409, cut.Message, "call");
        }
        catch (NameTakenException taken)
        {
            throw new ControlProblem(409, taken.Message, "name");
        }
        catch (ApiException)
        {
            throw new ControlProblem(
                409, $"The emulator already holds the {settings.Sandboxes.Maximum} sandboxes that Emulator:Sandboxes:Maximum allows.", "name");
        }

        var reading = await sandbox.ExecuteAsync(new UseCases.Clocks.ReadClock());
        foreach (var key in sandbox.Keys)
        {
            credentials.AddIssued(sandbox.Name, key.SecretId, key.SecretKey, key.AppId);
        }

        return TypedResults.Created(
            $"{ControlPaths.Root}/sandboxes/{Uri.EscapeDataString(sandbox.Name)}",
            new CreatedView(
                sandbox.Name,
                reading.Clock.Now.UtcDateTime,
                sandbox.Expires?.UtcDateTime,
                [.. sandbox.Keys.Select(key => new IssuedCredentialView(key.SecretId, key.SecretKey, key.AppId))],
                Clock.View(reading)));
    }

    private static async Task<Ok<SandboxView>> GetAsync([Description(ControlTags.SandboxName)] string name, [FromServices] SandboxLookup lookup)
    {
        var sandbox = lookup.Find(name);
        var reading = await sandbox.ExecuteAsync(new UseCases.Clocks.ReadClock());
        return TypedResults.Ok(new SandboxView(
            sandbox.Name, reading.Clock.Now.UtcDateTime, sandbox.Journal.Calls, sandbox.Expires?.UtcDateTime));
    }

    private static async Task<NoContent> DeleteAsync(
        [Description(ControlTags.SandboxName)] string name, [FromServices] SandboxLookup lookup, [FromServices] SandboxRegistry sandboxes)
    {
        var found = lookup.Find(name).Name;
        if (found == SandboxNames.Default)
        {
            throw new ControlProblem(409, "The sandbox 'default' cannot be removed, only reset.", "name");
        }

        await sandboxes.RemoveAsync(found);
        return TypedResults.NoContent();
    }

    private static NewSandbox Read(SandboxCreation body, SandboxLookup lookup, EmulatorSettings settings)
    {
        var name = body.Name ?? $"sandbox-{Guid.NewGuid():N}";
        if (!SandboxNames.IsValid(name))
        {
            throw ControlProblem.BadField("name", $"The sandbox name '{name}' {SandboxNames.Rule}.");
        }

        if (body.From is not null && body.Chance is not null)
        {
            throw ControlProblem.BadField("chance", "A fork goes on with the chance of its origin; `chance` does not go with `from`.");
        }

        if (body.From is not null && body.Accounts is not null)
        {
            throw ControlProblem.BadField("accounts", "A fork has the accounts of its origin; `accounts` does not go with `from`.");
        }

        if (body.Call is not null && body.From is null)
        {
            throw ControlProblem.BadField("call", "`call` goes only with `from`.");
        }

        if (body.Call is < 1)
        {
            throw ControlProblem.BadField("call", $"{body.Call} is not the number of a call.");
        }

        if (body.Accounts is < 1 or > MostAccounts)
        {
            throw ControlProblem.BadField("accounts", $"{body.Accounts} is not between 1 and {MostAccounts}.");
        }

        return new NewSandbox(
            name,
            body.From is { } from ? lookup.Find(from, "from") : null,
            body.Clock is { } clock ? Clock.ModeOf(clock.Mode, clock.Rate, "clock.mode", "clock.rate") : null,
            body.Clock?.Rate,
            body.Chance,
            body.Durations is { } durations ? Durations(durations, settings) : null,
            body.Accounts,
            body.Edition is { } edition ? EditionOf(edition) : null,
            body.RateLimit?.Enabled,
            RatePerSecond(body.RateLimit),
            body.Call,
            body.Expires is { } expires ? Span(expires, "expires", TimeSpan.FromSeconds(1)) : null);
    }

    private static ApiEdition EditionOf(string word) => word switch
    {
        "international" => ApiEdition.International,
        "mainland" => ApiEdition.Mainland,
        "union" => ApiEdition.Union,
        _ => throw ControlProblem.BadField("edition", $"'{word}' is not one of international, mainland, union."),
    };

    private static int? RatePerSecond(RateLimitChange? change)
    {
        if (change is { Enabled: null, PerSecond: null })
        {
            throw ControlProblem.BadField("rateLimit", "Neither `enabled` nor `perSecond` is given; at least one is needed.");
        }

        return change?.PerSecond is < 1
            ? throw ControlProblem.BadField("rateLimit.perSecond", $"{change.PerSecond} is not a whole number from 1 to {int.MaxValue}.")
            : change?.PerSecond;
    }

    private static ProvisioningDurations Durations(DurationsChange change, EmulatorSettings settings)
    {
        var profile = change.Profile switch
        {
            "fast" => ProvisioningDurations.Fast,
            "instant" => ProvisioningDurations.Instant,
            "realistic" => ProvisioningDurations.Realistic,
            null => settings.ToWorldOptions().Durations,
            _ => throw ControlProblem.BadField("durations.profile", $"'{change.Profile}' is not one of fast, instant, realistic."),
        };
        return profile with
        {
            Network = change.Network is { } network ? Span(network, "durations.network", TimeSpan.Zero) : profile.Network,
            Install = change.Install is { } install ? Span(install, "durations.install", TimeSpan.Zero) : profile.Install,
            Wipe = change.Wipe is { } wipe ? Span(wipe, "durations.wipe", TimeSpan.Zero) : profile.Wipe,
        };
    }

    private static TimeSpan Span(string text, string field, TimeSpan least) =>
        text.Count(character => character == ':') == 2
            && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span)
            && span >= least
            && span <= Longest
            ? span
            : throw ControlProblem.BadField(field, $"'{text}' is not a duration from {least:c} to {Longest:c}, such as 00:30:00.");
}
