using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class GetPageTreeToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task What_is_below_a_page_comes_in_the_order_of_the_tree(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content root = site.AddPage(title: ToolSite.NewTitle());
        Content a = Below(site, root), b = Below(site, root), a1 = Below(site, a), deep = Below(site, a1);
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await bob.CallAsync("confluence_get_page_tree", ("page_id", root.Id))).Succeeded();
        Reply one = (await bob.CallAsync("confluence_get_page_tree", ("page_id", root.Id), ("depth", 1))).Succeeded();
        Reply all = (await bob.CallAsync("confluence_get_page_tree", ("page_id", root.Id), ("depth", 5))).Succeeded();

        Assert.Equal([a.Id, a1.Id, b.Id], reply.Each("pages", "id"));
        Assert.Equal(["1", "2", "1"], reply.Each("pages", "depth"));
        Assert.StartsWith("3 entries\n", reply.Text, StringComparison.Ordinal);
        Assert.Contains($"\n-   {a1.Id}: {a1.Title}\n", reply.Text, StringComparison.Ordinal);
        Assert.Equal([a.Id, b.Id], one.Each("pages", "id"));
        Assert.Equal([a.Id, a1.Id, deep.Id, b.Id], all.Each("pages", "id"));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_space_is_read_from_its_home_page_on_piece_by_piece(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        var seen = new List<string>();
        string? next = "0";
        while (next is not null)
        {
            Reply piece = (await bob.CallAsync("confluence_get_page_tree", ("space_key", "OPEN"), ("depth", 1), ("limit", 20), ("start", int.Parse(next, System.Globalization.CultureInfo.InvariantCulture)))).Succeeded();
            seen.AddRange(piece.Each("pages", "id")!);
            next = piece["next_start_offset"];
        }

        Assert.Contains(page.Id, seen);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Without_a_page_or_outside_the_allowed_spaces_it_is_refused(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content shut = site.AddPage(space: "SHUT");
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });

        Assert.StartsWith("invalid_params: It is not said which tree.", (await bob.CallAsync("confluence_get_page_tree")).Text, StringComparison.Ordinal);
        Assert.StartsWith("not_allowed: ", (await bob.CallAsync("confluence_get_page_tree", ("page_id", shut.Id))).Text, StringComparison.Ordinal);
        Assert.StartsWith("not_allowed: ", (await bob.CallAsync("confluence_get_page_tree", ("space_key", "SHUT"))).Text, StringComparison.Ordinal);
    }

    private static Content Below(ToolSite site, Content parent) => site.Wiki.Write(wiki =>
        wiki.Create(wiki.FindUser("alice")!, new NewContent(ContentType.Page, wiki.FindSpace("OPEN")!, ToolSite.NewTitle(), "<p>x</p>") { ParentId = parent.Id }));
}
