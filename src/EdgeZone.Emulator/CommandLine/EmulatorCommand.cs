using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using EdgeZone.Emulator.Hosting;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.CommandLine;

/// <summary>
/// Everything that the program can be asked for besides a plain start, which does not come here: reading a command line by a grammar takes time.
/// </summary>
internal static class EmulatorCommand
{
    /// <param name="args">The command line.</param>
    /// <param name="createHost">Makes the application, for a command that needs one.</param>
    public static async Task<int> RunAsync(HostArguments args, Func<string[], WebApplication> createHost)
    {
        string[] settings = [.. args.Settings];
        try
        {
            // Arguments are what they are: none names a file of further ones.
            var command = Root(settings, createHost).Parse(args.Others, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return command.Action is ParseErrorAction
                ? Complaint.Print($"{command.Errors[0].Message.TrimEnd('.')}; --help lists what there is.", ExitCodes.BadUsage)
                : await command.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception e)
        {
            return Complaint.PrintUnforeseen(e, settings);
        }
    }

    private static Command Root(string[] settings, Func<string[], WebApplication> createHost)
    {
        // Not a RootCommand: that one takes what follows a dot in the native binary's name for an extension.
        var root = new Command("EdgeZone.Emulator", $"Emulator of Tencent Cloud's Edge Zone bare-metal API ({EdgeZoneApi.Product}, version {EdgeZoneApi.Version}).");
        // The host reads these two; they stand here to be found, and to be missed when their value is.
        root.Options.Add(new Option<string>("--urls")
        {
            HelpName = "addresses",
            Description = "Where to listen, for instance http://*:8080 for every interface; several with semicolons. "
                + "Default: http://localhost:8080 and https://localhost:8443",
        });
        root.Options.Add(new Option<string>("--Emulator:NAME")
        {
            HelpName = "value",
            Description = "A setting, for instance --Emulator:Auth:Mode=Strict; in the environment Emulator__Auth__Mode. `settings` lists them all.",
        });
        root.Options.Add(new Option<bool>("--health")
        {
            Description = "Asks the emulator that runs at these addresses whether it is well. Exit code 0: it is, 1: it is not.",
        });
        root.Options.Add(new HelpOption());
        root.Options.Add(new VersionOption());
        root.Subcommands.Add(SettingsCommand.Create());
        root.Subcommands.Add(CallCommand.Create(settings));
        root.Subcommands.Add(CaCommand.Create(settings));
        root.Subcommands.Add(ExploreCommand.Create(createHost, settings));
        root.Subcommands.Add(CompletionCommand.Create(root));
        root.SetAction((_, _) => HealthCheck.RunAsync(settings));
        return root;
    }
}
