using EdgeZone.Emulator.Benchmarks;
using EdgeZone.Emulator.Benchmarks.Load;
using EdgeZone.Emulator.Benchmarks.Soak;

return args switch
{
    ["load", ..] => LoadProcess.Run(args),
    ["soak", ..] => await SoakRun.RunAsync(args),
    _ => await BenchmarkRun.RunAsync(args),
};
