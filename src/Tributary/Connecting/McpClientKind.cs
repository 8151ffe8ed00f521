using System.Text.Json.Nodes;
using Tributary.Console;

namespace Tributary.Connecting;

/// <summary>An assistant that can start MCP servers, and where it keeps its list of them.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Title">As people know it.</param>
/// <param name="Key">The property that holds the servers.</param>
/// <param name="WithType">Whether an entry says <c>"type": "stdio"</c>.</param>
/// <param name="File">The file of this user or of the current folder.</param>
/// <param name="Next">What to do after writing it.</param>
internal sealed record McpClientKind(string Name, string Title, string Key, bool WithType, Func<Surroundings, string> File, string Next)
{
    public static IReadOnlyList<McpClientKind> All { get; } =
    [
        new("claude-desktop", "Claude Desktop", "mcpServers", WithType: false, ClaudeDesktopFile, "Quit Claude Desktop and start it again."),
        new("claude-code", "Claude Code", "mcpServers", WithType: true, here => Path.Combine(here.Folder, ".mcp.json"), "Start claude in this folder and approve the server with /mcp."),
        new("vscode", "VS Code", "servers", WithType: true, here => Path.Combine(here.Folder, ".vscode", "mcp.json"), "Open this folder in VS Code and start the server from the file."),
        new("cursor", "Cursor", "mcpServers", WithType: false, here => Path.Combine(here.UserFolder, ".cursor", "mcp.json"), "Enable the server in Cursor's settings under MCP."),
    ];

    /// <summary>The entry of this server.</summary>
    public JsonObject Entry(IReadOnlyList<string> command)
    {
        var entry = new JsonObject();
        if (WithType)
            entry["type"] = "stdio";
        entry["command"] = command[0];
        entry["args"] = new JsonArray([.. command.Skip(1).Select(argument => (JsonNode)argument)]);
        return entry;
    }

    private static string ClaudeDesktopFile(Surroundings surroundings)
    {
        string folder = OperatingSystem.IsWindows() && surroundings.Environment.TryGetValue("APPDATA", out string? roaming) ? Path.Combine(roaming, "Claude")
            : OperatingSystem.IsMacOS() ? Path.Combine(surroundings.UserFolder, "Library", "Application Support", "Claude")
            : Path.Combine(surroundings.UserFolder, ".config", "Claude");
        return Path.Combine(folder, "claude_desktop_config.json");
    }
}
