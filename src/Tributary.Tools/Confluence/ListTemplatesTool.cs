using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Lists the templates that pages can begin with.</summary>
[McpServerToolType]
internal sealed class ListTemplatesTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [McpServerTool(Name = "confluence_list_templates", Title = "List templates", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Cloud only: lists page templates. Create a page with the body of one.")]
    public async Task<TemplatesResult> ListTemplatesAsync(
        [Description("Default: those of the whole site.")] SpaceKey? space_key = null,
        TemplateKind kind = TemplateKind.Page,
        [Description("body.storage: with bodies.")] string? expand = null,
        [Range(1, 100)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        if (space_key is { } key)
            allowed.Check(key);
        else if (allowed.IsRestricted)
            throw new ToolException(ErrorCode.NotAllowed, "Templates of the whole site are outside the spaces this server may use.", $"Give space_key: {string.Join(", ", allowed.Keys)}.");

        ResultList<Template> templates = await confluence.ListTemplatesAsync(
            new TemplateQuery(space_key, kind == TemplateKind.Blueprint, Expand.Has(expand, "body.storage"), limit, start), cancellationToken);
        return new TemplatesResult([.. templates.Items.Select(TemplateItem.Of)], templates.NextStart);
    }
}

internal enum TemplateKind
{
    Page,
    Blueprint,
}

internal sealed record TemplatesResult(IReadOnlyList<TemplateItem> Templates, int? NextStartOffset) : IToolResult
{
    public string ToText() => ListText.Of("template", Templates.Select(template => template.ToText()), null, NextStartOffset);
}

/// <param name="Body">Storage format.</param>
internal sealed record TemplateItem(string Id, string Name, string Description, string? SpaceKey, string? Body)
{
    public static TemplateItem Of(Template template) => new(
        WikiText.Line(template.Id), WikiText.Line(template.Name), WikiText.Line(template.Description), template.SpaceKey?.ToString(),
        template.Body is null ? null : VisibleText.Of(template.Body));

    // Indented: a body cannot pass for the head of another template.
    public string ToText() =>
        $"{Id}: {Name}{(SpaceKey is null ? "" : $" ({SpaceKey})")}{(Description.Length == 0 ? "" : $", {Description}")}{(Body is null ? "" : "\n  " + Body.ReplaceLineEndings("\n  "))}";
}
