using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup.Edits;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Changes parts of a page and leaves the rest byte for byte.</summary>
[McpServerToolType]
internal sealed class EditPageTool(SpaceAllowList allowed, PageReader reader, PageWriter writer)
{
    private const int MostOperations = 100;

    [McpServerTool(Name = "confluence_edit_page", Title = "Edit parts of a page", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true)]
    [Description("Changes sections, nodes or words of a page; the rest stays byte for byte. All operations or none. What others wrote elsewhere since base_version is merged.")]
    public async Task<EditedPageResult> EditPageAsync(
        PageId page_id,
        [Range(1, int.MaxValue), Description("The version you read.")] int base_version,
        [Prose, Description("replace, insert, append, delete, move: a section or node. A replaced section keeps its heading unless content begins with one of its level.")] EditStep[] operations,
        bool dry_run = false,
        [Description("What a lossy_write refusal listed.")] string[]? allow_loss = null,
        string? update_message = null,
        CancellationToken cancellationToken = default)
    {
        if (operations.Length is 0 or > MostOperations)
            throw ToolException.InvalidParams($"`operations` has {operations.Length} entries.", $"Give 1 to {MostOperations}.");

        EditOperation[] wanted = [.. operations.Select(step => step.Operation)];
        var wish = new PageWish(base_version, MayMerge: true, page => Edited(page, wanted), Title: null, Parent: null, update_message, dry_run, allow_loss ?? []);
        (PageChange change, Page? written) = await writer.WriteAsync(page_id, wish, CheckAsync, cancellationToken);
        if (change.IsEmpty)
            return EditedPageResult.Of(change.Page, $"Nothing to write: page {page_id} is like this already, at version {PageVersions.Of(change.Page)}: {change.Page.Url}");

        string diff = await change.DiffAsync(WriteFormat.Markdown, reader, cancellationToken);
        EditedPageResult result = written is null
            ? EditedPageResult.Of(change.Page, $"Dry run: nothing was written. {change.Summary()} Page {page_id} would get version {change.NextVersion}: {change.Page.Url}")
            : EditedPageResult.Of(written, $"Edited page {page_id}: it is at version {PageVersions.Of(written)}. {change.Summary()} {written.Url}{change.Caution}");
        return result with { Diff = diff, StorageBytesTouched = change.BytesTouched, Undo = written is null ? null : change.Undo(written.Version.Number) };

        Task CheckAsync(Page page)
        {
            allowed.Check(page);
            return Task.CompletedTask;
        }
    }

    private static RewrittenBody Edited(Page page, EditOperation[] operations)
    {
        EditResult edited = PageMarkup.Of(page).Edit(page.Body?.Value ?? "", operations, PageMarkup.OptionsAt(page.Url));
        return edited.Problems.Count == 0 ? new RewrittenBody(edited.Text, edited.Losses, edited.Notes) : throw Refusal(page.Id, edited.Problems, operations.Length);
    }

    private static ToolException Refusal(PageId id, IReadOnlyList<EditProblem> problems, int count)
    {
        IEnumerable<string> messages = problems.Select(problem => count == 1 ? WikiText.Line(problem.Message) : $"Operation {problem.Operation}: {WikiText.Line(problem.Message)}");
        string[] candidates = [.. problems.SelectMany(problem => problem.Candidates).Distinct().Select(WikiText.Line)];
        return ToolException.InvalidParams(
            $"Page {id} was not edited. {string.Join(' ', messages)}",
            candidates.Length > 0 ? $"Nothing was changed. It could be: {string.Join("; ", candidates)}." : "Nothing was changed. Correct the operation and send all of them again.");
    }
}

/// <param name="Version">After the edit; of a dry run the present one.</param>
/// <param name="Undo">The call that takes it back; null where nothing was written.</param>
internal sealed record EditedPageResult(string Id, string Title, int Version, string Url, string Message, string? Diff = null, int? StorageBytesTouched = null, string? Undo = null) : IToolResult
{
    public static EditedPageResult Of(Page page, string message) => new(page.Id.ToString(), WikiText.Line(page.Title), PageVersions.Of(page), page.Url, message);

    public string ToText()
    {
        var text = new StringBuilder(Message);
        if (Undo is not null)
            text.Append(CultureInfo.InvariantCulture, $"\nUndo: {Undo}");
        if (!string.IsNullOrEmpty(Diff))
            text.Append('\n').Append(Fence.Around("what changes", Diff.TrimEnd('\n')));
        return text.ToString();
    }
}
