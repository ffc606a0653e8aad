using EdgeZone.Emulator;
using EdgeZone.Emulator.Hosting;

return args is ["--health", ..] ? await HealthCheck.RunAsync(args[1..]) : await EmulatorProcess.RunAsync(args);
