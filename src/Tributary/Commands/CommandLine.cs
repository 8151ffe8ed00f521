using System.CommandLine;
using System.CommandLine.Help;
using Tributary.Calling;
using Tributary.Configuration;
using Tributary.Console;

namespace Tributary.Commands;

/// <summary>The root of all commands, and the edge where every failure becomes one line and an exit code.</summary>
internal static class CommandLine
{
    public static string Version { get; } = typeof(CommandLine).Assembly.GetName().Version!.ToString(3);

    public static Command Create(Surroundings surroundings)
    {
        var version = new Option<bool>("--version") { Description = "Prints the version." };
        var root = new Command("tributary", "An MCP server for Confluence and Jira, with an emulator of both to try everything on.")
        {
            Options = { new HelpOption { Description = "Shows help." }, version },
            Subcommands =
            {
                new DemoCommand(surroundings), new ServeCommand(surroundings), new EmulateCommand(surroundings), new CallCommand(surroundings), new ToolsCommand(surroundings),
                new ConvertCommand(surroundings), new DoctorCommand(surroundings), new ConnectCommand(surroundings),
            },
        };
        root.SetAction(parse =>
        {
            if (parse.GetValue(version))
                surroundings.Output.WriteData(Version);
            else
                root.Parse(["--help"]).Invoke(Invocation(surroundings));
        });
        return root;
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Surroundings surroundings, CancellationToken stop)
    {
        ParseResult parse = Create(surroundings).Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parse.Errors.Count > 0 && parse.Action is not HelpAction)
        {
            foreach (string message in parse.Errors.Select(error => error.Message).Distinct())
                surroundings.Output.Say(string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            surroundings.Output.Say($"'{Path(parse)} --help' shows what it takes.");
            return (int)ExitCode.Usage;
        }

        try
        {
            return await parse.InvokeAsync(Invocation(surroundings), stop);
        }
        catch (ConfigurationException exception)
        {
            surroundings.Output.Say(exception.Message);
            return (int)ExitCode.Configuration;
        }
        catch (UsageException exception)
        {
            surroundings.Output.Say(exception.Message);
            return (int)ExitCode.Usage;
        }
        catch (UnreachableServerException exception)
        {
            surroundings.Output.Say(exception.Message);
            return (int)ExitCode.Unavailable;
        }
        catch (IOException exception)
        {
            surroundings.Output.Say(exception.Message);
            return (int)ExitCode.Failure;
        }
        catch (InvalidDataException exception)
        {
            surroundings.Output.Say(exception.Message);
            return (int)ExitCode.Failure;
        }
        catch (UnauthorizedAccessException exception)
        {
            surroundings.Output.Say(exception.Message);
            return (int)ExitCode.Failure;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (int)ExitCode.Interrupted;
        }
    }

    private static InvocationConfiguration Invocation(Surroundings surroundings) => new()
    {
        Output = surroundings.Output.Data,
        EnableDefaultExceptionHandler = false,
        // Signals are ours: a server drains before it goes.
        ProcessTerminationTimeout = null,
    };

    private static string Path(ParseResult parse) => parse.CommandResult.Command.Name is "tributary" ? "tributary" : $"tributary {parse.CommandResult.Command.Name}";
}
