using System.Text.Json;
using Tributary.Emulator;
using Tributary.Emulator.Seeds;
using Tributary.Emulator.World;
using Tributary.Markup;
using Tributary.Markup.Syntax;

namespace Tributary.Tests.Emulator.Seeds;

public sealed class DemoSeedTests : IDisposable
{
    private readonly Wiki wiki = SeedCatalog.Plant("demo", EmulatedDeployment.Cloud, FixedClock.Default);

    [Fact(Timeout = 10000)]
    public Task It_has_three_spaces_and_about_seventy_pages()
    {
        Assert.Equal(["ENG", "OPS", "HR"], wiki.Spaces.Select(space => space.Key));
        Assert.InRange(wiki.Contents.Count(content => content.Type == ContentType.Page), 60, 80);
        Assert.Equal(4, wiki.Contents.Count(content => content.Type == ContentType.BlogPost));
        Assert.Equal(3, wiki.Templates.Count);
        Assert.All(wiki.Spaces, space => Assert.Equal(ContentType.Page, wiki.Find(space.HomepageId!)!.Type));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task The_page_that_the_documentation_speaks_of_is_the_architecture_overview()
    {
        Content page = wiki.Find("98304")!;

        Assert.Equal("Architecture overview", page.Title);
        Assert.Equal("ENG", wiki.SpaceOf(page).Key);
        Assert.Equal(6, page.Latest.Number);
        Assert.Equal("Architecture", page.Version(1)!.Title);
        Assert.Contains("Boarding is fast.", page.Version(1)!.Body, StringComparison.Ordinal);
        Assert.Equal(4, wiki.CommentsOn(page).Count(comment => comment.Location == CommentLocation.Footer));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Every_status_of_a_page_and_every_resolution_of_a_comment_occurs()
    {
        Assert.Equal(Enum.GetValues<ContentStatus>(), wiki.Contents.Select(content => content.Status).Distinct().Order());
        Assert.Subset(
            wiki.Contents.OfType<Comment>().Where(comment => comment.Location == CommentLocation.Inline).Select(comment => comment.Resolution).ToHashSet(),
            new HashSet<Resolution> { Resolution.Open, Resolution.Reopened, Resolution.Resolved });
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Spaces_and_pages_are_for_whom_they_are_meant()
    {
        Assert.Equal(["alice", "bob", "charlie"], Viewers(user => wiki.CanView(user, wiki.FindSpace("HR")!)));
        Assert.Equal(["alice", "bob", "charlie", "diana"], Viewers(user => wiki.CanView(user, wiki.FindSpace("ENG")!)));
        Assert.Equal(["alice", "bob"], Viewers(user => wiki.CanEdit(user, wiki.FindSpace("ENG")!)));
        Assert.Equal(["alice"], Viewers(user => wiki.CanAdminister(user, wiki.FindSpace("ENG")!)));
        Assert.Equal(["alice", "bob"], Viewers(user => wiki.CanView(user, Page("OPS", "Break-glass access"))));
        Assert.Equal(["alice"], Viewers(user => wiki.CanEdit(user, Page("OPS", "Break-glass access"))));
        Assert.Equal(["alice"], Viewers(user => wiki.CanView(user, Page("HR", "Salary bands"))));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Every_link_of_a_page_leads_somewhere()
    {
        Assert.Empty(
            from page in wiki.Contents
            where page.Type is ContentType.Page or ContentType.BlogPost
            from link in StorageDocument.Parse(page.Body).Descendants()
            where !Leads(page, link)
            select $"{page.Title}: {link.Name} {link["ri:content-title"] ?? link["ri:filename"] ?? link["ri:content-id"] ?? link["ri:space-key"]}");
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Every_marker_has_a_comment_and_every_inline_comment_a_marker_and_its_words()
    {
        var markers = wiki.Contents
            .SelectMany(page => StorageDocument.Parse(page.Body).Descendants())
            .Where(element => element.Name == "ac:inline-comment-marker")
            .Select(element => element["ac:ref"]!)
            .ToHashSet();
        Comment[] comments = [.. wiki.Contents.OfType<Comment>().Where(comment => comment.Location == CommentLocation.Inline)];

        Assert.Equal(markers.Order(), comments.Select(comment => comment.MarkerRef!).Distinct().Order());
        Assert.All(comments, comment => Assert.NotEqual("", comment.Selection));
        Assert.Contains(comments, comment => comment.Selection == "some words, in two parts");
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Every_version_of_every_body_is_valid_and_in_the_order_of_time()
    {
        Assert.Empty(
            from content in wiki.Contents
            from version in content.Versions
            let error = StorageFormat.Validate(version.Body)
            where error is not null
            select $"{content.Title} {version.Number}: {error}");
        Assert.All(wiki.Contents, content => Assert.Equal(content.Versions.OrderBy(version => version.When).ThenBy(version => version.Number), content.Versions));
        Assert.All(wiki.Contents, content => Assert.Equal(Enumerable.Range(1, content.Versions.Count), content.Versions.Select(version => version.Number)));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Tasks_have_assignees_and_due_dates()
    {
        TaskItem task = Assert.Single(wiki.Tasks, task => task.ContentId == "98304" && task.LocalId == "1");

        Assert.Equal(wiki.FindUser("bob")!.AccountId, task.AssignedTo);
        Assert.Equal(new DateTimeOffset(2026, 12, 4, 0, 0, 0, TimeSpan.Zero), task.DueAt);
        Assert.Contains(wiki.Tasks, task => task.IsComplete);
        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [InlineData(EmulatedDeployment.Cloud, "ri:account-id=\"5b10a2844c20165700ede21a\"")]
    [InlineData(EmulatedDeployment.DataCenter, "ri:userkey=\"8a7f808a0000000000000000000a11ce\"")]
    public Task Mentions_name_people_as_the_deployment_does(EmulatedDeployment deployment, string mention)
    {
        using Wiki planted = SeedCatalog.Plant("demo", deployment, FixedClock.Default);

        Assert.Contains(mention, planted.Find("98304")!.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(planted.Contents, content => content.Versions.Exists(version => version.Body.Contains("ri:username", StringComparison.Ordinal)));
        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [InlineData("demo")]
    [InlineData("mock")]
    public Task Planted_twice_it_is_the_same_to_the_last_byte(string seed)
    {
        Assert.Equal(Json(seed), Json(seed));
        return Task.CompletedTask;
    }

    public void Dispose() => wiki.Dispose();

    private static string Json(string seed)
    {
        using Wiki planted = SeedCatalog.Plant(seed, EmulatedDeployment.Cloud, FixedClock.Default);
        return JsonSerializer.Serialize(planted.Snapshot(), WikiStateJson.Default.WikiState);
    }

    private IEnumerable<string> Viewers(Func<User, bool> may) => wiki.Users.Where(may).Select(user => user.Username);

    private Content Page(string space, string title, ContentType type = ContentType.Page) => Find(space, title, type) ?? throw new KeyNotFoundException(title);

    private Content? Find(string space, string title, ContentType type) =>
        wiki.FindSpace(space) is { } found ? wiki.ContentsOf(found).FirstOrDefault(content => content.Type == type && content.Title == title) : null;

    private bool Leads(Content page, StorageElement link) => link.Name switch
    {
        "ri:page" => Target(page, link, ContentType.Page) is not null,
        "ri:blog-post" => Target(page, link, ContentType.BlogPost) is not null,
        "ri:space" => wiki.FindSpace(link["ri:space-key"]!) is not null,
        "ri:content-entity" => wiki.Find(link["ri:content-id"]!) is not null,
        "ri:user" => wiki.FindUser(link["ri:account-id"]!) is not null,
        "ri:attachment" => wiki.FindAttachment(link.Child("ri:page") is { } other ? Target(page, other, ContentType.Page)! : page, link["ri:filename"]!) is not null,
        _ => true,
    };

    private Content? Target(Content page, StorageElement link, ContentType type) => Find(link["ri:space-key"] ?? wiki.SpaceOf(page).Key, link["ri:content-title"]!, type);
}
