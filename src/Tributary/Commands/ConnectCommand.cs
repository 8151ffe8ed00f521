using System.CommandLine;
using System.Text.Json.Nodes;
using Tributary.Connecting;
using Tributary.Console;

namespace Tributary.Commands;

/// <summary><c>tributary connect</c>: what an assistant needs in its configuration to start this server.</summary>
internal sealed class ConnectCommand : Command
{
    private readonly Argument<string> client = new("client") { Description = "claude-desktop, claude-code, vscode or cursor." };
    private readonly Option<bool> write = new("--write") { Description = "Merges the entry into the client's file, and keeps the file before it as .bak." };
    private readonly Option<bool> demo = new("--demo") { Description = "Connects to the server on invented data." };
    private readonly Option<string> envFile = new("--env-file") { Description = "The file with the settings; .env in the current folder otherwise.", HelpName = "FILE" };
    private readonly Option<string> site = new("--site") { Description = "The site of tributary.json to use.", HelpName = "NAME" };
    private readonly Surroundings surroundings;

    public ConnectCommand(Surroundings surroundings)
        : base("connect", "Prints the configuration of Claude Desktop, Claude Code, VS Code or Cursor, or merges it into theirs.")
    {
        this.surroundings = surroundings;
        client.AcceptOnlyFromAmong([.. McpClientKind.All.Select(kind => kind.Name)]);
        Arguments.Add(client);
        foreach (Option option in (Option[])[write, demo, envFile, site])
            Options.Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult parse)
    {
        McpClientKind kind = McpClientKind.All.Single(kind => kind.Name == parse.GetValue(client));
        JsonObject entry = kind.Entry([.. surroundings.Program, .. ServeArguments(parse)]);
        string path = kind.File(surroundings);
        if (!parse.GetValue(write))
        {
            surroundings.Output.Data.Write(ClientFile.Fresh(kind.Key, entry));
            surroundings.Output.Say($"For {kind.Title} this belongs into {path}; --write merges it.");
            return;
        }

        string? existing = File.Exists(path) ? File.ReadAllText(path) : null;
        ClientFile.Replace(path, existing is null ? ClientFile.Fresh(kind.Key, entry) : ClientFile.Merged(path, existing, kind.Key, entry));
        surroundings.Output.Say($"Wrote {path}{(existing is null ? "" : $"; the file before it is {path}.bak")}. {kind.Next}");
    }

    /// <summary>Secrets stay in the file that holds them: the client's configuration names it alone.</summary>
    private IEnumerable<string> ServeArguments(ParseResult parse)
    {
        yield return "serve";
        if (parse.GetValue(demo))
        {
            yield return "--demo";
            yield break;
        }

        string path = Path.GetFullPath(parse.GetValue(envFile) ?? ".env", surroundings.Folder);
        if (parse.GetValue(envFile) is not null || File.Exists(path))
        {
            yield return "--env-file";
            yield return path;
        }
        else if (parse.GetValue(site) is null)
        {
            surroundings.Output.Say("No .env is here: the server will need its settings in tributary.json or in the client's own environment. --env-file names a file.");
        }

        if (parse.GetValue(site) is { } name)
        {
            yield return "--site";
            yield return name;
        }
    }
}
