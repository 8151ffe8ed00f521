using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Web;

/// <summary>Who somebody is, and what they wrote last.</summary>
internal static class PersonPage
{
    private const int MostRecent = 20;

    public static Answer Show(Visit visit, User user)
    {
        IEnumerable<Content> recent = visit.Wiki.Contents
            .Where(content => content.Type is ContentType.Page or ContentType.BlogPost && content.Status == ContentStatus.Current && content.Latest.AuthorId == user.AccountId)
            .OrderByDescending(content => content.Latest.When)
            .Where(visit.Sees)
            .Take(MostRecent);
        Html main = Html.Of($"""
            <h1>{user.DisplayName}</h1>
            <dl class="facts"><dt>User name</dt><dd>{user.Username}</dd><dt>E-mail</dt><dd>{user.Email}</dd><dt>{(visit.IsCloud ? "Account id" : "User key")}</dt><dd><code>{(visit.IsCloud ? user.AccountId : user.UserKey)}</code></dd>
            <dt>Groups</dt><dd>{string.Join(", ", visit.Wiki.GroupsOf(user).Select(group => group.Name))}</dd></dl>
            <h2>Changed last</h2>
            <ul class="recent">{recent.Select(content => Html.Of($"<li>{visit.Link(content)}{visit.Badges(content)} <span class=\"when\">{visit.Wiki.SpaceOf(content).Name} &middot; {Visit.Day(content.Latest.When)}</span></li>"))}</ul>
            """);
        return Frame.Page(visit, user.DisplayName, main);
    }
}
