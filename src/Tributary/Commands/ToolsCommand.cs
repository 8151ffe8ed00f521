using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Spectre.Console;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Tools;

namespace Tributary.Commands;

/// <summary><c>tributary tools</c>: what a client would be offered under the present configuration.</summary>
internal sealed class ToolsCommand : Command
{
    private readonly Option<bool> json = new("--json") { Description = "Prints the result of tools/list." };

    public ToolsCommand(Surroundings surroundings)
        : base("tools", "Lists the tools with their toolset, hints and token cost.")
    {
        Options.Add(json);
        var flags = new ConfigurationFlags(this, Settings.ReadOnly, Settings.Toolsets, Settings.PermanentDelete);
        SetAction(parse =>
        {
            ToolSettings settings = flags.Load(parse, surroundings).Values.ReadToolSettings(surroundings.Folder);
            IReadOnlyList<Tool> tools = Offered(settings, surroundings.Time);
            if (parse.GetValue(json))
                surroundings.Output.WriteJson(JsonElement.Parse(Json(new ListToolsResult { Tools = [.. tools] })));
            else
                Show(tools, surroundings.Output);
        });
    }

    /// <summary>What a model pays for a text: a quarter of its bytes, which is near enough for every tokenizer.</summary>
    private static int Tokens(Tool tool) => (Json(tool).Length + 3) / 4;

    private static IReadOnlyList<Tool> Offered(ToolSettings settings, TimeProvider time) =>
        new ToolServer(() => throw new InvalidOperationException("Listing calls nothing."), settings, time, NullLoggerFactory.Instance,
            () => throw new InvalidOperationException("Listing calls nothing.")).ListTools();

    private static void Show(IReadOnlyList<Tool> tools, Output output)
    {
        var table = new Table { Border = output.DataIsTerminal ? TableBorder.Rounded : TableBorder.None };
        table.AddColumn("Tool").AddColumn("Toolset").AddColumn("Does").AddColumn(new TableColumn("Tokens").RightAligned()).AddColumn("Title");
        foreach (Tool tool in tools)
            table.AddRow(tool.Name, ToolServer.ToolsetOf(tool.Name), Hints(tool.Annotations), Figure(Tokens(tool)), (tool.Title ?? "").EscapeMarkup());
        output.Pretty().Write(table);
        output.WriteData($"{tools.Count} tools, about {Figure(tools.Sum(Tokens))} tokens (bytes / 4) in every conversation.");
    }

    private static string Hints(ToolAnnotations? hints) => hints switch
    {
        { ReadOnlyHint: true } => "reads",
        { DestructiveHint: false, IdempotentHint: true } => "adds, repeatable",
        { DestructiveHint: false } => "adds",
        { IdempotentHint: true } => "changes, repeatable",
        _ => "changes",
    };

    private static string Figure(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T)));
}
