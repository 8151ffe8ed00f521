using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class SetRestrictionsToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud, "bob@example.com")]
    [InlineData(Deployment.Cloud, "Bob")]
    [InlineData(Deployment.DataCenter, "bob")]
    [InlineData(Deployment.DataCenter, "Bob")]
    public async Task People_are_named_as_they_are_known_and_the_undo_lifts_it(Deployment deployment, string name)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser caller = await site.ConnectAsync();

        Reply set = (await caller.CallAsync("confluence_set_restrictions", ("page_id", page.Id), ("update_users", new[] { name }), ("read_groups", new[] { "confluence-users" }))).Succeeded();

        string bob = site.Wiki.FindUser("bob")!.AccountId;
        Assert.Equal([bob], site.Wiki.Find(page.Id)!.Update.Users);
        Assert.Equal(["confluence-users"], site.Wiki.Find(page.Id)!.Read.Groups);
        Assert.Equal(
            $$"""confluence_set_restrictions {"page_id":"{{page.Id}}","read_users":[],"read_groups":[],"update_users":[],"update_groups":[]}""", set["undo"]);
        Reply again = (await caller.CallAsync("confluence_set_restrictions", ("page_id", page.Id), ("update_users", new[] { set.Each("update_users", "id")[0] }))).Succeeded();
        Assert.StartsWith("Nothing to set: ", again.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task What_would_lock_the_caller_out_is_refused_unless_it_is_wanted(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        Reply refused = await bob.CallAsync("confluence_set_restrictions", ("page_id", page.Id), ("read_users", new[] { "Charlie" }), ("update_groups", new[] { "confluence-users" }));
        Reply wanted = await bob.CallAsync("confluence_set_restrictions", ("page_id", page.Id), ("read_users", new[] { "Charlie" }), ("allow_lockout", true));

        Assert.StartsWith("not_allowed: This would keep the account of this server, ", refused.Text, StringComparison.Ordinal);
        Assert.Contains(" from being able to read the page.", refused.Text, StringComparison.Ordinal);
        Assert.True(site.Wiki.Find(page.Id)!.Update.IsEmpty);
        // Confluence has the last word.
        Assert.Contains("You cannot restrict yourself", wanted.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task People_and_groups_that_are_not_there_are_told_before_anything_is_sent(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        Reply people = await bob.CallAsync("confluence_set_restrictions", ("page_id", page.Id), ("read_users", new[] { "Nobody At All", "Bob", "zoe@example.com" }));
        Reply groups = await bob.CallAsync("confluence_set_restrictions", ("page_id", page.Id), ("read_groups", new[] { "confluence-users", "nothing" }));
        Reply none = await bob.CallAsync("confluence_set_restrictions", ("page_id", page.Id));

        Assert.StartsWith("invalid_params: Nobody is called exactly \"Nobody At All\"", people.Text, StringComparison.Ordinal);
        Assert.Contains("\"zoe@example.com\"", people.Text, StringComparison.Ordinal);
        Assert.StartsWith("invalid_params: There is no group \"nothing\", or it is not shown to this account.", groups.Text, StringComparison.Ordinal);
        Assert.Equal("invalid_params", none.Code);
        Assert.True(site.Wiki.Find(page.Id)!.Read.IsEmpty);
    }

    [Fact(Timeout = 10000)]
    public async Task Who_has_an_e_mail_is_not_guessed_where_Confluence_hides_it()
    {
        ToolSite site = await sites.OfAsync(Deployment.DataCenter);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = await bob.CallAsync("confluence_set_restrictions", ("page_id", page.Id), ("update_users", new[] { "bob@elsewhere.example" }));

        Assert.Equal("invalid_params", reply.Code);
        Assert.Contains($"\n{site.Wiki.FindUser("bob")!.UserKey}: Bob (bob)\n", reply.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Readers_and_pages_outside_the_open_spaces_restrict_nothing(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage(), shut = site.AddPage(space: "SHUT");
        await using ToolUser charlie = await site.ConnectAsync("charlie"), bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });

        Assert.Equal("permission_denied", (await charlie.CallAsync("confluence_set_restrictions", ("page_id", page.Id), ("read_users", new[] { "Charlie" }))).Code);
        Assert.Equal("not_allowed", (await bob.CallAsync("confluence_set_restrictions", ("page_id", shut.Id), ("read_users", new[] { "Bob" }))).Code);
    }
}
