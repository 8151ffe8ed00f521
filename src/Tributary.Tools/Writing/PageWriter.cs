using System.Text.Encodings.Web;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;
using Tributary.Markup.ThreeWay;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Writing;

/// <summary>
/// Writes to a page that others write too. A write carries the exact next version, so whoever comes second is told by Confluence, reads again and merges: nobody's words are written over.
/// </summary>
internal sealed class PageWriter(ConfluenceClient confluence, Turns turns)
{
    // Each race has a winner, so that all get through unless dozens write at once.
    private const int MostTries = 25;

    /// <param name="check">Whether the page may be written at all; it throws if not.</param>
    /// <returns>What was changed, and the page afterwards: null where nothing was written.</returns>
    /// <exception cref="ToolException">What both sides changed; a loss that is not allowed; a body that Confluence would refuse.</exception>
    public async Task<(PageChange Change, Page? Written)> WriteAsync(PageId id, PageWish wish, Func<Page, Task> check, CancellationToken cancellationToken)
    {
        using IDisposable turn = await turns.TakeAsync(id, cancellationToken);
        Page page = await confluence.GetPageAsync(id, new PageQuery(), cancellationToken);
        await check(page);
        CheckKind(page);
        Page original = await OriginalAsync(page, wish, cancellationToken);
        RewrittenBody rewritten = wish.Rewrite?.Invoke(original) ?? new RewrittenBody(Body(original), [], []);
        CheckLosses("page", rewritten.Losses, wish.AllowLoss);
        CheckFormat(original, page, wish);
        var merge = new Lazy<BodyMerge>(() => PageMarkup.Of(page).Merge(Body(original), rewritten.Text));
        for (int tries = 1; ; tries++)
        {
            PageChange change = Change(original, page, rewritten, merge, wish);
            if (change.IsEmpty || wish.DryRun)
                return (change, null);

            try
            {
                var update = new PageUpdate(change.NextVersion, change.Title, change.Written, change.Parent, wish.Message, page.Status, page.Type);
                Page written = await confluence.UpdatePageAsync(page.Id, update, cancellationToken);
                return (change, written.Body?.Format == change.Written.Format ? written : written with { Body = change.Written });
            }
            catch (AtlassianException race) when (race.Kind == AtlassianErrorKind.VersionConflict && wish.MayMerge && tries < MostTries)
            {
                page = await confluence.GetPageAsync(page.Id, new PageQuery(), cancellationToken);
                CheckFormat(original, page, wish);
            }
        }
    }

    private static void CheckKind(Page page)
    {
        if (page.Type is not ("page" or "blogpost"))
            throw new ToolException(ErrorCode.Unsupported, $"{page.Id} is a {page.Type}, not a page.", "This tool changes pages and blog posts.");
        // Confluence would take the write as the wish to restore it.
        if (page.Status is not ("current" or "draft"))
            throw new ToolException(ErrorCode.Unsupported, $"Page {page.Id} is {page.Status} and cannot be edited.", "Ask the user to restore it first.");
    }

    /// <summary>The page as the caller read it.</summary>
    private async Task<Page> OriginalAsync(Page page, PageWish wish, CancellationToken cancellationToken)
    {
        int current = PageVersions.Of(page);
        if ((wish.BaseVersion ?? current) is var read && read == current)
            return page;
        if (page.Status == "draft")
            throw Conflict($"Draft {page.Id} has another text than the one you read: it is at version {current}; `base_version` was {read}. Confluence keeps no earlier text of a draft to merge with.", wish);
        if (!wish.MayMerge || read > current)
            throw Conflict($"Page {page.Id} is at version {current}; `base_version` was {read}.", wish);

        return await confluence.GetPageAsync(page.Id, new PageQuery(Version: read), cancellationToken);
    }

    private static void CheckFormat(Page original, Page page, PageWish wish)
    {
        if (PageMarkup.Of(original) != PageMarkup.Of(page))
            throw Conflict($"Page {page.Id} was {PageMarkup.Of(original).Name} in version {original.Version.Number} and is {PageMarkup.Of(page).Name} now.", wish);
    }

