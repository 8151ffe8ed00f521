using Microsoft.AspNetCore.Http;
using Tributary.Atlassian;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tests.Atlassian;
using Tributary.Tools;
using Tributary.Tools.Jira.Agile;

namespace Tributary.Tests.Tools.Jira.Agile;

public sealed class BoardFinderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Jira lists a board under every project that its query names; its sprints and their goals are of them all.
    [Theory(Timeout = 20000)]
    [InlineData("""{"values":[{"key":"ENG"},{"key":"HR"}],"isLast":true}""")]
    [InlineData("""{"values":[{"key":"ENG"}],"isLast":false,"total":2}""")]
    [InlineData("""{"values":[]}""")]
    public async Task A_board_that_shows_more_than_the_open_projects_is_none_of_them(string projects)
    {
        await using StubSite stub = await StubSite.StartAsync(context => context.Response.WriteAsync((context.Request.Path.Value, context.Request.Query["startAt"].ToString()) switch
        {
            ("/rest/agile/1.0/board", _) => """{"values":[{"id":1,"name":"Both","type":"scrum"},{"id":2,"name":"Pumps","type":"scrum"}],"isLast":true}""",
            ("/rest/agile/1.0/board/1", _) => """{"id":1,"name":"Both","type":"scrum"}""",
            ("/rest/agile/1.0/board/1/project", "0") => projects,
            ("/rest/agile/1.0/board/1/project", _) => """{"values":[{"key":"HR"}],"isLast":true}""",
            _ => """{"values":[{"key":"ENG"}],"isLast":true}""",
        }));
        var options = new SiteOptions { Product = AtlassianProduct.Jira, Url = stub.Url.ToString(), Credential = Credential.PersonalAccessToken("x") };
        using var connection = new AtlassianConnection(new Site("default", new Uri(stub.Url.ToString()), Deployment.DataCenter), options, TestEgress.Inputs());
        var boards = new BoardFinder(new JiraClient(connection), new ProjectAllowList([ProjectKey.Parse("ENG")]));

        OffsetList<Board> listed = await boards.ListAsync(new BoardQuery(), Token);
        ToolException byName = await Assert.ThrowsAsync<ToolException>(() => boards.FindAsync("Both", null, null, Token));
        ToolException byId = await Assert.ThrowsAsync<ToolException>(() => boards.FindAsync("1", null, null, Token));

        Assert.Equal(["Pumps"], listed.Items.Select(board => board.Name));
        Assert.Equal("Pumps", (await boards.FindAsync(null, null, null, Token)).Name);
        Assert.Equal(("invalid_params", "There is no board \"Both\". There is \"Pumps\"."), (byName.Code, byName.Message));
        Assert.Equal("not_allowed", byId.Code);
    }
}
