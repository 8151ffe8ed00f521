using System.Globalization;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Web;

/// <summary>A page or blog post as it is read: breadcrumbs, body, labels, files, comments.</summary>
internal static class ContentPage
{
    public static Answer Show(Visit visit, Content content, ContentVersion version)
    {
        Space space = visit.Wiki.SpaceOf(content);
        bool isOld = version != content.Latest;
        string title = version.Title.Length == 0 ? "Untitled" : version.Title;
        Html main = Html.Of($"""
            {Breadcrumbs(visit, content, space)}
            <article>
            <header><h1 class="title" dir="auto">{title}</h1>{Byline(visit, content, version)}</header>
            {(isOld ? Old(visit, content, version) : Html.Empty)}
            <div class="body" dir="auto">
            {visit.Body(content, version.Body)}
            </div>
            {Labels(visit, content, space)}
            {Likes(visit, content)}
            </article>
            {(isOld ? Html.Empty : Html.Of($"{Files(visit, content)}{PageComments.Of(visit, content)}"))}
            """);
        return Frame.Page(visit, title, main, space, content);
    }

    private static Html Breadcrumbs(Visit visit, Content content, Space space)
    {
        IEnumerable<Html> above = visit.Wiki.Ancestors(content)
            .Where(each => each.Id != space.HomepageId)
            .Select(each => Html.Of($"<li>{visit.Link(each)}</li>"));
        Html blog = content.Type == ContentType.BlogPost ? Html.Of($"<li><a href=\"{visit.Url($"/spaces/{space.Key}/blog")}\">Blog</a></li>") : Html.Empty;
        return Html.Of($"<nav aria-label=\"Breadcrumbs\"><ol class=\"breadcrumbs\"><li><a href=\"{visit.Url(space)}\">{space.Name}</a></li>{blog}{above}</ol></nav>");
    }

    private static Html Byline(Visit visit, Content content, ContentVersion version)
    {
        Html changed = version.Number == 1 ? Html.Empty : Html.Of($", changed by {visit.Person(version.AuthorId)} on {Visit.Day(version.When)}");
        return Html.Of($"""
            <p class="byline">By {visit.Person(content.AuthorId)} on {Visit.Day(content.CreatedAt)}{changed} &middot;
            <a href="{visit.History(content)}">Version {version.Number}</a> &middot; <code>{content.Id}</code>{visit.Badges(content)}</p>
            """);
    }

    private static Html Old(Visit visit, Content content, ContentVersion version) => Html.Of(
        $"<p class=\"old\">This is version {version.Number}; <a href=\"{visit.Url(content)}\">the current one is {content.Latest.Number}</a>.</p>");

    private static Html Labels(Visit visit, Content content, Space space) => content.Labels.Count == 0
        ? Html.Empty
        : Html.Of($"<ul class=\"labels\" aria-label=\"Labels\">{content.Labels.Select(label => Html.Of($"<li><a href=\"{visit.Url($"/label/{space.Key}/{Uri.EscapeDataString(label.Name)}")}\">{label.Name}</a></li>"))}</ul>");

    private static Html Likes(Visit visit, Content content)
    {
        if (content.Likes.Count == 0) return Html.Empty;
        string names = string.Join(", ", content.Likes.Select(like => visit.Wiki.FindUser(like.AccountId)?.DisplayName ?? like.AccountId));
        return Html.Of($"<p class=\"likes\">Liked by {names}</p>");
    }

    private static Html Files(Visit visit, Content content)
    {
        Attachment[] files = [.. visit.Wiki.AttachmentsOf(content).Where(file => file.Status == ContentStatus.Current)];
        if (files.Length == 0) return Html.Empty;
        return Html.Of($"""
            <section id="attachments"><h2>Attachments</h2>
            <table class="files"><thead><tr><th>File</th><th>Size</th><th>Type</th><th>Version</th><th>Changed</th></tr></thead>
            <tbody>{files.Select(file => File(visit, file))}</tbody></table></section>
            """);
    }

    private static Html File(Visit visit, Attachment file)
    {
        ContentVersion latest = file.Latest;
        Html comment = latest.Message.Length == 0 ? Html.Empty : Html.Of($" <span class=\"when\">{latest.Message}</span>");
        IEnumerable<Html> older = file.Versions.SkipLast(1).Reverse().Select(version => Html.Of($", <a href=\"{visit.Download(file, version)}\">{version.Number}</a>"));
        return Html.Of($"<tr><td><a href=\"{visit.Download(file, latest)}\">{file.Title}</a>{comment}</td><td>{Size(file.File.Data.Length)}</td><td>{file.File.MediaType}</td><td>{latest.Number}{older}</td><td>{visit.Person(latest.AuthorId)}, {Visit.Day(latest.When)}</td></tr>");
    }

    private static string Size(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB"),
    };
}
