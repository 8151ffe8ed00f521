using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;
using Tributary.Tools;

namespace Tributary.Tests.Docs;

public sealed class ToolsDocTests
{
    [Fact]
    public void The_page_about_tools_is_what_the_tools_say()
    {
        var settings = new ToolSettings { Toolsets = ["all"], AllowPermanentDelete = true, AttachmentRoots = [Path.GetTempPath()] };
        // With a choice of toolsets there is nothing left to find: the tool that finds is listed without one.
        Tool[] tools = [.. List(settings), List(new ToolSettings()).Single(tool => tool.Name == "find_tools")];
        var page = new MarkdownText()
            .Heading(1, "Tools")
            .Block("Written by `./dev docs` from what the server lists. Without `TOOLSETS` the toolset core is listed, and `find_tools` finds the others, which can be called all the same. A failure is a result with `isError`; [errors](errors.md) lists the codes.")
            .Table(["tool", "does", "toolset"], tools.Select(tool => new[] { $"[`{tool.Name}`](#{tool.Name})", tool.Title!, ToolServer.ToolsetOf(tool.Name) }));
        foreach (Tool tool in tools)
            Describe(tool, page);
        page.Heading(2, "Earlier names")
            .Block("Not listed, but accepted when called: with the same parameters, and with bodies in storage format unless `format` says otherwise.")
            .Table(["name", "calls"], ToolAliases.Names.Order(StringComparer.Ordinal).Select(name => new[] { $"`{name}`", $"`{ToolAliases.Resolve(name)}`" }));

        GeneratedFile.Matches("docs/tools.md", page.ToString());
    }

    private static IReadOnlyList<Tool> List(ToolSettings settings) =>
        new ToolServer(() => throw new InvalidOperationException("Listing calls nothing."), settings, TimeProvider.System, NullLoggerFactory.Instance,
            () => throw new InvalidOperationException("Listing calls nothing.")).ListTools();

    private static void Describe(Tool tool, MarkdownText page)
    {
        page.Heading(2, tool.Name).Block($"{tool.Description} *{Hints(tool.Annotations!)}*");
        HashSet<string?> required = tool.InputSchema.TryGetProperty("required", out JsonElement names) ? [.. names.EnumerateArray().Select(name => name.GetString())] : [];
        page.Table(["input", "type", "meaning"], Properties(tool.InputSchema).Select(input => new[]
        {
            $"`{input.Name}`{(required.Contains(input.Name) ? " (required)" : "")}", Type(input.Value), Text(input.Value, "description"),
        }));
        page.Block("Output: " + string.Join(", ", Properties(tool.OutputSchema!.Value).Select(Shown)) + ".");
    }

    private static string Hints(ToolAnnotations hints) => hints switch
    {
        { ReadOnlyHint: true } => "Only reads.",
        { DestructiveHint: false } => "Adds, and changes nothing that is there.",
        { IdempotentHint: true } => "Changes what is there; repeating it changes nothing more.",
        _ => "Changes what is there.",
    };

    private static string Type(JsonElement schema)
    {
        string type = schema.TryGetProperty("enum", out JsonElement values)
            ? string.Join(", ", values.EnumerateArray().Select(value => $"`{value}`"))
            : Text(schema, "type") + Range(schema);
        return schema.TryGetProperty("default", out JsonElement initially) ? $"{type}; default {(initially.ValueKind == JsonValueKind.String ? initially.GetString() : initially.GetRawText())}" : type;
    }

    private static string Range(JsonElement schema) => !schema.TryGetProperty("minimum", out JsonElement minimum) ? ""
        : schema.TryGetProperty("maximum", out JsonElement maximum) ? $" {minimum} to {maximum}" : $" from {minimum}";

    private static string Shown(JsonProperty output) =>
        output.Value.TryGetProperty("items", out JsonElement items) && items.TryGetProperty("properties", out JsonElement inner)
            ? $"`{output.Name}[]` {{ {string.Join(", ", inner.EnumerateObject().Select(property => $"`{property.Name}`"))} }}"
            : $"`{output.Name}`";

    private static JsonElement.ObjectEnumerator Properties(JsonElement schema) => schema.GetProperty("properties").EnumerateObject();

    private static string Text(JsonElement schema, string property) => schema.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
