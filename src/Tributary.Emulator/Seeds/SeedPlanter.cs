using System.Text;
using System.Text.Json.Nodes;
using Tributary.Emulator.World;
using Tributary.Markup;

namespace Tributary.Emulator.Seeds;

/// <summary>Plants a seed into a wiki that has its people and nothing else.</summary>
/// <param name="name">What complaints begin with.</param>
/// <param name="find">The bytes of a file that the seed names, or null.</param>
/// <param name="isTrusted">A built-in seed, whose bodies a test has checked.</param>
internal sealed partial class SeedPlanter(Wiki wiki, string name, Func<string, byte[]?> find, bool isTrusted)
{
    private const long FirstContent = 98304;

    private readonly WikiState state = wiki.Snapshot();
    private readonly DateTimeOffset now = wiki.Now;
    private readonly HashSet<long> numbers = [];
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidDataException">The seed contradicts itself or names what is not there.</exception>
    public void Plant(SeedFile seed)
    {
        SeedPage[] all = [.. seed.Spaces.SelectMany(space => space.Pages.Concat(space.BlogPosts)).SelectMany(WithBelow)];
        state.LastId = Math.Max(state.LastId, seed.Spaces.Max(space => space.Id) ?? 0);
        state.LastContentNumber = Math.Max(FirstContent - 1, all.Max(page => page.Id) ?? 0);
        foreach (SeedSpace space in seed.Spaces) Plant(space);

        state.Contents.Sort((one, other) => one.Number.CompareTo(other.Number));
        wiki.Load(state);
        foreach (Content content in state.Contents.Where(content => content.Body.Contains("<ac:task>", StringComparison.Ordinal)))
        {
            wiki.PretendedNow = content.Latest.When;
            wiki.ReadTasks(content, wiki.FindUser(content.Latest.AuthorId)!);
        }

        foreach (SeedProject project in seed.Projects) new ProjectPlanter(wiki, name, now).Plant(project);
        wiki.PretendedNow = null;
    }

    private void Plant(SeedSpace seed)
    {
        string where = $"space {seed.Key}";
        if (state.Spaces.Exists(space => space.Key.Equals(seed.Key, StringComparison.OrdinalIgnoreCase))) throw Wrong($"{where}, key", "there are two spaces with this key.");
        if (seed.Id is { } id && state.Spaces.Exists(space => space.Id == id)) throw Wrong($"{where}, id", "another space has this id.");
        var space = new Space
        {
            Id = seed.Id ?? ++state.LastId,
            Key = seed.Key,
            ActiveAlias = seed.Key,
            Name = seed.Name,
            Description = seed.Description,
            AuthorId = User(seed.By, $"{where}, by"),
            CreatedAt = Moment(seed.At, $"{where}, at"),
        };
        Grant(space.Viewers, seed.Viewers, $"{where}, viewers");
        Grant(space.Editors, seed.Editors, $"{where}, editors");
        Grant(space.Administrators, seed.Administrators, $"{where}, administrators");
        space.Labels.AddRange(Labels(seed.Labels, $"{where}, labels"));
        state.Spaces.Add(space);
        PlantAll(seed.Pages, seed, space, ContentType.Page, parent: null);
        PlantAll(seed.BlogPosts, seed, space, ContentType.BlogPost, parent: null);
        foreach (SeedTemplate template in seed.Templates)
        {
            string body = Body(template.Body, template.BodyFile, $"{where}, template '{template.Name}'");
            wiki.AddTemplate(template.Name, template.Description, Named(body), seed.Key);
        }
    }

    private void PlantAll(IReadOnlyList<SeedPage> pages, SeedSpace seed, Space space, ContentType type, Content? parent)
    {
        for (int place = 0; place < pages.Count; place++)
        {
            SeedPage page = pages[place];
            Content content = Plant(page, seed, space, type, parent, place);
            if (type == ContentType.Page && (page.Home || space.HomepageId is null)) space.HomepageId = content.Id;
            PlantAll(page.Children, seed, space, type, content);
        }
    }

