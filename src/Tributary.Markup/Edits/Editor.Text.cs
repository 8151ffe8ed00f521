using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

internal sealed partial class Editor
{
    private const int MostCandidates = 20;

    private EditProblem? ReplaceText(EditOperation operation, int number)
    {
        if (string.IsNullOrEmpty(operation.Find)) return Invalid(number, "`find` is missing.");
        if (operation.Content is not { } put) return Invalid(number, "`content` is missing; give \"\" to take the text away.");
        if (operation is { Occurrence: not null, All: true }) return Invalid(number, "`occurrence` and `all` exclude each other.");
        IReadOnlyList<Block> scope = locator.Map.Page.Blocks;
        if (operation.Section is not null || operation.Node is not null)
        {
            if (locator.Find(operation, number, out EditProblem? problem) is not { } target) return problem;
            scope = target.Run;
        }

        List<TextMatch> matches = TextMatch.Of(scope, operation.Find);
        if (matches.Count == 0 && PlainText(operation.Find) is { } shown && shown != operation.Find) matches = TextMatch.Of(scope, shown);
        if (matches.Count == 0)
            return new EditProblem(EditProblemCode.NotFound, number, "`find` matches nothing. A match lies within one paragraph, heading, cell or code block.", []);
        if (operation.Occurrence is { } occurrence)
        {
            if (occurrence < 1 || occurrence > matches.Count) return Invalid(number, $"`occurrence` is {occurrence}; there are {matches.Count} matches.");
            matches = [matches[occurrence - 1]];
        }

        if (matches.Count > 1 && !operation.All)
        {
            string[] candidates = [.. matches.Take(MostCandidates).Select((match, i) => $"{i + 1}: {locator.Map.Of(match.Block).Handle} {match.Around()}")];
            return new EditProblem(EditProblemCode.Ambiguous, number, $"`find` matches {matches.Count} times. Give more of the text, `occurrence` or `all`.", candidates);
        }

        IReadOnlyList<Inline> line = Line(put);
        foreach (TextMatch match in matches)
        {
            if (match.Block is CodeBlock code) plan.Splice(number, code, match.Start, match.End, put);
            else plan.Splice(number, (TextBlock)match.Block, new LineSplice(match.Start, match.End, line));
        }

        return null;
    }

    /// <summary>Markdown within a line; what Markdown would take for another block is text as it stands.</summary>
    private IReadOnlyList<Inline> Line(string markdown)
    {
        if (markdown.Length == 0) return [];
        string core = markdown.Trim(' ', '\t');
        if (core.Length == 0 || core.Contains('\n', StringComparison.Ordinal) || Fresh(core) is not [Paragraph { Inlines: var inlines }]) return [new Text(markdown, default)];

        // A paragraph has no blanks at its ends, but the text within a line may.
        int start = markdown.IndexOf(core, StringComparison.Ordinal);
        return [.. Blank(markdown[..start]), .. inlines, .. Blank(markdown[(start + core.Length)..])];

        static IEnumerable<Inline> Blank(string text) => text.Length > 0 ? [new Text(text, default)] : [];
    }

    /// <summary>What is found may have been copied from the page's Markdown, marks and all.</summary>
    private string? PlainText(string markdown) => Fresh(markdown) is [TextBlock line] ? LineText.Of(line.Inlines) : null;

    private EditProblem? CheckTask(EditOperation operation, int number)
    {
        Block? item;
        if (operation.Node is { } handle)
        {
            if (locator.FindNode(handle, number, out EditProblem? problem) is not { } target) return problem;
            item = target.Place.Block;
        }
        else
        {
            if (string.IsNullOrEmpty(operation.Find)) return Invalid(number, "Give the task's handle as `node`, or its text as `find`.");
            ListItem[] found = [.. locator.Map.All.Where(place => place.Inline is null).Select(place => place.Block).OfType<ListItem>().Where(task => task.IsDone is not null && HasText(task, operation.Find))];
            if (found.Length != 1)
            {
                return found.Length == 0
                    ? new EditProblem(EditProblemCode.NotFound, number, "`find` matches no task.", [])
                    : new EditProblem(EditProblemCode.Ambiguous, number, $"`find` matches {found.Length} tasks.", [.. found.Take(MostCandidates).Select(task => locator.Map.Of(task).Handle)]);
            }

            item = found[0];
        }

        if (item is not ListItem { IsDone: { } done }) return Invalid(number, "It is not a task.");
        if (done != operation.Done) plan.Rewrite(number, item, block => (ListItem)block with { IsDone = operation.Done });
        return null;

        // Of the task's own line, not of the tasks below it.
        static bool HasText(ListItem task, string text) => TextMatch.Of([.. task.Blocks.OfType<TextBlock>()], text).Count > 0;
    }
}
