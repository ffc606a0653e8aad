using EdgeZone.Emulator.Settings;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace EdgeZone.Emulator.Hosting;

/// <summary>Serilog, set up in code: the native binary has no reflection to read a configuration section with.</summary>
internal static class LoggingExtensions
{
    private const string LineTemplate = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";

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
            .MinimumLevel.Override(RequestActivities, LevelAlias.Off);
        if (settings.Format == LogFormat.Json)
        {
            logger.WriteTo.Console(new CompactJsonFormatter());
        }
        else
        {
            logger.WriteTo.Console(outputTemplate: LineTemplate, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private static LogEventLevel Level(LogLevelSetting level) => level switch
    {
        LogLevelSetting.Debug => LogEventLevel.Debug,
        LogLevelSetting.Warning => LogEventLevel.Warning,
        LogLevelSetting.Error => LogEventLevel.Error,
        _ => LogEventLevel.Information,
    };
}
