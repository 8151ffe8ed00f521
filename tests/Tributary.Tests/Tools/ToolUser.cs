using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Tributary.Testing;
using Tributary.Tools;

namespace Tributary.Tests.Tools;

/// <summary>A model's view of the tools: an MCP client and a server in memory.</summary>
internal sealed class ToolUser : IAsyncDisposable
{
    private readonly McpSessions sessions;

    public required McpClient Client { get; init; }

    public static async Task<ToolUser> ConnectAsync(ToolServer tools)
    {
        var sessions = new McpSessions();
        return new ToolUser(sessions) { Client = await sessions.ConnectAsync(tools.CreateOptions(), TestContext.Current.CancellationToken) };
    }

    private ToolUser(McpSessions sessions) => this.sessions = sessions;

    public async Task<Reply> CallAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await Client.CallToolAsync(
            tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value), cancellationToken: TestContext.Current.CancellationToken);
        if (result.IsError != true)
            ResultSchema.Check(tool, Assert.NotNull(result.StructuredContent));
        return new Reply(result);
    }

    public ValueTask DisposeAsync() => sessions.DisposeAsync();
}

/// <summary>What a model sees of a call.</summary>
internal sealed class Reply(CallToolResult result)
{
    public bool IsError => result.IsError == true;

    public string Text => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    public JsonElement Structured => result.StructuredContent!.Value;

    public string? this[string name] => Structured.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;

    public string Code => Structured.GetProperty("error").GetProperty("code").GetString()!;

    /// <summary>One field of each item of a list, in order.</summary>
    public string[] Each(string list, string field) => [.. Structured.GetProperty(list).EnumerateArray().Select(item => item.GetProperty(field).ToString())];

    public Reply Succeeded()
    {
        Assert.False(IsError, Text);
        return this;
    }
}
