using Tributary.Emulator;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>Lists with <c>start</c> and <c>limit</c>.</summary>
public sealed class ListTests
{
    [Fact(Timeout = 10000)]
    public async Task A_list_is_walked_forth_and_back_by_its_links()
    {
        await using TeamSite site = await SiteWithPagesAsync(7);

        Reply first = await site.GetAsync("/rest/api/content?spaceKey=TEAM&type=page&limit=3");
        Reply second = await site.GetAsync((string)first.Json["_links"]!["next"]!);
        Reply last = await site.GetAsync((string)second.Json["_links"]!["next"]!);
        Reply back = await site.GetAsync((string)last.Json["_links"]!["prev"]!);

        Assert.Equal("/rest/api/content?spaceKey=TEAM&type=page&limit=3&start=3", (string)first.Json["_links"]!["next"]!);
        Assert.Null(first.Json["_links"]!["prev"]);
        Assert.Equal((0, 3, 3), Window(first));
        Assert.Equal((3, 3, 3), Window(second));
        Assert.Equal((6, 3, 2), Window(last));
        Assert.Null(last.Json["_links"]!["next"]);
        Assert.Equal(second.Each("id"), back.Each("id"));
        Assert.Equal(8, first.Each("id").Concat(second.Each("id")).Concat(last.Each("id")).Distinct().Count());
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_says_how_many_there_are()
    {
        await using TeamSite site = await SiteWithPagesAsync(7);

        Reply list = await site.GetAsync("/rest/api/content?spaceKey=TEAM&limit=3");

        Assert.Equal(8, (int)list.Json["totalCount"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task A_list_gives_25_items_unless_asked_and_200_at_most()
    {
        await using TeamSite site = await SiteWithPagesAsync(205);

        Reply unasked = await site.GetAsync("/rest/api/content?spaceKey=TEAM");
        Reply many = await site.GetAsync("/rest/api/content?spaceKey=TEAM&limit=1000");

        Assert.Equal((0, 25, 25), Window(unasked));
        Assert.Equal((0, 200, 200), Window(many));
        Assert.Equal("/rest/api/content?spaceKey=TEAM&limit=200&start=200", (string)many.Json["_links"]!["next"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task A_list_with_bodies_gives_50_at_most()
    {
        await using TeamSite site = await SiteWithPagesAsync(60);

        Reply list = await site.GetAsync("/rest/api/content?spaceKey=TEAM&limit=200&expand=body.storage");

        Assert.Equal((0, 50, 50), Window(list));
        Assert.Equal("/rest/api/content?spaceKey=TEAM&expand=body.storage&limit=50&start=50", (string)list.Json["_links"]!["next"]!);
    }

    [Theory(Timeout = 10000)]
    [InlineData("start=-1", "start must not be negative")]
    [InlineData("limit=-1", "limit must not be negative")]
    [InlineData("limit=ten", "Provided value {ten} for 'limit' is not the correct type. Expected type is int.")]
    public async Task A_window_that_makes_no_sense_is_refused(string window, string message)
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();

        Reply reply = await site.GetAsync($"/rest/api/content?{window}");

        Assert.Equal((400, V1Site.BadRequest(EmulatedDeployment.DataCenter, message)), (reply.Status, reply.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task Links_of_a_site_with_a_context_path_are_relative_to_its_base()
    {
        await using TeamSite site = await TeamSite.StartAsync(new EmulatorOptions { Deployment = EmulatedDeployment.DataCenter, ContextPath = "/confluence" });
        site.AddPage("Plan");

        Reply list = await site.GetAsync("/rest/api/content?spaceKey=TEAM&limit=1");

        Assert.Equal("/rest/api/content?spaceKey=TEAM&limit=1&start=1", (string)list.Json["_links"]!["next"]!);
        Assert.Equal("http://confluence.localhost/confluence", (string)list.Json["_links"]!["base"]!);
        Assert.Equal("/confluence", (string)list.Json["_links"]!["context"]!);
        Assert.Equal("http://confluence.localhost/confluence/rest/api/content?spaceKey=TEAM&limit=1", (string)list.Json["_links"]!["self"]!);
    }

    private static async Task<TeamSite> SiteWithPagesAsync(int count)
    {
        TeamSite site = await TeamSite.StartDataCenterAsync();
        for (int number = 1; number <= count; number++) site.AddPage($"Page {number}");
        return site;
    }

    private static (int Start, int Limit, int Size) Window(Reply list) => ((int)list.Json["start"]!, (int)list.Json["limit"]!, (int)list.Json["size"]!);
}
