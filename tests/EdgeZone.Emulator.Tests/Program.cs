using EdgeZone.Emulator;
using EdgeZone.Emulator.Tests.Faults;
using EdgeZone.Emulator.Tests.Hosting;
using EdgeZone.Emulator.Tests.Storage;

// The test host never comes here; tests start this program to have a process that they can kill, one that is broken, and one that does the same again.
switch (args)
{
    case ["append", var directory, var callers, var limit]:
        await Appender.RunAsync(directory, int.Parse(callers), int.Parse(limit));
        return 0;
    case ["break", var when, .. var settings]:
        return await EmulatorProcess.RunAsync(settings, builder => Defect.Add(builder, when));
    case ["record"]:
        Console.Write(await FaultWorldTests.RecordAsync());
        return 0;
    default:
        return 64;
}
