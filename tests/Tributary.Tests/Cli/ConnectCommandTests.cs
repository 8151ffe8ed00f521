using System.Text.Json.Nodes;

namespace Tributary.Tests.Cli;

public sealed class ConnectCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Theory(Timeout = 10000)]
    [InlineData("claude-desktop", "mcpServers", null)]
    [InlineData("claude-code", "mcpServers", "stdio")]
    [InlineData("vscode", "servers", "stdio")]
    [InlineData("cursor", "mcpServers", null)]
    public async Task The_entry_starts_this_program_on_the_file_that_holds_the_secrets(string client, string key, string? type)
    {
        string settings = shell.Write(".env", "CONFLUENCE_API_TOKEN=hunter2");

        Run run = await shell.RunAsync("connect", client);

        JsonNode entry = JsonNode.Parse(run.Data)![key]!["tributary"]!;
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal("/opt/tributary/tributary", (string?)entry["command"]);
        Assert.Equal(["serve", "--env-file", settings], entry["args"]!.AsArray().Select(argument => (string?)argument));
        Assert.Equal(type, (string?)entry["type"]);
        Assert.DoesNotContain("hunter2", run.Data + run.Words, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task Writing_keeps_everything_else_and_the_file_before_it()
    {
        const string Before = """{ "theme": "dark", "mcpServers": { "other": { "command": "x", "args": [1.50, "ü"] }, "tributary": { "command": "old" } } }""";
        Directory.CreateDirectory(Path.Combine(shell.Folder, "user", ".cursor"));
        string path = shell.Write("user/.cursor/mcp.json", Before);

        Run run = await shell.RunAsync("connect", "cursor", "--write", "--demo");

        JsonNode after = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal("dark", (string?)after["theme"]);
        Assert.Equal("""{"command":"x","args":[1.50,"ü"]}""", after["mcpServers"]!["other"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal("/opt/tributary/tributary", (string?)after["mcpServers"]!["tributary"]!["command"]);
        Assert.Equal(Before, await File.ReadAllTextAsync(path + ".bak", TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 10000)]
    public async Task Writing_makes_a_file_that_is_not_there()
    {
        Run run = await shell.RunAsync("connect", "vscode", "--write", "--site", "work");

        string path = Path.Combine(shell.Folder, ".vscode", "mcp.json");
        Assert.Equal($"Wrote {path}. Open this folder in VS Code and start the server from the file.\n", run.Words);
        Assert.Equal(["serve", "--site", "work"], JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!["servers"]!["tributary"]!["args"]!.AsArray().Select(a => (string?)a));
    }

    [Theory(Timeout = 10000)]
    [InlineData("{ // mine\n }", "holds comments, which rewriting it would lose: add the entry yourself.")]
    [InlineData("{\n x", "line 2 is not valid JSON: it was left as it is.")]
    [InlineData("[]", "is not a JSON object: it was left as it is.")]
    [InlineData("{ \"mcpServers\": [] }", "has a \"mcpServers\" that is no object: put it right, or add the entry yourself.")]
    public async Task A_file_that_cannot_be_kept_whole_is_left_as_it_is(string text, string reason)
    {
        string path = shell.Write(".mcp.json", text);

        Run run = await shell.RunAsync("connect", "claude-code", "--write");

        Assert.Equal(ExitCode.Configuration, run.ExitCode);
        Assert.EndsWith($"{path} {reason}\n", run.Words, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }
}
