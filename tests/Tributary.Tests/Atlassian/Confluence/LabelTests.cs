using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;

namespace Tributary.Tests.Atlassian.Confluence;

public sealed class LabelTests
{
    public static TheoryData<Deployment> Both => ClientSite.Both;

    private static CancellationToken Token => ClientSite.Token;

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Labels_are_added_listed_and_removed_and_those_of_one_person_are_not_among_them(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page");
        PageId id = PageId.Parse(page.Id);
        site.Wiki.Write(wiki =>
        {
            wiki.AddLabel(site.Team.User("bob"), page, "my", "later");
            return 0;
        });
        ConfluenceClient client = site.Client();

        await client.AddLabelsAsync(id, ["runbook", "größe", "a/b"], Token);
        await client.RemoveLabelAsync(id, "runbook", Token);
        await client.RemoveLabelAsync(id, "never-there", Token);

        Assert.Equal(["a/b", "größe"], await client.ListLabelsAsync(id, Token));
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Many_labels_are_listed_to_the_end_on_a_blog_post_too(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content post = site.Wiki.Write(wiki => wiki.Create(site.Team.User("bob"), new NewContent(ContentType.BlogPost, site.Team.Space, "Post", "<p>Hi</p>")));
        ConfluenceClient client = site.Client();
        await client.AddLabelsAsync(PageId.Parse(post.Id), [.. Enumerable.Range(0, 300).Select(number => $"l{number:000}")], Token);

        IReadOnlyList<string> labels = await client.ListLabelsAsync(PageId.Parse(post.Id), Token);

        Assert.Equal(300, labels.Count);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_reader_cannot_label(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        PageId id = PageId.Parse(site.Team.AddPage("Page").Id);

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => site.Client("charlie").AddLabelsAsync(id, ["x"], Token));

        Assert.Equal(AtlassianErrorKind.PermissionDenied, refused.Kind);
    }
}
