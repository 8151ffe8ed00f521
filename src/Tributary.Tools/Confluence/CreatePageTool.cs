using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Creates a page.</summary>
[McpServerToolType]
internal sealed class CreatePageTool(ConfluenceClient confluence, SpaceAllowList allowed, PageReader reader)
{
    [McpServerTool(Name = "confluence_create_page", Title = "Create a page", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true)]
    [Description("Creates a page from Markdown or storage format.")]
    public async Task<PageResult> CreatePageAsync(
        SpaceKey space_key,
        string title,
        [Prose] string? body = null,
        [Prose, Description("Earlier name of body; storage format by default.")] string? content = null,
        [Description("Default: markdown.")] WriteFormat? format = null,
        PageId? parent_page_id = null,
        string? update_message = null,
        bool draft = false,
        CancellationToken cancellationToken = default)
    {
        SentBody sent = SentBody.Of(body, content, format)
            ?? throw ToolException.InvalidParams("`body` is missing.", "Give the text of the page as body; \"\" makes an empty page.");
        Conversion converted = sent.ToStorage();
        var page = new NewPage(space_key, PageTitle.Parse(title), converted.Text, parent_page_id, draft, update_message);

        allowed.Check(space_key);
        if (parent_page_id is { } parent)
            await allowed.CheckPageAsync(confluence, parent, cancellationToken);

        Page created = await confluence.CreatePageAsync(page, cancellationToken);
        PageResult result = await reader.ReadWrittenAsync(created, new PageBody(BodyFormat.Storage, page.Body), sent.Format, cancellationToken);
        return result with
        {
            Message = $"Created {(draft ? "a draft of " : "")}page {created.Id} as version {result.Version}: {created.Url}{Note(converted.Losses)}",
            // A draft has no trash to come back from.
            Undo = draft ? null : Undo.ToTrash(created.Id),
        };
    }

    private static string Note(IReadOnlyList<Loss> losses) => losses.Count == 0 ? "" : $" Note: {WikiText.Line(string.Join("; ", losses))}.";
}
