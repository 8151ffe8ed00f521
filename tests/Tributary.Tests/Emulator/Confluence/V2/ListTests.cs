using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V2;

public sealed class ListTests
{
    [Fact(Timeout = 10000)]
    public async Task A_list_goes_on_at_its_next_link_until_there_is_none()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        for (int number = 1; number <= 5; number++) site.AddPage($"Page {number}");

        Reply first = await site.GetAsync($"/api/v2/spaces/{site.Space.Id}/pages?limit=4&sort=id");
        string next = (string)first.Json["_links"]!["next"]!;
        Reply second = await site.GetAsync(next["/wiki".Length..]);

        Assert.Equal(["Team Home", "Page 1", "Page 2", "Page 3"], first.Each("title"));
        Assert.StartsWith("/wiki/api/v2/spaces/", next, StringComparison.Ordinal);
        Assert.Equal(site.Server.BaseUrl.ToString(), (string)first.Json["_links"]!["base"]!);
        Assert.Contains($"<{next}>; rel=\"next\"", first.Header("Link"), StringComparison.Ordinal);
        Assert.Equal(["Page 4", "Page 5"], second.Each("title"));
        Assert.Null(second.Json["_links"]!["next"]);
        Assert.Equal("", second.Header("Link"));
    }

    [Fact(Timeout = 10000)]
    public async Task What_is_deleted_between_two_pages_of_a_list_makes_it_skip_nothing()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content[] pages = [.. Enumerable.Range(1, 6).Select(number => site.AddPage($"Page {number}"))];

        Reply first = await site.GetAsync("/api/v2/pages?limit=3");
        await site.DeleteAsync($"/api/v2/pages/{pages[0].Id}");
        await site.DeleteAsync($"/api/v2/pages/{pages[0].Id}?purge=true");
        Reply second = await site.GetAsync(((string)first.Json["_links"]!["next"]!)["/wiki".Length..]);

        Assert.Equal(["Page 3", "Page 4", "Page 5"], second.Each("title"));
    }

    [Theory(Timeout = 10000)]
    [InlineData("limit=251")]
    [InlineData("limit=0")]
    [InlineData("limit=many")]
    [InlineData("cursor=nonsense")]
    [InlineData("sort=colour")]
    [InlineData("status=lost")]
    [InlineData("space-id=TEAM")]
    public async Task A_wrong_parameter_is_refused(string parameter)
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply reply = await site.GetAsync($"/api/v2/pages?{parameter}");

        Assert.Equal((400, "INVALID_REQUEST_PARAMETER"), (reply.Status, reply.ErrorCode));
    }

    [Fact(Timeout = 10000)]
    public async Task Pages_are_sorted_and_filtered_as_asked()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content b = site.AddPage("Bravo");
        Content a = site.AddPage("alpha");
        await site.DeleteAsync($"/api/v2/pages/{b.Id}");

        Reply byTitle = await site.GetAsync("/api/v2/pages?sort=-title&status=current,trashed");
        Reply byId = await site.GetAsync($"/api/v2/pages?id={a.Id},{b.Id}");
        Reply inTrash = await site.GetAsync("/api/v2/pages?status=trashed");
        Reply elsewhere = await site.GetAsync("/api/v2/pages?space-id=1");
        Reply roots = await site.GetAsync($"/api/v2/spaces/{site.Space.Id}/pages?depth=root");

        Assert.Equal(["Team Home", "Bravo", "alpha"], byTitle.Each("title"));
        Assert.Equal([a.Id], byId.Each("id"));
        Assert.Equal([b.Id], inTrash.Each("id"));
        Assert.Empty(elsewhere.Each("id"));
        Assert.Equal(["Team Home"], roots.Each("title"));
    }

    [Fact(Timeout = 10000)]
    public async Task A_list_holds_only_what_the_user_may_see()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content secret = site.AddPage("Secret");
        site.AddPage("Below the secret", parentId: secret.Id);
        site.Wiki.Write(wiki =>
        {
            wiki.Restrict(site.User("alice"), secret, new Restriction { Users = [site.User("alice").AccountId] }, new Restriction());
            return 0;
        });

        Reply alice = await site.GetAsync("/api/v2/pages");
        Reply bob = await site.GetAsync("/api/v2/pages", "bob");
        Reply diana = await site.GetAsync("/api/v2/pages", "diana");

        Assert.Equal(3, alice.Each("id").Length);
        Assert.Equal(["Team Home"], bob.Each("title"));
        Assert.Empty(diana.Each("id"));
    }

    [Fact(Timeout = 10000)]
    public async Task Pages_are_found_by_their_label()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        site.AddPage("Other");
        site.Wiki.Write(wiki =>
        {
            wiki.AddLabel(site.User("alice"), page, "global", "blue");
            wiki.AddLabel(site.User("alice"), page, "my", "red");
            return 0;
        });

        Reply labels = await site.GetAsync($"/api/v2/pages/{page.Id}/labels?sort=-name");
        Reply mine = await site.GetAsync($"/api/v2/pages/{page.Id}/labels?prefix=my");
        Reply pages = await site.GetAsync($"/api/v2/labels/{labels.Each("id")[0]}/pages");
        Reply inSpace = await site.GetAsync($"/api/v2/spaces/{site.Space.Id}/content/labels");
        Reply unknown = await site.GetAsync("/api/v2/labels/1/pages");

        Assert.Equal(["red", "blue"], labels.Each("name"));
        Assert.Equal(["red"], mine.Each("name"));
        Assert.Equal(["Plan"], pages.Each("title"));
        Assert.Equal(["blue", "red"], inSpace.Each("name"));
        Assert.Equal(404, unknown.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task A_page_has_versions_newest_first()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        await site.PutAsync($"/api/v2/pages/{page.Id}", PageTests.Update(page, 2, "<p>New</p>"), "bob");

        Reply versions = await site.GetAsync($"/api/v2/pages/{page.Id}/versions?body-format=storage");
        Reply oldestFirst = await site.GetAsync($"/api/v2/pages/{page.Id}/versions?sort=modified-date&limit=1");
        Reply one = await site.GetAsync($"/api/v2/pages/{page.Id}/versions/1");
        Reply none = await site.GetAsync($"/api/v2/pages/{page.Id}/versions/9");

        Assert.Equal(["2", "1"], versions.Each("number"));
        Assert.Equal("<p>New</p>", (string)versions.Json["results"]![0]!["page"]!["body"]!["storage"]!["value"]!);
        Assert.Equal(["1"], oldestFirst.Each("number"));
        Assert.Null(one.Json["prevVersion"]);
        Assert.Equal(2, (int)one.Json["nextVersion"]!);
        Assert.Equal(404, none.Status);
    }
}
