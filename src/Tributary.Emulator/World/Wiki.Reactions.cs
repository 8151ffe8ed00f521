namespace Tributary.Emulator.World;

/// <summary>What people do with content short of changing it: like, watch, favour; and who restricts it.</summary>
internal sealed partial class Wiki
{
    public void Like(User by, Content content)
    {
        if (!CanView(by, content)) throw ConfluenceException.NoContent(content.Id);
        if (content.Likes.Exists(like => like.AccountId == by.AccountId)) return;
        content.Likes.Add(new Like(by.AccountId, Now));
        Changed();
    }

    public void Unlike(User by, Content content)
    {
        if (!CanView(by, content)) throw ConfluenceException.NoContent(content.Id);
        content.Likes.RemoveAll(like => like.AccountId == by.AccountId);
        Changed();
    }

    public void View(User by, Content content) => content.Views.Enqueue(new ContentView(by.AccountId, Now));

    public void Watch(Content content, User watcher, bool watches) => Mark(content.Watchers, watcher, watches);

    public void Watch(Space space, User watcher, bool watches) => Mark(space.Watchers, watcher, watches);

    public void Favour(Content content, User user, bool favours) => Mark(content.Favourites, user, favours);

    public void Favour(Space space, User user, bool favours) => Mark(space.Favourites, user, favours);

    /// <summary>Nobody may lock themselves out.</summary>
    public void Restrict(User by, Content content, Restriction read, Restriction update)
    {
        RequireRestrict(by, content);
        if (!IsAllowed(by, read) || !IsAllowed(by, update))
        {
            throw ConfluenceException.BadRequest("You cannot restrict yourself from viewing or editing this content");
        }

        Replace(content.Read, read);
        Replace(content.Update, update);
        Changed();
    }

    public void RequireRestrict(User by, Content content)
    {
        if (!CanView(by, content)) throw ConfluenceException.NoContent(content.Id);
        if (!CanRestrict(by, content)) throw ConfluenceException.Forbidden($"User not permitted to change restrictions of content with id : {content.Id}");
    }

    private void Mark(HashSet<string> people, User user, bool marked)
    {
        if (marked)
        {
            people.Add(user.AccountId);
        }
        else
        {
            people.Remove(user.AccountId);
        }

        Changed();
    }

    private static void Replace(Restriction restriction, Restriction with)
    {
        string[] users = [.. with.Users];
        string[] groups = [.. with.Groups];
        restriction.Users.Clear();
        restriction.Groups.Clear();
        restriction.Users.UnionWith(users);
        restriction.Groups.UnionWith(groups);
    }
}
