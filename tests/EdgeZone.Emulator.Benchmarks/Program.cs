using EdgeZone.Emulator.Benchmarks;
using EdgeZone.Emulator.Benchmarks.Load;

return args is ["load", ..] ? LoadProcess.Run(args) : await BenchmarkRun.RunAsync(args);
