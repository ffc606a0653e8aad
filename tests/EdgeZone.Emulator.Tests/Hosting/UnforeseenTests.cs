namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>What nobody foresaw ends the program with one line and a number of its own, never with the runtime's stack and an abort.</summary>
public class UnforeseenTests
{
    private static readonly string Broken = typeof(UnforeseenTests).Assembly.Location;

    [Theory]
    [InlineData("building")]
    [InlineData("starting")]
    public async Task It_is_one_line_with_the_type_and_the_message(string when)
    {
        var refusal = (await EmulatorRun.OfAsync(Broken, ["break", when, "--urls=http://127.0.0.1:0"])).Refusal(70);

        Assert.Equal(
            $@"EdgeZone.Emulator: Unforeseen: System.NotSupportedException: Broken while {when}\nas asked for (--Emulator:Logging:Level=Debug shows where)",
            refusal);
    }

    [Theory]
    [InlineData("building")]
    [InlineData("starting")]
    public async Task Whoever_debugs_is_shown_where_in_the_same_line(string when)
    {
        string[] arguments = ["break", when, "--urls=http://127.0.0.1:0"];

        var refusal = (await EmulatorRun.OfAsync(Broken, arguments, ("Emulator__Logging__Level", "debug"))).Refusal(70);

        Assert.StartsWith(@"EdgeZone.Emulator: Unforeseen: System.NotSupportedException: Broken while ", refusal);
        Assert.Contains(@"\n   at EdgeZone.Emulator.EmulatorProcess.RunAsync(", refusal);
    }

    [Fact]
    public async Task An_answer_that_nobody_can_receive_is_told_too()
    {
        var refusal = (await EmulatorRun.OfClosedOutputAsync("--version")).Refusal(70);

        Assert.StartsWith("EdgeZone.Emulator: Unforeseen: System.UnauthorizedAccessException: ", refusal);
    }
}
