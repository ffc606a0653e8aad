using System.CommandLine;
using System.CommandLine.Parsing;
using EdgeZone.Emulator.Exploring;
using EdgeZone.Emulator.Exploring.Reports;
using EdgeZone.Emulator.Hosting;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.CommandLine;

/// <summary><c>explore</c>: runs a command against every fault that could meet it, and tells what it does not survive.</summary>
internal sealed class ExploreCommand
{
    private const int FoundSomething = 1;

    private const int UndisturbedFails = 2;

    /// <summary>What shells say of a program that Ctrl+C ended.</summary>
    private const int Interrupted = 130;

    private readonly Option<string?> _emulator = Text("--emulator", "URL", "An emulator that runs. Default: one is started for the time of the search.");
    private readonly Option<string?> _token = Text("--token", "TOKEN", "What guards the control plane of that emulator.");
    private readonly Option<string?> _from = Text("--from", "SANDBOX", "Begin each run from a fork of this one. Default: a fresh one.");
    private readonly Option<string?> _region = Text("--region", "REGION", "The region that the command is told. Default: ap-guangzhou.");
    private readonly Option<string?> _oracle = Text(
        "--oracle", "CMD", "Judges a run that reports success, by the same environment: exit code 0 for a good one.");
    private readonly Option<string?> _report = Text("--report", "FILE", "Write everything there as JSON.");
    private readonly Option<string?> _junit = Text("--junit", "FILE", "Write the findings there as JUnit's XML.");
    private readonly Option<string?> _csharp = Text("--csharp", "DIR", "Write a test on the fixture there for each finding.");
    private readonly Option<string?> _replay = Text("--replay", "ID", "Run one scenario again, with the command's output shown.");
    private readonly Option<IReadOnlyList<FaultKind>> _faults = new("--faults")
    {
        HelpName = "LIST",
        Description = $"What shall go wrong, with commas. Default all: {string.Join(", ", FaultKinds.All.Select(kind => kind.Word()))}.",
        CustomParser = result => Words(result, FaultKinds.Of, FaultKinds.All.Select(kind => kind.Word())),
        DefaultValueFactory = _ => FaultKinds.All,
    };

    private readonly Option<IReadOnlyList<FindingKind>> _allow = new("--allow")
    {
        HelpName = "LIST",
        Description = $"What shall not count, with commas: {string.Join(", ", Enum.GetValues<FindingKind>().Select(kind => kind.Word()))}.",
        CustomParser = result => Words(
            result,
            word => Enum.GetValues<FindingKind>().Where(kind => kind.Word() == word).Select(kind => (FindingKind?)kind).FirstOrDefault(),
            Enum.GetValues<FindingKind>().Select(kind => kind.Word())),
        DefaultValueFactory = _ => [],
    };

