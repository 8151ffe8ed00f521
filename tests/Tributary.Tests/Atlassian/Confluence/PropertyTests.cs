using System.Text.Json;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Emulator.World;

namespace Tributary.Tests.Atlassian.Confluence;

public sealed class PropertyTests
{
    public static TheoryData<Deployment> Both => ClientSite.Both;

    private static CancellationToken Token => ClientSite.Token;

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_property_is_made_read_changed_and_deleted(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        PageId id = PageId.Parse(site.Team.AddPage("Page").Id);
        ConfluenceClient client = site.Client();

        ContentProperty made = await client.SetPropertyAsync(id, "state of review", JsonElement.Parse("""{"by":"bob","steps":[1,2]}"""), known: null, Token);
        ContentProperty changed = await client.SetPropertyAsync(id, made.Key, JsonElement.Parse("\"done\""), made, Token);
        await client.SetPropertyAsync(id, "another", JsonElement.Parse("1.50"), known: null, Token);
        IReadOnlyList<ContentProperty> one = await client.ListPropertiesAsync(id, "state of review", Token), all = await client.ListPropertiesAsync(id, key: null, Token);
        await client.DeletePropertyAsync(id, changed, Token);

        Assert.Equal((1, 2), (made.Version, changed.Version));
        Assert.Equal(["\"done\""], one.Select(property => property.Value.GetRawText()));
        Assert.Equal(["another", "state of review"], all.Select(property => property.Key));
        Assert.Equal(["another"], (await client.ListPropertiesAsync(id, key: null, Token)).Select(property => property.Key));
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_property_that_someone_else_has_written_since_is_not_written_over(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        PageId id = PageId.Parse(site.Team.AddPage("Page").Id);
        ConfluenceClient client = site.Client();
        ContentProperty read = await client.SetPropertyAsync(id, "key", JsonElement.Parse("1"), known: null, Token);
        await client.SetPropertyAsync(id, "key", JsonElement.Parse("2"), read, Token);

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => client.SetPropertyAsync(id, "key", JsonElement.Parse("3"), read, Token));

        Assert.Equal(AtlassianErrorKind.VersionConflict, refused.Kind);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_blog_post_has_properties_too(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content post = site.Wiki.Write(wiki => wiki.Create(site.Team.User("bob"), new NewContent(ContentType.BlogPost, site.Team.Space, "Post", "<p>Hi</p>")));
        ConfluenceClient client = site.Client();

        ContentProperty made = await client.SetPropertyAsync(PageId.Parse(post.Id), "key", JsonElement.Parse("true"), known: null, Token);
        await client.SetPropertyAsync(PageId.Parse(post.Id), "key", JsonElement.Parse("false"), made, Token);

        Assert.Equal(["false"], (await client.ListPropertiesAsync(PageId.Parse(post.Id), key: null, Token)).Select(property => property.Value.GetRawText()));
    }
}
