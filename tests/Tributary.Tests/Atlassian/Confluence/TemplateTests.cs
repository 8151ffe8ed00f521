using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Emulator.World;
using Template = Tributary.Atlassian.Confluence.Models.Template;

namespace Tributary.Tests.Atlassian.Confluence;

public sealed class TemplateTests
{
    private static CancellationToken Token => ClientSite.Token;

    [Fact(Timeout = 10000)]
    public async Task Templates_of_a_space_are_listed_with_their_bodies_when_asked()
    {
        await using ClientSite site = await ClientSite.StartAsync(Deployment.Cloud);
        site.Wiki.Write(wiki => wiki.AddTemplate("Retro", "After a sprint", "<p>What went well</p>", "TEAM"));
        ConfluenceClient client = site.Client();
        SpaceKey team = SpaceKey.Parse("TEAM");

        Template listed = Assert.Single((await client.ListTemplatesAsync(new TemplateQuery(team), Token)).Items);
        Template whole = Assert.Single((await client.ListTemplatesAsync(new TemplateQuery(team, Body: true), Token)).Items);

        Assert.Equal(("Retro", "After a sprint", team, null), (listed.Name, listed.Description, listed.SpaceKey!.Value, listed.Body));
        Assert.Equal("<p>What went well</p>", whole.Body);
        Assert.Empty((await client.ListTemplatesAsync(new TemplateQuery(team, Blueprints: true), Token)).Items);
    }

    [Fact(Timeout = 10000)]
    public async Task Views_are_counted_and_so_are_viewers()
    {
        await using ClientSite site = await ClientSite.StartAsync(Deployment.Cloud);
        Content page = site.Team.AddPage("Page");
        foreach (string user in new[] { "bob", "bob", "charlie" }) site.Wiki.View(site.Team.User(user), page);
        ConfluenceClient client = site.Client();

        PageViews views = await client.GetPageViewsAsync(PageId.Parse(page.Id), from: null, Token);
        PageViews later = await client.GetPageViewsAsync(PageId.Parse(page.Id), new DateOnly(9998, 1, 1), Token);

        Assert.Equal((new PageViews(3, 2), new PageViews(0, 0)), (views, later));
    }

    [Fact(Timeout = 10000)]
    public async Task Data_Center_says_that_it_has_neither()
    {
        await using ClientSite site = await ClientSite.StartAsync(Deployment.DataCenter);

        var templates = await Assert.ThrowsAsync<AtlassianException>(() => site.Client().ListTemplatesAsync(new TemplateQuery(), Token));
        var views = await Assert.ThrowsAsync<AtlassianException>(() => site.Client().GetPageViewsAsync(PageId.Parse("1"), null, Token));

        Assert.Equal((AtlassianErrorKind.Unsupported, "Confluence Data Center does not offer page templates over its REST API."), (templates.Kind, templates.Message));
        Assert.Equal("Confluence Data Center does not offer numbers of views over its REST API.", views.Message);
    }
}
