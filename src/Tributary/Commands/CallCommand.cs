using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Tributary.Calling;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Logging;
using Tributary.Serving;
using Tributary.Tools;

namespace Tributary.Commands;

/// <summary><c>tributary call</c>: one tool, from the shell.</summary>
internal sealed class CallCommand : Command
{
    private readonly Argument<string> tool = new("tool") { Description = "The tool, as `tributary tools` names it." };
    private readonly Option<string> json = new("--json") { Description = "The arguments as a JSON object; - reads it from standard input.", HelpName = "JSON" };
    private readonly Option<string> url = new("--url") { Description = "Calls a tool of the MCP server at this address.", HelpName = "ADDRESS" };
    private readonly Option<bool> structured = new("--structured") { Description = "Prints the structured result as JSON in place of the text." };
    private readonly DemoOptions demo;
    private readonly ConfigurationFlags flags;
    private readonly Surroundings surroundings;

    public CallCommand(Surroundings surroundings)
        : base("call", "Calls one tool. Its arguments are flags (--page-id 98304) or --json.")
    {
        this.surroundings = surroundings;
        TreatUnmatchedTokensAsErrors = false;
        Arguments.Add(tool);
        foreach (Option option in (Option[])[json, url, structured])
            Options.Add(option);
        demo = new DemoOptions(this);
        flags = new ConfigurationFlags(this, Settings.ReadOnly, Settings.PermanentDelete);
        SetAction(async (parse, stop) => (int)await RunAsync(parse, stop));
    }

    private async Task<ExitCode> RunAsync(ParseResult parse, CancellationToken stop)
    {
        ServerConfiguration configuration = flags.Load(parse, surroundings);
        // Whoever calls by hand wants the answer, and the log only when asked for.
        using Log log = configuration.CreateLog(surroundings, LogLevel.None);
        string name = parse.GetRequiredValue(tool);
        try
        {
            CallToolResult result = parse.GetValue(url) is { } address
                ? await CallRemotelyAsync(address, name, parse, log, stop)
                : await CallHereAsync(name, parse, configuration, log, stop);
            return Print(result, parse.GetValue(structured));
        }
        catch (McpProtocolException exception)
        {
            surroundings.Output.Say($"{exception.Message} `tributary tools` lists them.");
            return ExitCode.Usage;
        }
    }

    private async Task<CallToolResult> CallHereAsync(string name, ParseResult parse, ServerConfiguration configuration, Log log, CancellationToken stop)
    {
        ToolSettings settings = configuration.Values.ReadToolSettings(surroundings.Folder);
        await using ServedSite site = demo.Open(parse, configuration, surroundings, log);
        var tools = new ToolServer(site.Confluence, settings, surroundings.Time, log, site.Jira);
        await site.OpenedAsync(stop);
        Tool? listed = tools.ListTools().FirstOrDefault(candidate => candidate.Name == name);
        return await tools.CallAsync(name, Given(parse, listed?.InputSchema), stop);
    }

    private async Task<CallToolResult> CallRemotelyAsync(string address, string name, ParseResult parse, Log log, CancellationToken stop)
    {
        await using McpClient client = await RemoteServer.ConnectAsync(address, log, stop);
        IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: stop);
        McpClientTool? listed = tools.FirstOrDefault(candidate => candidate.Name == name);
        return await client.CallToolAsync(new CallToolRequestParams { Name = name, Arguments = Given(parse, listed?.JsonSchema).ToDictionary() }, stop);
    }

    private IReadOnlyDictionary<string, JsonElement> Given(ParseResult parse, JsonElement? schema)
    {
        if (parse.GetValue(json) is not { } text)
            return CallArguments.FromFlags([.. parse.UnmatchedTokens], schema);
        if (parse.UnmatchedTokens.Count > 0)
            throw new UsageException($"Give the arguments as flags or as --json, not both: '{parse.UnmatchedTokens[0]}' stands beside --json.");
        return CallArguments.FromJson(text == "-" ? new StreamReader(surroundings.OpenInput()).ReadToEnd() : text);
    }

    private ExitCode Print(CallToolResult result, bool asJson)
    {
        bool failed = result.IsError == true;
        string text = string.Join("\n", result.Content.Select(Shown));
        if (asJson && result.StructuredContent is { } content)
            surroundings.Output.WriteJson(content);
        else if (!failed)
            surroundings.Output.WriteData(text);
        if (failed)
            surroundings.Output.Say(text);
        return failed ? ExitCode.Failure : ExitCode.Success;
    }

    private static string Shown(ContentBlock block) => block is TextContentBlock text ? text.Text : $"({block.Type})";
}
