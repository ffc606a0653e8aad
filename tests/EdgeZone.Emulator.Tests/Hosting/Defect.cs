using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>A defect of the program, for the process that is to have one.</summary>
internal sealed class Defect : IHostedService
{
    public static void Add(WebApplicationBuilder builder, string when)
    {
        if (when == "building")
        {
            throw At(when);
        }

        builder.Services.AddHostedService<Defect>();
    }

    public Task StartAsync(CancellationToken cancellationToken) => throw At("starting");

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static NotSupportedException At(string when) => new($"Broken while {when}\nas asked for");
}