    private readonly Option<int> _limit = Number("--limit", "N", "Runs at the most.", ExplorationOptions.DefaultLimit, 1_000_000);
    private readonly Option<int> _jobs = Number("--jobs", "N", "Runs side by side. Default: one for each processor.", Environment.ProcessorCount, 256);
    private readonly Option<double?> _timeout = Seconds(
        "--timeout", "S", "Seconds that one run may take. Default: ten times the undisturbed one, 20 at the least.");
    private readonly Option<double?> _late = Seconds("--late", "S", "Seconds by which a late answer is late. Default: 2.");
    private readonly Argument<string[]> _command = new("COMMAND")
    {
        Description = "What to run, behind `--`, with its arguments.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Func<string[], WebApplication> _createHost;
    private readonly string[] _settings;

    private ExploreCommand(Func<string[], WebApplication> createHost, string[] settings) => (_createHost, _settings) = (createHost, settings);

    /// <param name="createHost">Makes the application that is started when no emulator is named.</param>
    /// <param name="settings">The settings of the command line, which are that application's.</param>
    public static Command Create(Func<string[], WebApplication> createHost, string[] settings)
    {
        var explore = new ExploreCommand(createHost, settings);
        var command = new Command("explore", "Runs a command against every fault that could meet it, and tells what it does not survive. "
            + "Exit code 0: nothing was found, 1: something was, 2: the command fails although nothing goes wrong, 130: it was interrupted.");
        foreach (var option in new Option[]
        {
            explore._emulator, explore._token, explore._from, explore._faults, explore._limit, explore._jobs, explore._timeout, explore._late,
            explore._allow, explore._oracle, explore._region, explore._report, explore._junit, explore._csharp, explore._replay,
        })
        {
            command.Options.Add(option);
        }

        explore._command.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] first }, ..])
            {
                result.AddError($"'{first}' is no option of explore; the command comes behind `--`.");
            }
        });
        command.Arguments.Add(explore._command);
        command.SetAction(explore.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        using var interruption = new Interruption(cancellation);
        try
        {
            await using var emulator = await ExploredEmulator.ReachAsync(
                line.GetValue(_emulator), line.GetValue(_token), _createHost, _settings, interruption.Token);
            await using var program = await CommandProgram.CreateAsync(emulator.Control, emulator.Address, SettingsOf(line), interruption.Token);
            return line.GetValue(_replay) is { } id
                ? await ReplayAsync(line, program, id, interruption.Token)
                : await SearchAsync(line, program, interruption.Token);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Exception e) when (e is SettingsException or InvalidDataException)
        {
            return Complaint.Print(e, ExitCodes.BadSetting);
        }
        catch (Exception e) when (e is ExplorationException or HttpRequestException or IOException or UnauthorizedAccessException)
        {
            return Complaint.Print(e.Message, ExitCodes.CannotListen);
        }
    }

    private async Task<int> SearchAsync(ParseResult line, CommandProgram program, CancellationToken cancellation)
    {
        using var progress = new ProgressLine(Console.Error, Console.IsErrorRedirected);
        var report = await new Exploration(program, OptionsOf(line), progress.Show).RunAsync(cancellation);
        progress.Clear();
        Console.Out.Write(ReportText.Of(report, id => CommandFor(line, id)));
        if (line.GetValue(_report) is { } file)
        {
            await File.WriteAllTextAsync(file, ExplorationView.Of(report).ToJson(), CancellationToken.None);
        }

        if (line.GetValue(_junit) is { } xml)
        {
            await using var stream = File.Create(xml);
            JUnitReport.Write(stream, report, id => CommandFor(line, id));
        }

        if (line.GetValue(_csharp) is { } folder)
        {
            CSharpTests.Write(folder, report);
        }

        return report.State switch
        {
            ExplorationState.UndisturbedFails or ExplorationState.UndisturbedDiffers => UndisturbedFails,
            ExplorationState.Interrupted => Interrupted,
            _ => report.Findings.Count > 0 ? FoundSomething : ExitCodes.Success,
        };
    }

    private async Task<int> ReplayAsync(ParseResult line, CommandProgram program, string id, CancellationToken cancellation)
    {
        if (await new Exploration(program, OptionsOf(line)).ReplayAsync(id, cancellation) is not { } replayed)
        {
            return Complaint.Print($"There is no scenario '{id}' of this command.", ExitCodes.BadUsage);
        }

        var (scenario, run, found) = replayed;
        Console.Out.Write(found is { } kind
            ? ReportText.Of(new Finding(kind, scenario, run, [scenario.Id], Finding.Attempts), commandFor: null)
            : $"{scenario.Id}: survived, {run.Detail}, holds {run.Held}\n   calls    {ReportText.CallsOf(run)}\n");
        return found is null ? ExitCodes.Success : FoundSomething;
    }

    private CommandSettings SettingsOf(ParseResult line) => new(
        line.GetValue(_command)!,
        line.GetValue(_oracle) is { } oracle ? ["/bin/sh", "-c", oracle] : null,
        line.GetValue(_from),
        line.GetValue(_region) ?? new DefaultsSettings().Region,
        line.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        ShowsOutput: line.GetValue(_replay) is not null);

    private ExplorationOptions OptionsOf(ParseResult line) => new()
    {
        Kinds = line.GetValue(_faults)!.ToHashSet(),
        Allowed = line.GetValue(_allow)!.ToHashSet(),
        Limit = line.GetValue(_limit),
        Jobs = line.GetValue(_jobs),
        Late = TimeSpan.FromSeconds(line.GetValue(_late) ?? 2),
    };

    private string CommandFor(ParseResult line, string id) =>
        "edgezone-emulator "
            + $"explore{(line.GetValue(_from) is { } from ? $" --from {from}" : "")}{(line.GetValue(_emulator) is { } url ? $" --emulator {url}" : "")}"
        + $" --replay {id} -- {string.Join(' ', line.GetValue(_command)!)}";

    private static Option<string?> Text(string name, string value, string text) => new(name) { HelpName = value, Description = text };

    private static Option<int> Number(string name, string value, string text, int otherwise, int most)
    {
        var option = new Option<int>(name) { HelpName = value, Description = text, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var number && (number < 1 || number > most))
            {
                result.AddError($"{name} is {number}, and not a number from 1 to {most}.");
            }
        });
        return option;
    }

    private static Option<double?> Seconds(string name, string value, string text)
    {
        const double Most = 24 * 60 * 60;
        var option = new Option<double?>(name) { HelpName = value, Description = text };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is { } number && !(number > 0 && number <= Most))
            {
                result.AddError($"{name} is {number}, and not a number of seconds above 0 and at most {Most}.");
            }
        });
        return option;
    }

    private static List<T> Words<T>(ArgumentResult result, Func<string, T?> of, IEnumerable<string> known)
        where T : struct
    {
        var found = new List<T>();
        foreach (var word in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (of(word) is not { } one)
            {
                result.AddError($"'{word}' is none of {string.Join(", ", known)}.");
                return [];
            }

            found.Add(one);
        }

        return found;
    }
}
