using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using Tributary.Markup.Writing;

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

        TextPattern? shown = null;
        List<TextMatch> matches = TextMatch.Of(scope, new TextPattern(operation.Find));
        if (matches.Count == 0 && (shown = Shown(operation.Find)) is not null) matches = TextMatch.Of(scope, shown);
        if (matches.Count == 0) return NoMatch(scope, operation.Find, shown, number);
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

        IReadOnlyList<Inline>? line = null;
        foreach (TextMatch match in matches)
        {
            if (match.Block is CodeBlock code)
            {
                plan.Splice(number, code, match.Start, match.End, put);
                continue;
            }

            line ??= Line(put, shown?.Level ?? 0, links, notes);
            if (line is null) return Invalid(number, $"`content` is more than words of one line. Blocks are put in with insert_after or replace and `node` {locator.Map.Of(match.Block).Handle}; a line break is written <br>.");
            plan.Splice(number, (TextBlock)match.Block, new LineSplice(match.Start, match.End, line, match.Asked));
        }

        return null;
    }

    /// <summary>What is found may have been copied from the page's Markdown, marks, links, objects and all.</summary>
    private TextPattern? Shown(string find)
    {
        if (MarkdownReader.Read(find, new LossLog()).Blocks is [Heading heading]) return new TextPattern(links?.Kept([heading]) is [Heading kept] ? kept : heading);
        return Line(find, level: 0, links, new LossLog()) is { Count: > 0 } line ? new TextPattern(new Paragraph(line)) : null;
    }

    /// <summary>Markdown within a line; what alone on a line would be an item, a heading or a quote is text as it stands. Null for what is more than a line.</summary>
    /// <param name="level">That of the heading whose words these are, if it is written with them.</param>
    private static IReadOnlyList<Inline>? Line(string markdown, int level, SiteLinks? links, LossLog notes)
    {
        if (markdown.Length == 0) return [];
        string text = markdown.Trim('\n', '\r'), core = text.Trim(' ', '\t');
        if (core.Length == 0) return text.Length > 0 ? [new Text(text, default)] : null;
        IReadOnlyList<Block> blocks = MarkdownReader.Read(core, notes).Blocks;
        switch (links?.Kept(blocks) ?? blocks)
        {
            case [Heading heading] when level > 0:
                return heading.Level == level ? heading.Inlines : null;
            case [Paragraph { Inlines: var inlines }]:
                // A paragraph has no blanks at its ends, but the text within a line may.
                int start = text.IndexOf(core, StringComparison.Ordinal);
                return [.. Blank(text[..start]), .. inlines, .. Blank(text[(start + core.Length)..])];
            case [] or [Heading or ListBlock or Quote or Rule] when !core.Contains('\n', StringComparison.Ordinal):
                return [new Text(text, default)];
            default:
                return null;
        }

        static IEnumerable<Inline> Blank(string text) => text.Length > 0 ? [new Text(text, default)] : [];
    }

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
            ListItem[] tasks = [.. locator.Map.All.Where(place => place.Inline is null).Select(place => place.Block).OfType<ListItem>().Where(task => task.IsDone is not null)];
            ListItem[] found = Having(tasks, new TextPattern(operation.Find));
            if (found.Length == 0 && Shown(operation.Find) is { } shown) found = Having(tasks, shown);
            if (found.Length != 1)
            {
                return found.Length == 0
                    ? new EditProblem(EditProblemCode.NotFound, number, "`find` matches no task.", [.. tasks.Take(MostCandidates).Select(Named)])
                    : new EditProblem(EditProblemCode.Ambiguous, number, $"`find` matches {found.Length} tasks.", [.. found.Take(MostCandidates).Select(Named)]);
            }

            item = found[0];
        }

        if (item is not ListItem { IsDone: { } done }) return Invalid(number, "It is not a task.");
        if (done != operation.Done) plan.Rewrite(number, item, block => (ListItem)block with { IsDone = operation.Done });
        return null;

        // Of the task's own line, not of the tasks below it.
        static ListItem[] Having(ListItem[] tasks, TextPattern pattern) => [.. tasks.Where(task => TextMatch.Of([.. task.Blocks.OfType<TextBlock>()], pattern).Count > 0)];

        string Named(ListItem task) => Shorten($"{locator.Map.Of(task).Handle} {string.Join(' ', task.Blocks.OfType<TextBlock>().Select(line => MarkdownWriter.Canonical(line.Inlines)))}");
    }
}