    private Content Plant(SeedPage page, SeedSpace seed, Space space, ContentType type, Content? parent, int place)
    {
        string where = $"{space.Key} '{page.Title}'";
        string by = User(page.By ?? seed.By, $"{where}, by");
        DateTimeOffset createdAt = Moment(page.At ?? seed.At, $"{where}, at");
        RequireFree(page, type, space, createdAt, where);
        var content = new Content
        {
            Number = page.Id ?? ++state.LastContentNumber,
            Type = type,
            SpaceId = space.Id,
            Status = page.Status,
            ParentId = parent?.Id,
            Position = place * 1024L,
            AuthorId = by,
            OwnerId = by,
            CreatedAt = createdAt,
            Alias = page.Alias,
            Versions = Versions(page, by, createdAt, where),
        };
        if (!numbers.Add(content.Number)) throw Wrong($"{where}, id", $"{content.Number} is the id of another page.");
        if (content.Alias is { } alias && !names.Add(alias)) throw Wrong($"{where}, alias", $"'{alias}' is the alias of another page.");
        content.Labels.AddRange(Labels(page.Labels, $"{where}, labels"));
        content.Likes.AddRange(page.Likes.Select(user => new Like(User(user, $"{where}, likes"), content.Latest.When)));
        content.Watchers.UnionWith(page.Watchers.Select(user => User(user, $"{where}, watchers")));
        Grant(content.Read, page.Restrictions.Read, $"{where}, restrictions.read");
        Grant(content.Update, page.Restrictions.Update, $"{where}, restrictions.update");
        foreach ((string key, JsonNode? value) in page.Properties)
        {
            content.Properties.Add(new Property { Id = ++state.LastId, Key = key, Value = value, Version = 1, AuthorId = by, CreatedAt = createdAt, When = createdAt });
        }

        state.Contents.Add(content);
        PlantInside(page, content, where);
        return content;
    }

    private void RequireFree(SeedPage page, ContentType type, Space space, DateTimeOffset day, string where)
    {
        if (page.Status is ContentStatus.Draft or ContentStatus.Trashed) return;
        string title = type == ContentType.Page ? $"{space.Id} {page.Title}" : $"{space.Id} {day:yyyyMMdd} {page.Title}";
        if (!names.Add(title)) throw Wrong($"{where}, title", "the space has two of this title.");
    }

    private void Grant(Restriction restriction, IReadOnlyList<string> people, string where)
    {
        foreach (string person in people)
        {
            if (wiki.FindGroup(person) is { } group) restriction.Groups.Add(group.Name);
            else restriction.Users.Add(User(person, where));
        }
    }

    private IEnumerable<Label> Labels(IReadOnlyList<string> labels, string where)
    {
        foreach (string label in labels)
        {
            Label kept;
            try
            {
                kept = wiki.LabelNamed("global", label);
            }
            catch (ConfluenceException refusal)
            {
                throw Wrong(where, refusal.Message);
            }

            yield return kept;
        }
    }

    private string User(string user, string where) => wiki.FindUser(user)?.AccountId
        ?? throw Wrong(where, $"there is no '{user}'; the users are {string.Join(", ", wiki.Users.Select(known => known.Username))}, the groups {string.Join(", ", wiki.Groups.Select(known => known.Name))}.");

    private DateTimeOffset Moment(string text, string where) => SeedMoment.TryRead(text, now, out DateTimeOffset moment)
        ? moment
        : throw Wrong(where, $"'{text}' is no time; write 2026-03-02 09:15 (UTC), or -3d, -3d 09:15, -5h, -20m for a time before now.");

    private string Body(string? body, string? file, string where)
    {
        if (body is not null && file is not null) throw Wrong(where, "it has both body and bodyFile.");
        string text = file is null ? body ?? "" : Encoding.UTF8.GetString(Bytes(file, $"{where}, bodyFile"));
        RequireValid(text, where);
        return text;
    }

    private void RequireValid(string body, string where)
    {
        if (!isTrusted && StorageFormat.Validate(body) is { } error) throw Wrong(where, $"Confluence would refuse this body: {error}");
    }

    private byte[] Bytes(string file, string where) => find(file) ?? throw Wrong(where, $"there is no file '{file}'.");

    // A seed serves both deployments, so its bodies name people by user name; a stored body names them as its deployment does.
    private string Named(string body)
    {
        if (!body.Contains("ri:username=\"", StringComparison.Ordinal)) return body;
        foreach (User user in wiki.Users)
        {
            string identity = wiki.Deployment == EmulatedDeployment.Cloud ? $"ri:account-id=\"{user.AccountId}\"" : $"ri:userkey=\"{user.UserKey}\"";
            body = body.Replace($"ri:username=\"{user.Username}\"", identity, StringComparison.Ordinal);
        }

        return body;
    }

    private static IEnumerable<SeedPage> WithBelow(SeedPage page) => page.Children.SelectMany(WithBelow).Prepend(page);

    private InvalidDataException Wrong(string where, string what) => new($"{name}: {where}: {what}");
}
