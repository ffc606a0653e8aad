using EdgeZone.Emulator.Tests.Storage;

// The test host never comes here; the tests of the storage start this program to have a process that they can kill.
if (args is ["append", var directory, var callers, var limit])
{
    await Appender.RunAsync(directory, int.Parse(callers), int.Parse(limit));
}
