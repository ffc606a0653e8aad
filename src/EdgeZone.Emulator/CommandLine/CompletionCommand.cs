using System.CommandLine;
using System.Text;
using EdgeZone.Emulator.Actions;

namespace EdgeZone.Emulator.CommandLine;

/// <summary><c>EdgeZone.Emulator completion bash|zsh|pwsh</c>: what a shell has to know to complete commands, actions and their parameters.</summary>
internal static class CompletionCommand
{
    private const string Program = "edgezone-emulator";

    private static readonly string Call = string.Join(' ', CallCommand.OptionNames);

    /// <param name="root">Everything that is completed; asked only when the command runs.</param>
    public static Command Create(Command root)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        var command = new Command("completion", "Prints the completion for a shell; for bash: eval \"$(edgezone-emulator completion bash)\".") { shell };
        command.SetAction(parsed => Console.Write(parsed.GetValue(shell) switch
        {
            "zsh" => Zsh(Words(root)),
            "pwsh" => PowerShell(Words(root)),
            _ => Bash(Words(root)),
        }));
        return command;
    }

    private static string Words(Command root) =>
        string.Join(
            ' ',
            root.Subcommands.Select(command => command.Name)
                .Concat(root.Options.Select(option => option.Name))
                .Where(word => !word.Contains(':', StringComparison.Ordinal)));

    private static string Actions => string.Join(' ', SupportedActions.All.Select(action => action.Name));

    private static string Cases(string form)
    {
        var cases = new StringBuilder();
        foreach (var action in SupportedActions.All)
        {
            cases.AppendFormat(
                System.Globalization.CultureInfo.InvariantCulture,
                form,
                action.Name,
                string.Join(' ', action.Parameters.Select(parameter => $"--{parameter.Name}")));
        }

        return cases.ToString();
    }

    private static string Bash(string words) => $$"""
        _edgezone_emulator() {
          local words=
          if ((COMP_CWORD == 1)); then
            words='{{words}}'
          elif [[ ${COMP_WORDS[1]} == completion ]]; then
            words='bash zsh pwsh'
          elif [[ ${COMP_WORDS[1]} == ca ]]; then
            words='--out'
          elif [[ ${COMP_WORDS[1]} == call ]] && ((COMP_CWORD == 2)); then
            words='{{Actions}}'
          elif [[ ${COMP_WORDS[1]} == call ]]; then
            case ${COMP_WORDS[2]} in
        {{Cases("      {0}) words='{1}' ;;\n")}}    esac
            words+=' {{Call}}'
          fi
          COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _edgezone_emulator {{Program}}

        """.ReplaceLineEndings("\n");

    private static string Zsh(string words) => $$"""
        #compdef {{Program}}
        _edgezone_emulator() {
          if ((CURRENT == 2)); then
            compadd -- {{words}}
          elif [[ $words[2] == completion ]]; then
            compadd -- bash zsh pwsh
          elif [[ $words[2] == call ]] && ((CURRENT == 3)); then
            compadd -- {{Actions}}
          elif [[ $words[2] == call ]]; then
            case $words[3] in
        {{Cases("      {0}) compadd -- {1} ;;\n")}}    esac
            compadd -- {{Call}}
            _files
          elif [[ $words[2] == ca ]]; then
            compadd -- --out
            _files
          fi
        }
        compdef _edgezone_emulator {{Program}}

        """.ReplaceLineEndings("\n");

    private static string PowerShell(string words) => $$"""
        Register-ArgumentCompleter -Native -CommandName {{Program}} -ScriptBlock {
          param($word, $ast, $position)
          $given = @($ast.CommandElements | ForEach-Object { "$_" })
          $place = if ($word) { $given.Count - 1 } else { $given.Count }
          $words = if ($place -eq 1) { '{{words}}' }
            elseif ($given[1] -eq 'completion') { 'bash zsh pwsh' }
            elseif ($given[1] -eq 'ca') { '--out' }
            elseif ($given[1] -eq 'call' -and $place -eq 2) { '{{Actions}}' }
            elseif ($given[1] -eq 'call') {
              $own = switch -CaseSensitive ($given[2]) {
        {{Cases("        '{0}' {{ '{1}' }}\n")}}      }
              "$own {{Call}}"
            }
          "$words" -split ' ' | Where-Object { $_ -like "$word*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }

        """.ReplaceLineEndings("\n");
}
