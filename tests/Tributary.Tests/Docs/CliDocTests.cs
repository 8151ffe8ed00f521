using System.CommandLine;
using System.CommandLine.Help;
using System.ComponentModel;
using System.Reflection;
using Tributary.Commands;
using Tributary.Tests.Cli;

namespace Tributary.Tests.Docs;

public sealed class CliDocTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public void The_page_about_the_command_line_is_what_the_commands_say()
    {
        Command root = CommandLine.Create(shell.Surroundings(TextWriter.Null, TextWriter.Null));
        var page = new MarkdownText()
            .Heading(1, "The command line")
            .Block("Written by `./dev docs` from the commands themselves.")
            .Block("Data goes to standard output, words for people and the log to standard error. " +
                "Where a command reads settings, a flag is above the environment, which is above `.env`; see [configuration](configuration.md).");
        foreach (Command command in root.Subcommands)
            Describe(command, page);

        page.Heading(2, "Exit codes")
            .Block("The numbers never change.")
            .Table(["code", "meaning"], Enum.GetValues<ExitCode>().Select(code => new[] { $"{(int)code}", Meaning(code) }));
        GeneratedFile.Matches("docs/cli.md", page.ToString());
    }

    private static void Describe(Command command, MarkdownText page)
    {
        string arguments = string.Concat(command.Arguments.Select(argument => $" {argument.Name.ToUpperInvariant()}"));
        page.Heading(2, $"tributary {command.Name}").Block(command.Description!).Code("sh", $"tributary {command.Name}{arguments} [options]");
        Notes(command, page);
        string[][] rows =
        [
            .. command.Arguments.Select(argument => new[] { $"`{argument.Name.ToUpperInvariant()}`", argument.Description! }),
            .. command.Options.Where(option => option is not HelpOption).Select(option => new[] { $"`{option.Name}{(option.HelpName is { } value ? $" {value}" : "")}`", option.Description! }),
        ];
        page.Table(["argument or option", "meaning"], rows);
    }

    private static void Notes(Command command, MarkdownText page)
    {
        switch (command.Name)
        {
            case "serve":
                page.Block("Over stdio the server answers `initialize` at once and asks the site meanwhile. A site that cannot be reached or does not take the credentials ends it " +
                    "with one line and exit code 69 or 78; a trouble of the site's own (429, 5xx) is logged, and the server goes on. Over HTTP it asks first and then listens.");
                break;
            case "call":
                page.Block("A tool's own arguments are flags in kebab-case. `--url` is the address of a server: a tool's argument of that name goes into `--json`.")
                    .Code("sh", "tributary call confluence_search --demo --query \"booking queue\" --limit 3\ntributary call confluence_get_page --json '{\"url\": \"https://wiki.example.com/x/AbC\"}'");
                break;
            case "doctor":
                page.Block("It stops at the first check that finds something: what comes after it would only say the same again.");
                break;
        }
    }

    private static string Meaning(ExitCode code) => typeof(ExitCode).GetField(code.ToString())!.GetCustomAttribute<DescriptionAttribute>()!.Description;
}
