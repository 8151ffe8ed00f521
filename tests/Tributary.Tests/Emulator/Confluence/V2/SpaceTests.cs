using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V2;

public sealed class SpaceTests
{
    [Fact(Timeout = 10000)]
    public async Task A_space_is_created_with_its_home_page_and_found_by_key()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply created = await site.PostAsync("/api/v2/spaces", new JsonObject { ["key"] = "NEW", ["name"] = "New", ["description"] = new JsonObject { ["representation"] = "plain", ["value"] = "A <new> one" } }, "bob");
        Reply found = await site.GetAsync("/api/v2/spaces?keys=NEW,NONE&description-format=view", "charlie");
        Reply home = await site.GetAsync($"/api/v2/pages/{created.Json["homepageId"]}");
        Reply again = await site.PostAsync("/api/v2/spaces", new JsonObject { ["key"] = "new", ["name"] = "New" });

        Assert.Equal((201, "global", "current"), (created.Status, (string)created.Json["type"]!, (string)created.Json["status"]!));
        Assert.Equal(["NEW"], found.Each("key"));
        Assert.Equal("A &lt;new&gt; one", (string)found.Json["results"]![0]!["description"]!["view"]!["value"]!);
        Assert.Equal("New Home", (string)home.Json["title"]!);
        Assert.Equal(400, again.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task A_private_space_is_seen_by_its_author_alone()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply created = await site.PostAsync("/api/v2/spaces", new JsonObject { ["key"] = "MINE", ["name"] = "Mine", ["createPrivateSpace"] = true }, "bob");
        Reply bob = await site.GetAsync($"/api/v2/spaces/{created.Json["id"]}", "bob");
        Reply alice = await site.GetAsync($"/api/v2/spaces/{created.Json["id"]}", "alice");

        Assert.Equal((200, 404), (bob.Status, alice.Status));
    }

    [Theory(Timeout = 10000)]
    [InlineData("""{"name":"x"}""", 400)]
    [InlineData("""{"key":"A B","name":"x"}""", 400)]
    [InlineData("""{"key":"AB"}""", 400)]
    public async Task A_space_needs_a_name_and_a_key_of_letters_and_digits(string request, int status)
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply reply = await site.PostAsync("/api/v2/spaces", JsonNode.Parse(request)!);

        Assert.Equal(status, reply.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task An_outsider_creates_no_space_and_sees_none()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply created = await site.PostAsync("/api/v2/spaces", new JsonObject { ["key"] = "OUT", ["name"] = "Out" }, "diana");
        Reply list = await site.GetAsync("/api/v2/spaces", "diana");
        Reply one = await site.GetAsync($"/api/v2/spaces/{site.Space.Id}", "diana");

        Assert.Equal((403, 404), (created.Status, one.Status));
        Assert.Empty(list.Each("key"));
    }

    [Fact(Timeout = 10000)]
    public async Task A_space_can_come_with_everything_about_it()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        site.Wiki.Write(wiki =>
        {
            wiki.AddLabel(site.User("alice"), site.Space, "team", "core");
            wiki.AddProperty(site.User("alice"), site.Space, "k", 1);
            return 0;
        });

        Reply reply = await site.GetAsync($"/api/v2/spaces/{site.Space.Id}?include-labels=true&include-properties=true&include-operations=true&include-permissions=true&include-icon=true");

        Assert.Equal("core", (string)reply.Json["labels"]!["results"]![0]!["name"]!);
        Assert.Equal("k", (string)reply.Json["properties"]!["results"]![0]!["key"]!);
        Assert.Contains(reply.Json["permissions"]!["results"]!.AsArray(), grant => (string)grant!["principal"]!["id"]! == Wiki.UsersGroup);
        Assert.NotNull(reply.Json["icon"]!["path"]);
    }

    [Fact(Timeout = 10000)]
    public async Task Users_are_looked_up_in_bulk_and_unknown_ones_passed_over()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply reply = await site.PostAsync("/api/v2/users-bulk", new JsonObject { ["accountIds"] = new JsonArray(site.User("bob").AccountId, "nobody") });
        Reply wrong = await site.PostAsync("/api/v2/users-bulk", new JsonObject());

        Assert.Equal(["Bob"], reply.Each("displayName"));
        Assert.Equal(400, wrong.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task Ids_become_types_and_hidden_ones_null()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        Comment comment = site.Wiki.Write(wiki => wiki.AddFooterComment(site.User("bob"), page, null, "<p>x</p>"));

        Reply reply = await site.PostAsync("/api/v2/content/convert-ids-to-types", new JsonObject { ["contentIds"] = new JsonArray(page.Id, comment.Number, "1") });

        Assert.Equal($$$"""{"results":{"{{{page.Id}}}":"page","{{{comment.Id}}}":"footer-comment","1":null}}""", reply.Text);
    }

    [Fact(Timeout = 10000)]
    public async Task Blog_posts_have_the_lives_of_pages_without_a_tree()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        JsonObject request = PageTests.Page(site, "News");
        request["createdAt"] = "2026-01-02T03:04:05Z";

        Reply created = await site.PostAsync("/api/v2/blogposts", request, "bob");
        Reply sameDay = await site.PostAsync("/api/v2/blogposts", request.DeepClone());
        Content post = site.Wiki.Find((string)created.Json["id"]!)!;
        Reply updated = await site.PutAsync($"/api/v2/blogposts/{post.Id}", PageTests.Update(post, 2, "<p>More</p>"));
        Reply inSpace = await site.GetAsync($"/api/v2/spaces/{site.Space.Id}/blogposts?body-format=storage");
        Reply asPage = await site.GetAsync($"/api/v2/pages/{post.Id}");
        Reply deleted = await site.DeleteAsync($"/api/v2/blogposts/{post.Id}");

        Assert.Equal($"/spaces/TEAM/blog/2026/01/02/{post.Id}/News", (string)created.Json["_links"]!["webui"]!);
        Assert.Equal((400, 200, 404, 204), (sameDay.Status, updated.Status, asPage.Status, deleted.Status));
        Assert.Equal("<p>More</p>", (string)inSpace.Json["results"]![0]!["body"]!["storage"]!["value"]!);
        Assert.False(inSpace.Json["results"]![0]!.AsObject().ContainsKey("parentId"));
    }
}
