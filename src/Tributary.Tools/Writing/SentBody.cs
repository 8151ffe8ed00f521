using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Writing;

/// <summary>A body as a caller sent it.</summary>
internal sealed record SentBody(string Text, WriteFormat Format)
{
    /// <param name="content">The earlier name of <paramref name="body"/>: storage format, unless <paramref name="format"/> says otherwise.</param>
    /// <returns>Null when neither was given.</returns>
    public static SentBody? Of(string? body, string? content, WriteFormat? format)
    {
        if (body is not null && content is not null)
            throw ToolException.InvalidParams("`body` and `content` are two names of the same thing.", "Give body alone.");
        if ((body ?? content) is not { } text)
            return null;
        if ((format ?? (content is null ? WriteFormat.Markdown : WriteFormat.Storage)) == WriteFormat.Markdown)
            return new SentBody(text, WriteFormat.Markdown);

        return StorageFormat.Validate(text) is { } fault
            ? throw ToolException.InvalidParams(
                $"The body is not storage format: {fault.Message} (line {fault.Line}, column {fault.Column}).", "Correct it there, or send Markdown with format markdown.")
            : new SentBody(text, WriteFormat.Storage);
    }

    /// <summary>As storage format of a new page.</summary>
    public Conversion ToStorage() => Format == WriteFormat.Markdown ? StorageFormat.FromMarkdown(Text) : new Conversion(Text, []);

    /// <summary>In place of another body. What the Markdown leaves as it was stays byte for byte.</summary>
    public RewrittenBody Over(Page page)
    {
        PageMarkup markup = PageMarkup.Of(page);
        return Format == WriteFormat.Markdown || markup == PageMarkup.Storage
            ? Over(markup, page.Body?.Value ?? "", page.Url)
            : throw new ToolException(ErrorCode.Unsupported, $"Page {page.Id} has no storage format: Confluence keeps it as {markup.Name} alone.", "Send the body as Markdown.");
    }

    /// <param name="url">Where the other body is read.</param>
    public RewrittenBody Over(PageMarkup markup, string before, string url)
    {
        if (Format == WriteFormat.Storage)
            return new RewrittenBody(Text, [], [.. StorageFormat.CommentsGone(before, Text).Select(gone => gone with { What = $"{gone.What} is gone" })]);

        Conversion converted = markup.Change(Text, before, PageMarkup.OptionsAt(url));
        if (converted.Losses.Count == 0)
            return new RewrittenBody(converted.Text, [], []);

        // What the Markdown itself could not say is no loss of the page.
        HashSet<string> own = [.. markup.Create(Text).Losses.Select(loss => loss.What)];
        ILookup<bool, Loss> losses = converted.Losses.ToLookup(loss => own.Contains(loss.What));
        return new RewrittenBody(converted.Text, [.. losses[false]], [.. losses[true]]);
    }
}
