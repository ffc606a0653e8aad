using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>
/// The way of a request to a reserved path: guard, endpoint, and a problem document for whatever went wrong. Its routing
/// table is made with the first such request: a start builds nothing, and no call of the API looks into it.
/// </summary>
internal sealed partial class ControlPlanePipeline(
    IServiceProvider services, EmulatorSettings settings, ControlGuard guard, ILogger<ControlPlanePipeline> logger)
{
    private readonly Lazy<RequestDelegate> _endpoints = new(() => Build(services, settings));

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            guard.Admit(context);
            await _endpoints.Value(context);
            if (!context.Response.HasStarted && ControlProblem.OfUnmatched(context) is { } unmatched)
            {
                await ProblemWriter.WriteAsync(context, unmatched);
            }
        }
        catch (Exception e) when (!context.Response.HasStarted && ProblemOf(e) is { } problem)
        {
            await ProblemWriter.WriteAsync(context, problem);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The connection is gone: there is nobody to answer.
        }
    }

    /// <summary>While the control plane has a port of its own, that port is not the API's.</summary>
    public Task KeepApiOffControlPort(HttpContext context, RequestDelegate next) =>
        guard.IsOnControlPort(context) && !ControlPaths.IsReserved(context.Request.Path)
            ? ProblemWriter.WriteAsync(context, ControlProblem.ApiNotOnThisPort(context))
            : next(context);

    private static RequestDelegate Build(IServiceProvider services, EmulatorSettings settings)
    {
        var pipeline = new ApplicationBuilder(services);
        pipeline.UseSwaggerPage();
        pipeline.UseRouting();
        pipeline.UseEndpoints(endpoints =>
        {
            endpoints.MapDocument();
            var control = endpoints.MapGroup(ControlPaths.Root);
            control.MapHealth();
            control.MapAuthorityCertificate();
            control.MapInfo();
            control.MapReset();
            control.MapSandboxes();
            control.MapSandboxCreation();
            control.MapSnapshots();
            control.MapHeld();
            control.MapSettlement();
            control.MapClock();
            control.MapStock();
            control.MapFaults();
            control.MapNamedFaults();
            control.MapInstances();
            control.MapCalls();
            control.MapWhy();
            control.MapReview();
            control.MapEvents();
            control.MapReplays();
            control.MapRefused();
            if (settings.Auth.Mode != AuthMode.Strict)
            {
                control.MapTryAction();
            }
        });
        return pipeline.Build();
    }

    private ControlProblem? ProblemOf(Exception exception)
    {
        switch (exception)
        {
            case ControlProblem problem:
                return problem;
            case NotKeptException fault:
                return ControlProblem.NotKept(fault);
            case ControlException fault:
                return ControlProblem.Of(fault);
            case BadHttpRequestException malformed:
                return new ControlProblem(malformed.StatusCode, malformed.Message);
            case OperationCanceledException or IOException:
                return null;
            default:
                Log.Defect(logger, exception);
                return ControlProblem.Defect();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Error, "A request to the control plane failed by a defect of the emulator")]
        public static partial void Defect(ILogger logger, Exception exception);
    }
}