    private static PageChange Change(Page original, Page page, RewrittenBody rewritten, Lazy<BodyMerge> merge, PageWish wish)
    {
        bool hasMoved = original.Version.Number != page.Version.Number;
        string? title = hasMoved && wish.Title == original.Title ? null : wish.Title;
        if (hasMoved && title is not null && original.Title != page.Title && title != page.Title)
            throw Conflict($"Page {page.Id} was renamed to \"{WikiText.Line(page.Title)}\" since version {original.Version.Number}.", wish);

        string body = hasMoved ? Merged(original, page, merge.Value, wish) : rewritten.Text;
        // A body that was faulty before is Confluence's to judge.
        PageMarkup markup = PageMarkup.Of(page);
        if (body != Body(page) && markup.FaultOf(body) is { } fault && markup.FaultOf(Body(page)) is null)
            throw ToolException.InvalidParams($"The page would not be {markup.Name} any more: {fault}. Nothing was written.", "Make the edit smaller, or send the body with format storage.");

        return new PageChange(
            page, title ?? page.Title, body, wish.Parent == page.ParentId ? null : wish.Parent, rewritten.Losses, rewritten.Notes, hasMoved && body != Body(page) ? original.Version.Number : null);
    }

    private static string Merged(Page original, Page page, BodyMerge merge, PageWish wish)
    {
        MergeResult merged = merge.Into(Body(page));
        return merged.Text ?? throw Conflict(
            $"Page {page.Id} is at version {page.Version.Number}, and what you change of version {original.Version.Number} was changed there too.\n{BothSides(merged.Conflicts)}", wish);
    }

    private static string BothSides(IReadOnlyList<MergeConflict> conflicts)
    {
        const int most = 5, longest = 2_000;
        IEnumerable<string> shown = conflicts.Take(most).Select(conflict =>
            $"{(conflict.Where.Length > 0 ? $"Under {conflict.Where}\n" : "")}Yours:\n{Cut(conflict.Ours)}\nTheirs:\n{Cut(conflict.Theirs)}");
        return Fence.Around("both sides", string.Join("\n\n", shown) + (conflicts.Count > most ? $"\n\nand {conflicts.Count - most} more" : ""));

        static string Cut(string text) => text.Length <= longest ? text : text[..longest] + "…";
    }

    /// <param name="what">What is written, in a word.</param>
    /// <exception cref="ToolException">The write would take away what nobody asked to take away, and the caller has not given that up by name.</exception>
    public static void CheckLosses(string what, IReadOnlyList<Loss> all, IReadOnlyCollection<string> givenUp)
    {
        HashSet<string> names = givenUp.Select(name => name.Trim().TrimStart('#')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Loss[] losses = [.. all.Where(loss => !names.Contains(loss.What) && !names.Contains(loss.What[(loss.What.LastIndexOf(" #", StringComparison.Ordinal) is >= 0 and var handle ? handle + 2 : 0)..]))];
        if (losses.Length == 0)
            return;

        string lost = string.Join(", ", losses.Select(loss => loss.What).Distinct(StringComparer.OrdinalIgnoreCase).Select(what => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(VisibleText.Of(what))}\""));
        throw new ToolException(
            ErrorCode.LossyWrite,
            $"The {what} would lose what nobody asked to take away: {WikiText.Line(string.Join("; ", losses.Select(loss => loss.ToString())))}. Nothing was written.",
            $"Keep these in what you send (a placeholder may move, its #handle names it), or give them up with allow_loss [{lost}].");
    }

    private static string Body(Page page) => page.Body?.Value ?? "";

    /// <param name="wish">Of a caller whose next step is another one than to read and repeat.</param>
    public static ToolException Conflict(string message, PageWish? wish = null) =>
        new(ErrorCode.VersionConflict, message, wish?.AfterConflict ?? "Nothing was changed. Read the page again and repeat the edit on its new version.");
}
