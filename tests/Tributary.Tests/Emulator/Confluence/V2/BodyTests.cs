using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V2;

public sealed class BodyTests
{
    [Fact(Timeout = 10000)]
    public async Task A_view_links_to_what_its_reader_may_see()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content open = site.AddPage("Open");
        Content secret = site.AddPage("Secret");
        Content page = site.AddPage("Plan", """
            <p><ac:link><ri:page ri:content-title="open" /></ac:link> <ac:link><ri:page ri:content-title="Secret" ri:space-key="TEAM" /></ac:link></p>
            """);
        site.Wiki.Write(wiki =>
        {
            wiki.Restrict(site.User("alice"), secret, new Restriction { Users = [site.User("alice").AccountId] }, new Restriction());
            return 0;
        });

        string alice = await ViewAsync(site, page, "alice");
        string charlie = await ViewAsync(site, page, "charlie");

        Assert.Contains($"href=\"/wiki/spaces/TEAM/pages/{open.Id}/Open\"", charlie, StringComparison.Ordinal);
        Assert.Contains($"/pages/{secret.Id}/", alice, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Id, charlie, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_view_names_people_shows_files_and_lists_children()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan", $"""
            <p><ac:link><ri:user ri:account-id="{site.User("bob").AccountId}" /></ac:link></p>
            <ac:image><ri:attachment ri:filename="a.png" /></ac:image>
            <ac:structured-macro ac:name="children" />
            """);
        Content child = site.AddPage("Child", parentId: page.Id);
        site.Wiki.Write(wiki => wiki.AddAttachment(site.User("bob"), page, "a.png", new FileVersion("image/png", [1]), "", minor: false));

        string view = await ViewAsync(site, page, "charlie");

        Assert.Contains("Bob", view, StringComparison.Ordinal);
        Assert.Contains($"src=\"/wiki/download/attachments/{page.Id}/a.png?version=1", view, StringComparison.Ordinal);
        Assert.Contains($"/pages/{child.Id}/Child", view, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_page_is_written_in_adf_and_read_as_storage()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        JsonObject page = PageTests.Page(site, "Plan", """{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Hello","marks":[{"type":"strong"}]}]}]}""");
        page["body"]!["representation"] = "atlas_doc_format";

        Reply created = await site.PostAsync("/api/v2/pages", page);
        Reply list = await site.GetAsync("/api/v2/pages?title=Plan&body-format=atlas_doc_format");

        Assert.Contains("<strong>Hello</strong>", (string)created.Json["body"]!["storage"]!["value"]!, StringComparison.Ordinal);
        Assert.Equal("doc", (string)JsonNode.Parse((string)list.Json["results"]![0]!["body"]!["atlas_doc_format"]!["value"]!)!["type"]!);
    }

    [Theory(Timeout = 10000)]
    [InlineData("not json")]
    [InlineData("""{"type":"paragraph"}""")]
    public async Task What_is_no_adf_is_refused(string body)
    {
        await using TeamSite site = await TeamSite.StartAsync();
        JsonObject page = PageTests.Page(site, "Plan", body);
        page["body"]!["representation"] = "atlas_doc_format";

        Reply reply = await site.PostAsync("/api/v2/pages", page);

        Assert.Equal(400, reply.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task A_body_above_five_million_characters_is_too_large()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply reply = await site.PostAsync("/api/v2/pages", PageTests.Page(site, "Large", $"<p>{new string('x', 5_300_000)}</p>"));

        Assert.Equal((413, "PAYLOAD_TOO_LARGE"), (reply.Status, reply.ErrorCode));
    }

    private static async Task<string> ViewAsync(TeamSite site, Content page, string user)
    {
        JsonNode json = (await site.GetAsync($"/api/v2/pages/{page.Id}?body-format=view", user)).Json;
        return (string)json["body"]!["view"]!["value"]!;
    }
}
