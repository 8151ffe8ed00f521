using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Http;
using Tributary.Emulator;

namespace Tributary.Tests.Atlassian.Confluence;

/// <summary>Everything that a seeded wiki holds goes through the client.</summary>
public sealed class WholeWikiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task All_of_the_demo_wiki_is_read_and_each_page_by_id_is_the_one_that_was_listed(Deployment deployment)
    {
        await using EmulatorServer server = await StartAsync("demo", deployment);
        using AtlassianConnection connection = Connect(server, deployment);
        var client = new ConfluenceClient(connection);
        int pages = 0, comments = 0, attachments = 0;

        await foreach (Space space in client.EnumerateSpacesAsync(Token))
        {
            await foreach (Page listed in client.EnumeratePagesAsync(space.Key, BodyFormat.Storage, Token))
            {
                Page read = await client.GetPageAsync(listed.Id, new PageQuery(), Token);
                Assert.Equal(listed with { Labels = null }, read with { Labels = null });
                Assert.Equal(space.Key, read.SpaceKey);
                comments += (await client.ListCommentsAsync(listed.Id, new CommentQuery(Limit: 100), Token)).Items.Count;
                attachments += (await client.ListAttachmentsAsync(listed.Id, new AttachmentQuery(), Token)).Items.Count;
                pages++;
            }
        }

        Assert.True(pages >= 60 && comments > 0 && attachments > 0, $"{pages} pages, {comments} comments, {attachments} attachments");
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_page_answers_to_a_name_in_place_of_a_number(Deployment deployment)
    {
        await using EmulatorServer server = await StartAsync("mock", deployment);
        using AtlassianConnection connection = Connect(server, deployment);

        Page page = await new ConfluenceClient(connection).GetPageAsync(PageId.Parse("mock-page-1"), new PageQuery(BodyFormat.View), Token);

        Assert.Equal("MOCK", page.SpaceKey.ToString());
        Assert.NotEmpty(page.Body!.Value);
    }

    private static Task<EmulatorServer> StartAsync(string seed, Deployment deployment) => EmulatorServer.StartInProcessAsync(
        new EmulatorOptions { Seed = seed, Deployment = deployment == Deployment.Cloud ? EmulatedDeployment.Cloud : EmulatedDeployment.DataCenter }, Token);

    private static AtlassianConnection Connect(EmulatorServer server, Deployment deployment)
    {
        var options = new SiteOptions
        {
            Url = server.BaseUrl.AbsoluteUri,
            Credential = deployment == Deployment.Cloud ? Credential.ApiToken("alice@example.com", "alice-token") : Credential.PersonalAccessToken("alice-pat"),
        };
        return new AtlassianConnection(SiteAddress.Parse(options.Url).ToSite("default", deployment), options, TestEgress.Inputs(network: server.CreateHandler()));
    }
}
