using EdgeZone.Emulator;
using EdgeZone.Emulator.Hosting;

return args is ["--health", ..] ? await HealthCheck.RunAsync(args[1..]) : await EmulatorProcess.RunAsync(args);

// Said in full, or the web SDK makes it public, and it collides with the Program of everybody who refers to this assembly.
internal sealed partial class Program;
