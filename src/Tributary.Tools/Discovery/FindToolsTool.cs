using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Discovery;

/// <summary>Finds tools that the list leaves out, so that it costs little and nothing is out of reach.</summary>
[McpServerToolType]
internal sealed class FindToolsTool(Policy policy, ToolSettings settings)
{
    public const string Name = "find_tools";

    [McpServerTool(Name = Name, Title = "Find more tools", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Finds tools that are not listed, with their schemas; call what it finds by name.")]
    public Task<FoundToolsResult> FindToolsAsync(
        [Description("What you want to do, e.g. \"move a page\".")] string query,
        [Range(1, 20)] int limit = 3,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string[] words = [.. query.Split([' ', '_', ',', '.', '-', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => word.ToLowerInvariant())];
        CatalogTool[] unlisted = [.. ToolCatalog.Tools.Where(tool => tool.Name != Name && policy.Leaves(tool))];
        FoundTool[] found = [.. unlisted
            .Select(tool => (Tool: tool.Listed(settings.AttachmentRoots.Count > 0), Score: Score(tool, words)))
            .Where(candidate => candidate.Score > 0)
            .OrderByDescending(candidate => candidate.Score)
            .Take(limit)
            .Select(candidate => new FoundTool(candidate.Tool.Name, candidate.Tool.Description ?? "", candidate.Tool.InputSchema))];
        string[] off = found.Length > 0 ? [] : [.. ToolCatalog.Tools
            .Select(tool => (Why: policy.WhyNot(tool), Score: Score(tool, words)))
            .Where(candidate => candidate is { Why: not null, Score: > 0 })
            .OrderByDescending(candidate => candidate.Score)
            .Take(limit)
            .Select(candidate => candidate.Why!)];
        return Task.FromResult(new FoundToolsResult(found, found.Length == 0 ? [.. unlisted.Select(tool => tool.Name)] : null, off.Length > 0 ? off : null));
    }

    // A word of the name says more than one of the title, and that more than one of the description.
    private static int Score(CatalogTool tool, string[] words)
    {
        Tool listed = tool.Listed(withFiles: true);
        return words.Sum(word => (3 * Hits(tool.Name.Replace('_', ' '), word)) + (2 * Hits(listed.Title ?? "", word)) + Hits(listed.Description ?? "", word));
    }

    // Letters at the end may differ: "moving" is "move", "labels" is "label".
    private static int Hits(string text, string word)
    {
        string stem = word.Length > 4 ? word[..^2] : word;
        return text.Split([' ', ',', '.', ';', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Any(other => other.StartsWith(stem, StringComparison.OrdinalIgnoreCase)) ? 1 : 0;
    }
}

/// <param name="Tools">The best first.</param>
/// <param name="Others">When none fits: the names of all that are not listed.</param>
/// <param name="SwitchedOff">When none fits: why those may not be called that would fit.</param>
internal sealed record FoundToolsResult(IReadOnlyList<FoundTool> Tools, IReadOnlyList<string>? Others, IReadOnlyList<string>? SwitchedOff = null) : IToolResult
{
    public string ToText()
    {
        if (Tools.Count == 0)
        {
            string others = Others is { Count: > 0 } ? $"No tool fits these words. Not listed are: {string.Join(", ", Others)}." : "Every tool that may be called is listed already.";
            return SwitchedOff is null ? others : $"{others} Switched off are: {string.Join(' ', SwitchedOff)}";
        }

        var text = new StringBuilder();
        text.Append(ListText.Count(Tools.Count, "tool")).Append("; call by name:");
        foreach (FoundTool tool in Tools)
            text.Append(CultureInfo.InvariantCulture, $"\n- {tool.Name}: {tool.Description}\n  {tool.InputSchema.GetRawText()}");
        return text.ToString();
    }
}

internal sealed record FoundTool(string Name, string Description, JsonElement InputSchema);
