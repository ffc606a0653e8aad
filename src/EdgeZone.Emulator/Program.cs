using EdgeZone.Emulator;
using EdgeZone.Emulator.CommandLine;

var arguments = HostArguments.Split(args);
return arguments.Others.Count == 0 ? await EmulatorProcess.RunAsync(args) : await EmulatorCommand.RunAsync(arguments);

// Said in full, or the web SDK makes it public, and it collides with the Program of everybody who refers to this assembly.
internal sealed partial class Program;
