using System.Text;
using Tributary.Markup.Markdown;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using Tributary.Markup.Wiki;
using Tributary.Markup.Writing;

namespace Tributary.Markup;

/// <summary>
/// Jira's wiki markup, the notation of descriptions and comments on Data Center. Every text is wiki markup, so conversion is total; its time is linear in the size of the text.
/// </summary>
public static class WikiMarkup
{
    private static readonly Loss TooDeep = new("structure nested too deeply", "", 1);

    /// <summary>Markdown that shows everything a reader of the text sees. What Markdown cannot say stands as a directive, see docs/markup/wiki.md.</summary>
    public static Conversion ToMarkdown(string wiki, MarkdownOptions? options = null)
    {
        Document page = WikiModel.Read(wiki, out bool isTooDeep);
        return new Conversion(MarkdownWriter.Write(page, options ?? new MarkdownOptions()).Text, isTooDeep ? [TooDeep] : []);
    }

    /// <summary>Markdown as new wiki markup. What has no form there is written as near as it goes, and told among the losses.</summary>
    public static Conversion FromMarkdown(string markdown)
    {
        var losses = new LossLog();
        var wiki = new StringBuilder();
        new WikiRenderer(losses, "\n").Write(MarkdownReader.Read(markdown, losses).Blocks, wiki, WikiPlace.Page);
        return new Conversion(wiki.ToString(), losses.ToList());
    }

    /// <summary>
    /// A text that was read with <see cref="ToMarkdown"/>, as the changed Markdown says it: every block and word that is the same keeps its characters, and only what differs is written.
    /// </summary>
    /// <param name="baseWiki">The text that the Markdown was made from.</param>
    /// <param name="options">Those that it was made with.</param>
    /// <returns>The new text; among the losses, the placeholders that are gone by name and handle.</returns>
    public static Conversion FromMarkdown(string markdown, string baseWiki, MarkdownOptions? options = null)
    {
        Document page = WikiModel.Read(baseWiki, out bool isTooDeep);
        MarkdownText shown = MarkdownWriter.Write(page, options ?? new MarkdownOptions());
        if (isTooDeep)
        {
            Conversion anew = shown.Text == markdown ? new Conversion(baseWiki, []) : FromMarkdown(markdown);
            return anew with { Losses = [TooDeep, .. anew.Losses] };
        }

        Conversion onto = Onto(baseWiki, page, shown, markdown, options);
        if (onto.Text == baseWiki || WikiMacroScanner.Strays(baseWiki) is not { Count: > 0 } strays) return onto;

        // A tag that no other closed could be taken for the beginning or the end of what is new.
        string safe = Escaped(baseWiki, strays);
        Document safePage = WikiModel.Read(safe);
        MarkdownText safeShown = MarkdownWriter.Write(safePage, options ?? new MarkdownOptions());
        if (safeShown.Text != shown.Text) return onto;
        Conversion ontoSafe = Onto(safe, safePage, safeShown, markdown, options);
        if (ToMarkdown(onto.Text, options).Text == ToMarkdown(ontoSafe.Text, options).Text) return onto;
        return ontoSafe with { Losses = [.. ontoSafe.Losses, new Loss("tag of a macro that is never closed, escaped", "", strays.Count)] };
    }

    private static Conversion Onto(string wiki, Document page, MarkdownText shown, string markdown, MarkdownOptions? options)
    {
        var losses = new LossLog();
        IReadOnlyList<Block> altered = PageAlignment.Of(page, shown, markdown, losses, options?.Site);
        string text = WikiEmitter.Emit(wiki, page, altered, losses).Apply();
        losses.Line = 0;
        foreach ((string handle, string name) in Placeholders.Gone(page.Blocks, altered)) losses.Add($"{name} #{handle}");
        return new Conversion(text, losses.ToList());
    }

    private static string Escaped(string wiki, List<int> tags)
    {
        var patches = new SourcePatches(wiki);
        foreach (int tag in tags) patches.Insert(tag, "\\");
        return patches.Apply();
    }
}
