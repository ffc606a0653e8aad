using System.Text;
using EdgeZone.Emulator.Gateway;
using EdgeZone.Emulator.Settings;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace EdgeZone.Emulator.Hosting;

/// <summary>Serilog, set up in code: the native binary has no reflection to read a configuration section with.</summary>
internal static class LoggingExtensions
{
    // It says nothing above information, but while anything of it may be logged the server makes an activity for every request.
    private const string RequestActivities = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static void AddEmulatorLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        // The static logger is one a process: hosts side by side would close each other's, and that of the test they live in.
        builder.Services.AddSerilog(
            (services, logger) => Configure(logger, services.GetRequiredService<EmulatorSettings>().Logging), preserveStaticLogger: true);
    }

    private static void Configure(LoggerConfiguration logger, LoggingSettings settings)
    {
        logger.MinimumLevel.ControlledBy(new LoggingLevelSwitch(Level(settings.Level)))
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override(RequestActivities, LevelAlias.Off)
            .Filter.ByExcluding(TellsOfFailedStart)
            .Filter.ByExcluding(happened => happened.Exception is CutAnswerException)
            .WriteTo.Sink(new LogQueue(settings.Format == LogFormat.Json ? OneLineFormatter.Json() : OneLineFormatter.Text(), Output()));
    }

    // A guest's lines belong to the host, which may have put something else in the console's place.
    private static TextWriter Output() => Embedding.IsEmbedded
        ? Console.Out
        : new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024);

    // Server and host log it with its stack, and throw it too; whoever starts them says it in one line.
    private static bool TellsOfFailedStart(LogEvent happened) =>
        happened.Exception is not null && happened.MessageTemplate.Text is "Unable to start Kestrel." or "Hosting failed to start";

    private static LogEventLevel Level(LogLevelSetting level) => level switch
    {
        LogLevelSetting.Debug => LogEventLevel.Debug,
        LogLevelSetting.Warning => LogEventLevel.Warning,
        LogLevelSetting.Error => LogEventLevel.Error,
        _ => LogEventLevel.Information,
    };
}
