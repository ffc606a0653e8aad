using EdgeZone.Emulator;
using EdgeZone.Emulator.CommandLine;
using EdgeZone.Emulator.Hosting;

var arguments = HostArguments.Split(args);
// Inside somebody's test the arguments are the test host's, which has settings of its own.
return arguments.Others.Count == 0 || Embedding.IsEmbedded
    ? await EmulatorProcess.RunAsync(args)
    : await EmulatorCommand.RunAsync(arguments, settings => EmulatorHost.Create(settings));

// Said in full, or the web SDK makes it public, and it collides with the Program of everybody who refers to this assembly.
internal sealed partial class Program;
