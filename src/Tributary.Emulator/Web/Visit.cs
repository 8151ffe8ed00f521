using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tributary.Emulator.Confluence;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Web;

/// <summary>One look at the site with a browser: who looks, and how things are addressed and written for them.</summary>
internal sealed class Visit
{
    private const string GuestName = "alice";

    private readonly Call call;

    public Visit(Call call)
    {
        Reader = call.Visitor ?? Guest(call.Wiki);
        this.call = call.As(Reader);
    }

    /// <summary>Whoever sends credentials, else alice.</summary>
    public User Reader { get; }

    public Wiki Wiki => call.Wiki;

    public bool IsCloud => call.Site.IsCloud;

    public string MediaOrigin => call.Site.MediaOrigin;

    /// <summary>Whose eyes a browser without credentials has.</summary>
    public static User Guest(Wiki wiki) => wiki.FindUser(GuestName)!;

    /// <summary>True for what a page of this site loads or links to: other programs send no such header, and other sites name themselves in it.</summary>
    public static bool IsFromOwnPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "same-site" or "none";

    public string? Query(string name) => call.Query(name);

    public string Route(string name) => Uri.UnescapeDataString(call.Http.RouteValues[name] as string ?? "");

    /// <summary>Null where it is missing, or not for the reader.</summary>
    public Content? Content(string? id) => id is not null && Wiki.Find(id) is { } content && Wiki.CanView(Reader, content) ? content : null;

    public Space? Space(string? key) => key is not null && Wiki.FindSpace(key) is { } space && Wiki.CanView(Reader, space) ? space : null;

    public bool Sees(Content content) => Wiki.CanView(Reader, content);

    public Html Body(Content content, string storage) => new(new BodyView(call, content).Of(storage));

    /// <param name="path">Below the context path.</param>
    public string Url(string path) => call.Site.ContextPath + path;

    public string Url(Content content) => Url(Links.WebUi(call.Site, content));

    public string Url(Space space) => Url(Links.WebUi(call.Site, space));

    public string Download(Attachment attachment, ContentVersion version) => Url(Links.Download(attachment, version));

    public string History(Content content) => Url($"/pages/viewpreviousversions.action?pageId={content.Id}");

    public string Version(Content content, ContentVersion version) => version == content.Latest
        ? Url(content)
        : Url(string.Create(CultureInfo.InvariantCulture, $"/pages/viewpage.action?pageId={content.Id}&version={version.Number}"));

    public Html Link(Content content) => Html.Of($"<a href=\"{Url(content)}\">{Title(content)}</a>");

    public static string Title(Content content) => content.Title.Length == 0 ? "Untitled" : content.Title;

    public Html Person(string accountId) => Wiki.FindUser(accountId) is { } user
        ? Html.Of($"<a class=\"person\" href=\"{Url(IsCloud ? $"/people/{user.AccountId}" : $"/display/~{user.Username}")}\">{user.DisplayName}</a>")
        : Html.Of($"<span class=\"person\">{accountId}</span>");

    public static Html Day(DateTimeOffset moment) =>
        Html.Of($"<time datetime=\"{Wire.Time(moment)}\" title=\"{moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC\">{moment.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}</time>");

    /// <summary>Restricted, archived and the like.</summary>
    public Html Badges(Content content)
    {
        bool isRestricted = !content.Read.IsEmpty || !content.Update.IsEmpty || Wiki.Ancestors(content).Any(above => !above.Read.IsEmpty);
        Html restricted = isRestricted ? Html.Of($" <span class=\"badge restricted\">restricted</span>") : Html.Empty;
        return content.Status == ContentStatus.Current
            ? restricted
            : Html.Of($"{restricted} <span class=\"badge {Wire.Name(content.Status)}\">{Wire.Name(content.Status)}</span>");
    }
}
