using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

/// <summary>Reads Jira's wiki markup. Every text is a page, so reading is total; its time is linear in the size of the text.</summary>
internal static class WikiModel
{
    public static Document Read(string wiki) => Read(wiki, out _);

    /// <param name="isTooDeep">Whether macros stand in one another so deep that the text is read as words alone.</param>
    public static Document Read(string wiki, out bool isTooDeep)
    {
        var reader = new WikiBlockReader(wiki);
        var page = new Document(reader.Read());
        isTooDeep = reader.IsTooDeep;
        return page;
    }

    /// <summary>A line of text as it stands between the markup of its block.</summary>
    public static IReadOnlyList<Inline> ReadLine(string wiki) => WikiPiece.ToInlines(WikiLineReader.Read(wiki, 0, wiki.Length, WikiMacroScanner.Scan(wiki)));
}
