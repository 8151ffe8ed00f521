using Tributary.Atlassian;
using Tributary.Emulator.World;

namespace Tributary.Tests.Tools.Confluence;

public sealed class FindUsersToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud, "Charlie")]
    [InlineData(Deployment.Cloud, "charlie@example.com")]
    [InlineData(Deployment.DataCenter, "Charlie")]
    [InlineData(Deployment.DataCenter, "charlie@example.com")]
    [InlineData(Deployment.DataCenter, "charlie")]
    public async Task People_are_found_by_name_and_by_e_mail(Deployment deployment, string query)
    {
        ToolSite site = await sites.OfAsync(deployment);
        User charlie = site.Wiki.FindUser("charlie")!;
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await bob.CallAsync("confluence_find_users", ("query", query))).Succeeded();

        Assert.Equal([deployment == Deployment.Cloud ? charlie.AccountId : charlie.UserKey], reply.Each("users", "id"));
        Assert.Contains(deployment == Deployment.Cloud ? ": Charlie <charlie@example.com>" : ": Charlie (charlie)", reply.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_query_cannot_leave_its_literal_and_one_without_words_is_refused(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply attack = (await bob.CallAsync("confluence_find_users", ("query", "x\" or user.fullname ~ \"Charlie"))).Succeeded();
        Reply empty = await bob.CallAsync("confluence_find_users", ("query", " *? "));

        Assert.StartsWith("Nobody found.", attack.Text, StringComparison.Ordinal);
        Assert.Equal("invalid_params", empty.Code);
    }
}
