using System.Buffers;
using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Adds labels to a page and takes labels away.</summary>
[McpServerToolType]
internal sealed class SetLabelsTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    private const int Longest = 255;

    // Confluence refuses them in labels; so it does blanks.
    private static readonly SearchValues<char> Refused = SearchValues.Create("!#&()*,.:;<>?@[]^");

    [McpServerTool(Name = "confluence_set_labels", Title = "Change labels", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true)]
    [Description("Adds labels to a page and removes labels; returns those it has then.")]
    public async Task<LabelsResult> SetLabelsAsync(PageId page_id, string[]? add = null, string[]? remove = null, CancellationToken cancellationToken = default)
    {
        string[] added = Names("add", add), removed = Names("remove", remove);
        if (added.Length == 0 && removed.Length == 0)
            throw ToolException.InvalidParams("There is nothing to change: `add` and `remove` are empty.", "Give labels, e.g. add [\"runbook\"].");
        if (added.Intersect(removed).FirstOrDefault() is { } both)
            throw ToolException.InvalidParams($"\"{both}\" is to be added and removed.", "Give it once.");

        await allowed.CheckPageAsync(confluence, page_id, cancellationToken);
        IReadOnlyList<string> before = await confluence.ListLabelsAsync(page_id, cancellationToken);
        string[] missing = [.. added.Except(before)], superfluous = [.. removed.Intersect(before)];
        var steps = new Steps();
        if (missing.Length > 0)
        {
            await confluence.AddLabelsAsync(page_id, missing, cancellationToken);
            steps.Done($"Added {string.Join(", ", missing)} to page {page_id}.");
        }

        foreach (string name in superfluous)
        {
            await steps.TakeAsync(confluence.RemoveLabelAsync(page_id, name, cancellationToken), "Repeat the call: what is done already is left alone.");
            steps.Done($"Removed {WikiText.Line(name)}.");
        }

        // Not read again: a read that fails would deny what is done.
        bool changed = missing.Length + superfluous.Length > 0;
        IEnumerable<string> now = before.Union(missing).Except(superfluous).Order(StringComparer.Ordinal);
        return new LabelsResult(
            page_id.ToString(), [.. now.Select(WikiText.Line)],
            changed ? $"Page {page_id}: {missing.Length} added, {superfluous.Length} removed." : $"Nothing to change: the labels of page {page_id} are like this already.",
            changed ? Undo.SetLabels(page_id, add: superfluous, remove: missing) : null);
    }

    /// <summary>As Confluence keeps them: in small letters.</summary>
    private static string[] Names(string argument, string[]? given)
    {
        string[] names = [.. (given ?? []).Select(name => name.Trim().ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        string[] wrong = [.. names.Where(name => name.Length is 0 or > Longest || WikiText.Line(name) != name || name.AsSpan().ContainsAny(Refused) || name.Any(char.IsWhiteSpace))];
        if (wrong.Length == 0)
            return names;

        string shown = string.Join(", ", wrong.Select(name => $"\"{WikiText.Beginning(name, 40)}\""));
        throw ToolException.InvalidParams(
            $"`{argument}` holds what cannot be a label: {shown}.",
            $"Labels have 1 to {Longest} characters, no blanks and none of ! # & ( ) * , . : ; < > ? @ [ ] ^; join words with '-', e.g. {Suggestion(wrong[0])}. Nothing was changed.");
    }

    private static string Suggestion(string wrong)
    {
        string joined = string.Concat(wrong.Take(40).Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        string[] words = joined.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "release-notes" : string.Join('-', words);
    }
}

internal sealed record LabelsResult(string PageId, IReadOnlyList<string> Labels, string Message, string? Undo) : IToolResult
{
    public string ToText() =>
        $"{Message}\n{(Labels.Count == 0 ? "It has no labels now." : Fence.Around("its labels now", string.Join(' ', Labels)))}{(Undo is null ? "" : "\n" + Fence.Around("undo", Undo))}";
}
