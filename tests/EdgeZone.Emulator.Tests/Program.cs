using EdgeZone.Emulator;
using EdgeZone.Emulator.Tests.Hosting;
using EdgeZone.Emulator.Tests.Storage;

// The test host never comes here; tests start this program to have a process that they can kill, and one that is broken.
switch (args)
{
    case ["append", var directory, var callers, var limit]:
        await Appender.RunAsync(directory, int.Parse(callers), int.Parse(limit));
        return 0;
    case ["break", var when, .. var settings]:
        return await EmulatorProcess.RunAsync(settings, builder => Defect.Add(builder, when));
    default:
        return 64;
}
