using System.Text;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Http;
using Tributary.Emulator.World;
using Attachment = Tributary.Atlassian.Confluence.Models.Attachment;

namespace Tributary.Tests.Atlassian.Confluence;

public sealed class AttachmentTests
{
    public static TheoryData<Deployment> Both => ClientSite.Both;

    private static CancellationToken Token => ClientSite.Token;

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_file_is_attached_listed_and_downloaded_as_it_was(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page");
        ConfluenceClient client = site.Client();
        byte[] bytes = [.. Enumerable.Range(0, 200_000).Select(number => (byte)(number * 7))];

        Attachment added = await AddAsync(client, page, "Fähre \"A\" 日本.png", bytes, "image/png", "Skizze für später");
        Attachment listed = Assert.Single((await client.ListAttachmentsAsync(PageId.Parse(page.Id), new AttachmentQuery(), Token)).Items);

        foreach (Attachment attachment in new[] { added, listed })
        {
            Assert.Equal(("image/png", 200_000, 1, "Skizze für später"), (attachment.MediaType, attachment.FileSize, attachment.Version, attachment.Comment));
            Assert.StartsWith(site.BaseUrl + "/download/attachments/", attachment.DownloadLink, StringComparison.Ordinal);
            Assert.StartsWith("att", attachment.Id.ToString(), StringComparison.Ordinal);
            Assert.NotNull(attachment.CreatedAt);
            using var target = new MemoryStream();
            Assert.Equal(200_000, await client.DownloadAttachmentAsync(attachment, target, Token));
            Assert.Equal(bytes, target.ToArray());
        }

        Assert.Equal(added.Title, listed.Title);
        Assert.StartsWith("Fähre ", added.Title, StringComparison.Ordinal);
        Assert.EndsWith(" 日本.png", added.Title, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_file_of_a_name_that_the_page_has_becomes_its_next_version(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page");
        ConfluenceClient client = site.Client();

        Attachment first = await AddAsync(client, page, "plan.txt", "one"u8.ToArray());
        Attachment second = await AddAsync(client, page, "plan.txt", "second"u8.ToArray());

        Assert.Equal((first.Id, 1, 2, 6), (second.Id, first.Version, second.Version, second.FileSize));
        Assert.Single((await client.ListAttachmentsAsync(PageId.Parse(page.Id), new AttachmentQuery(), Token)).Items);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Attachments_are_listed_by_name_by_type_and_page_by_page(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page");
        ConfluenceClient client = site.Client();
        for (int number = 0; number < 7; number++) await AddAsync(client, page, $"{number}.txt", [1]);
        await AddAsync(client, page, "picture.png", [1], "image/png");

        Assert.Equal(["picture.png"], await NamesAsync(client, page, new AttachmentQuery(MediaType: "image/png")));
        Assert.Equal(["3.txt"], await NamesAsync(client, page, new AttachmentQuery("3.txt")));
        List<string> all = [];
        for (int? start = 0; start is { } from;)
        {
            ResultList<Attachment> list = await client.ListAttachmentsAsync(PageId.Parse(page.Id), new AttachmentQuery(Limit: 3, Start: from), Token);
            all.AddRange(list.Items.Select(attachment => attachment.Title));
            start = list.NextStart;
        }

        Assert.Equal(8, all.Distinct().Count());
        Assert.Equal(8, all.Count);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_stream_is_read_from_where_it_stands_and_stays_open(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page");
        using var stream = new MemoryStream("head and tail"u8.ToArray()) { Position = 9 };

        Attachment added = await site.Client().AddAttachmentAsync(PageId.Parse(page.Id), new NewAttachment("tail.txt", "text/plain", stream), Token);

        Assert.Equal(4, added.FileSize);
        Assert.True(stream.CanRead);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_file_above_the_limit_is_neither_sent_nor_fetched(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page");
        byte[] large = new byte[65 << 10];
        Attachment there = await AddAsync(site.Client(), page, "large.bin", large);
        ConfluenceClient small = site.Client(limits: new EgressLimits { AttachmentBytes = 64 << 10 });

        var up = await Assert.ThrowsAsync<AtlassianException>(() => AddAsync(small, page, "another.bin", large));
        var down = await Assert.ThrowsAsync<AtlassianException>(() => small.DownloadAttachmentAsync(there, Stream.Null, Token));

        Assert.Equal((AtlassianErrorKind.TooLarge, AtlassianErrorKind.TooLarge), (up.Kind, down.Kind));
        Assert.Single((await small.ListAttachmentsAsync(PageId.Parse(page.Id), new AttachmentQuery(), Token)).Items);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_link_out_of_the_site_is_not_followed(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        ConfluenceClient client = site.Client();
        var forged = new Attachment(PageId.Parse("att1"), "a", "a/b", 1, null, "http://169.254.169.254/latest/meta-data", 1, null);

        IReadOnlyList<string> cost = await site.CostOfAsync(() => Assert.ThrowsAsync<AtlassianException>(() => client.DownloadAttachmentAsync(forged, Stream.Null, Token)));

        Assert.Empty(cost);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Who_may_not_edit_may_not_attach(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page");

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => AddAsync(site.Client("charlie"), page, "a.txt", [1]));

        Assert.Contains(refused.Kind, new[] { AtlassianErrorKind.PermissionDenied, AtlassianErrorKind.ResourceNotFound });
    }

    [Fact(Timeout = 10000)]
    public async Task A_download_on_Cloud_leaves_the_credential_behind()
    {
        await using ClientSite site = await ClientSite.StartAsync(Deployment.Cloud);
        Content page = site.Team.AddPage("Page");
        ConfluenceClient client = site.Client();
        Attachment added = await AddAsync(client, page, "a.txt", Encoding.UTF8.GetBytes("text"));
        site.Server.Requests.Clear();

        await client.DownloadAttachmentAsync(added, Stream.Null, Token);

        Assert.Collection(
            site.Server.Requests.All,
            request => Assert.Equal(("bob", 302), (request.User, request.Status)),
            request => Assert.Equal((null, 200), (request.User, request.Status)));
    }

    private static Task<Attachment> AddAsync(ConfluenceClient client, Content page, string name, byte[] bytes, string type = "text/plain", string? comment = null) =>
        client.AddAttachmentAsync(PageId.Parse(page.Id), new NewAttachment(name, type, new MemoryStream(bytes), comment), Token);

    private static async Task<string[]> NamesAsync(ConfluenceClient client, Content page, AttachmentQuery query) =>
        [.. (await client.ListAttachmentsAsync(PageId.Parse(page.Id), query, Token)).Items.Select(attachment => attachment.Title)];
}
