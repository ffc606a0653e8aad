using System.Diagnostics;
using EdgeZone.Emulator.Authentication;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Gateway;

/// <summary>
/// The path of every API call, as one list of steps. The order of the checks is the real gateway's as far as it is known: it decides
/// which of several faults a caller is told.
/// </summary>
internal sealed class ApiGateway(
    EmulatorSettings settings,
    CommonParameterReader commonParameters,
    Authenticator authenticator,
    Destination destination,
    SandboxRegistry sandboxes,
    SecretParameters secrets,
    CallRecorder recorder,
    FaultDelivery faults,
    IHostApplicationLifetime lifetime)
{
    /// <summary>Answers an API call: HTTP 200 and an envelope, whatever happens on the way.</summary>
    public Task HandleAsync(HttpContext context) => HandleAsync(context, RequestForms.Of(context.Request, settings.Auth.Mode));

    /// <summary>Answers an action's JSON body as an unsigned call into the default sandbox; the caller has made sure that this is allowed.</summary>
    public Task HandleUnsignedAsync(HttpContext context, string action)
    {
        // What let the request in to the control plane is no signature of the API's.
        context.Request.Headers.Remove("Authorization");
        context.Request.Headers["X-TC-Action"] = action;
        return HandleAsync(context, RequestForm.Unsigned);
    }

    private async Task HandleAsync(HttpContext context, RequestForm form)
    {
        var started = Stopwatch.GetTimestamp();
        var call = new ApiCall();
        using var answer = PooledAnswer.Rent();
        var request = RequestReader.ReadHead(context.Request, form);
        call.Language = Languages.Of(context.Request);
        try
        {
            if (WebOrigin.ForeignIn(context.Request) is { } header)
            {
                throw ApiErrors.Auth.ForeignPage(header);
            }

            await RequestReader.ReadBodyAsync(context.Request, request);
            await RunAsync(call, request, answer);
        }
        catch (UnreadableBodyException e)
        {
            // What is not even HTTP gets the web server's own answer; the connection cannot be read any further.
            recorder.Unreadable(request, e);
            context.Response.StatusCode = e.StatusCode;
            context.Response.Headers.Connection = "close";
            return;
        }
        catch (Exception e)
        {
            call.LeadsTo = call.Sandbox ?? destination.Of(request);
            Refuse(call, answer, e);
            call.Advice = Advice.For(call, request, settings.Auth.Mode);
            recorder.Refused(call, request, e);
        }
        finally
        {
            RequestReader.Return(request);
        }

        try
        {
            var isAwaited = call.Fault is not { } fault || await faults.DelayAsync(context, fault);
            recorder.Record(call, answer.Written.Span, Stopwatch.GetElapsedTime(started));
            if (lifetime.ApplicationStopping.IsCancellationRequested && HttpProtocol.IsHttp11(context.Request.Protocol))
            {
                context.Response.Headers.Connection = "close";
            }

            await (call.Fault is null ? AnswerWriter.WriteAsync(context, call, answer.Written) : faults.DeliverAsync(context, call, answer.Written, isAwaited));
        }
        finally
        {
            call.Leave();
        }
    }

    private async ValueTask RunAsync(ApiCall call, ReceivedRequest received, PooledAnswer answer)
    {
        var request = commonParameters.Read(call, received);
        CommonValues.Check(request, settings.Api);
        var action = ActionLookup.Find(request);
        var caller = authenticator.Authenticate(request);
        var region = CommonValues.RequireRegion(request.Common);
        var fault = RequestBinder.Bind(action, sandboxes.EditionOf(caller.Sandbox), request, out var arguments);
        var parameters = fault is null ? CallParameters.Of(arguments) : SentParameters.Of(request, secrets);
        var played = await sandboxes.PlayAsync(
            caller.Sandbox, new Call(action, caller.SecretId, caller.SubAccount, caller.AppId, region, call.Language, parameters, fault));
        call.Enter(caller.Sandbox, played);
        if (played.Response is not { } response)
        {
            // Without a refusal nothing is answered at all.
            if (played.Refusal is { } refusal)
            {
                Refuse(call, answer, refusal);
            }

            return;
        }

        response.RequestId = call.RequestIdText;
        ResponseEnvelope.WriteSuccess(answer, action, response);
    }

    /// <summary>Turns what was thrown into the API's answer.</summary>
    private void Refuse(ApiCall call, PooledAnswer answer, Exception exception)
    {
        switch (exception)
        {
            case ApiException or EdgeZoneException:
                break;
            case NotKeptException:
                recorder.NotKept(call, exception);
                break;
            default:
                recorder.Defect(call, exception);
                break;
        }

        call.Refuse(call.Entry?.Error ?? Refused.Of(exception, call.Language)!);
        answer.Clear();
        ResponseEnvelope.WriteError(answer, call.Error!.Code, call.Error.Message, call.RequestIdText);
    }
}
