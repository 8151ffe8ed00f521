using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Emulator.World;

namespace Tributary.Tests.Atlassian.Confluence;

public sealed class SpaceTests
{
    public static TheoryData<Deployment> Both => ClientSite.Both;

    private static CancellationToken Token => ClientSite.Token;

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_space_is_listed_with_its_number_key_name_home_and_address(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);

        ResultList<Tributary.Atlassian.Confluence.Models.Space> spaces = await site.Client().ListSpacesAsync(new SpaceQuery(Description: true), Token);

        var space = Assert.Single(spaces.Items, space => space.Key == SpaceKey.Parse("TEAM"));
        Assert.Equal(("Team", "global", "current"), (space.Name, space.Type, space.Status));
        Assert.Equal(site.Team.Space.IdText, space.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(site.Team.Space.HomepageId, space.HomepageId.ToString());
        Assert.Equal("The team's space", space.Description);
        Assert.Equal(site.BaseUrl + (site.IsCloud ? "/spaces/TEAM" : "/display/TEAM"), space.Url);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Spaces_are_listed_by_key_type_and_status(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Plant(site, 3);
        site.Wiki.Write(wiki => wiki.CreateSpace(site.Team.User("bob"), new NewSpace("~bob", "Bob", "") { Type = SpaceType.Personal }));
        ConfluenceClient client = site.Client();

        Assert.Equal(["S1", "TEAM"], await KeysAsync(client, new SpaceQuery([SpaceKey.Parse("TEAM"), SpaceKey.Parse("S1")])));
        Assert.Equal(["~bob"], await KeysAsync(client, new SpaceQuery(Type: "personal")));
        Assert.Empty(await KeysAsync(client, new SpaceQuery(Status: "archived")));
        Assert.Empty(await KeysAsync(client, new SpaceQuery([SpaceKey.Parse("NONE")])));
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_list_goes_on_where_it_stopped_and_ends(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Plant(site, 11);
        ConfluenceClient client = site.Client();
        List<string> keys = [];

        for (int? start = 0; start is { } from;)
        {
            ResultList<Tributary.Atlassian.Confluence.Models.Space> page = await client.ListSpacesAsync(new SpaceQuery(Limit: 5, Start: from), Token);
            Assert.True(page.Items.Count <= 5);
            keys.AddRange(page.Items.Select(space => space.Key.ToString()));
            start = page.NextStart;
        }

        Assert.Equal(12, keys.Count);
        Assert.Equal(12, keys.Distinct().Count());
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task All_spaces_are_enumerated(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Plant(site, 255);

        HashSet<SpaceKey> keys = [];
        await foreach (var space in site.Client().EnumerateSpacesAsync(Token)) keys.Add(space.Key);

        Assert.Equal(256, keys.Count);
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_skips_a_thousand_at_most_and_says_so()
    {
        await using ClientSite site = await ClientSite.StartAsync(Deployment.Cloud);

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => site.Client().ListSpacesAsync(new SpaceQuery(Start: 1_001), Token));

        Assert.Equal(AtlassianErrorKind.InvalidRequest, refused.Kind);
        Assert.Contains("start goes up to 1000", refused.Message, StringComparison.Ordinal);
    }

    private static void Plant(ClientSite site, int count) => site.Wiki.Write(wiki =>
    {
        for (int number = 0; number < count; number++) wiki.CreateSpace(site.Team.User("bob"), new NewSpace($"S{number}", $"Space {number}", ""));
        return count;
    });

    private static async Task<string[]> KeysAsync(ConfluenceClient client, SpaceQuery query) =>
        [.. (await client.ListSpacesAsync(query, Token)).Items.Select(space => space.Key.ToString()).Order(StringComparer.Ordinal)];
}
