using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

/// <summary>Reads Jira's wiki markup. Every text is a page, so reading is total; its time is linear in the size of the text.</summary>
internal static class WikiModel
{
    public static Document Read(string wiki) => new(new WikiBlockReader(wiki).Read());

    /// <summary>A line of text as it stands between the markup of its block.</summary>
    public static IReadOnlyList<Inline> ReadLine(string wiki) => WikiPiece.ToInlines(WikiLineReader.Read(wiki, 0, wiki.Length, WikiMacroScanner.Scan(wiki)));
}
