using System.CommandLine;
using Tributary.Commands;

namespace Tributary.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact(Timeout = 10000)]
    public async Task An_unknown_command_is_a_usage_error_that_points_to_the_help()
    {
        Run run = await shell.RunAsync("tols");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Data);
        Assert.Equal("Unrecognized command or argument 'tols'.\n'tributary --help' shows what it takes.\n", run.Words);
    }

    [Fact(Timeout = 10000)]
    public async Task A_wrong_choice_says_what_would_do_in_one_line()
    {
        Run run = await shell.RunAsync("tools", "--log-format", "xml");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal("Argument 'xml' not recognized. Must be one of: 'text' 'json'\n'tributary tools --help' shows what it takes.\n", run.Words);
    }

    [Fact(Timeout = 10000)]
    public async Task The_version_is_three_numbers_on_standard_output() => Assert.Matches(@"^\d+\.\d+\.\d+\n$", (await shell.RunAsync("--version")).Data);

    [Fact(Timeout = 10000)]
    public async Task No_command_at_all_shows_the_help()
    {
        Run run = await shell.RunAsync();

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("tributary [command] [options]", run.Data, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task The_help_of_each_command_is_kept()
    {
        Snapshot.Matches("Cli/tributary.txt", (await shell.RunAsync("--help")).Data);
        foreach (Command command in CommandLine.Create(shell.Surroundings(TextWriter.Null, TextWriter.Null)).Subcommands)
            Snapshot.Matches($"Cli/{command.Name}.txt", (await shell.RunAsync(command.Name, "--help")).Data);
    }

    [Fact(Timeout = 10000)]
    public async Task A_wrong_setting_is_one_line_and_exit_code_78()
    {
        shell.Write(".env", "READ_ONLY_MODE=hunter2");

        Run run = await shell.RunAsync("tools");

        Assert.Equal(new Run(ExitCode.Configuration, "", "READ_ONLY_MODE (.env line 1) must be true, 1, yes, on, or false, 0, no, off.\n"), run);
    }

    [Fact(Timeout = 10000)]
    public async Task A_file_named_on_the_command_line_must_exist()
    {
        Run run = await shell.RunAsync("tools", "--env-file", "missing.env");

        Assert.Equal(ExitCode.Configuration, run.ExitCode);
        Assert.EndsWith("missing.env cannot be read: check that it exists.\n", run.Words, StringComparison.Ordinal);
    }
}
