using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V2;

public sealed class TreeTests
{
    [Fact(Timeout = 10000)]
    public async Task Children_of_every_kind_are_listed_in_their_order()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content parent = site.AddPage("Parent");
        site.AddPage("Second", parentId: parent.Id);
        Reply folder = await site.PostAsync("/api/v2/folders", Place(site, "Folder", parent.Id));

        Reply direct = await site.GetAsync($"/api/v2/pages/{parent.Id}/direct-children");
        Reply pages = await site.GetAsync($"/api/v2/pages/{parent.Id}/children");

        Assert.Equal(["page", "folder"], direct.Each("type"));
        Assert.Equal(["Second"], pages.Each("title"));
        Assert.NotEqual("", pages.Header("deprecation"));
        Assert.Equal((200, "page"), (folder.Status, (string)folder.Json["parentType"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task Descendants_go_two_deep_unless_told_and_five_at_most()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        string? parent = site.Space.HomepageId;
        foreach (string title in (string[])["One", "Two", "Three"]) parent = site.AddPage(title, parentId: parent).Id;

        Reply two = await site.GetAsync($"/api/v2/pages/{site.Space.HomepageId}/descendants");
        Reply five = await site.GetAsync($"/api/v2/pages/{site.Space.HomepageId}/descendants?depth=5");
        Reply six = await site.GetAsync($"/api/v2/pages/{site.Space.HomepageId}/descendants?depth=6");

        Assert.Equal(["One", "Two"], two.Each("title"));
        Assert.Equal(["1", "2", "3"], five.Each("depth"));
        Assert.Equal(400, six.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task Ancestors_come_from_the_top_as_ids_and_types()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content one = site.AddPage("One");
        Content two = site.AddPage("Two", parentId: one.Id);

        Reply reply = await site.GetAsync($"/api/v2/pages/{two.Id}/ancestors");

        Assert.Equal($$"""[{"id":"{{site.Space.HomepageId}}","type":"page"},{"id":"{{one.Id}}","type":"page"}]""", reply.Json["results"]!.ToJsonString());
    }

    [Theory(Timeout = 10000)]
    [InlineData("folders", "folder")]
    [InlineData("whiteboards", "whiteboard")]
    [InlineData("databases", "database")]
    [InlineData("embeds", "embed")]
    public async Task What_is_no_page_is_created_read_and_deleted_too(string path, string type)
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply created = await site.PostAsync($"/api/v2/{path}", Place(site, "Thing"), "bob");
        string id = (string)created.Json["id"]!;
        Reply read = await site.GetAsync($"/api/v2/{path}/{id}?include-operations=true&include-properties=true");
        Reply asPage = await site.GetAsync($"/api/v2/pages/{id}");
        Reply operations = await site.GetAsync($"/api/v2/{path}/{id}/operations", "charlie");
        Reply deleted = await site.DeleteAsync($"/api/v2/{path}/{id}");
        Reply gone = await site.GetAsync($"/api/v2/{path}/{id}");

        Assert.Equal((200, type, "Thing"), (created.Status, (string)read.Json["type"]!, (string)read.Json["title"]!));
        Assert.Equal(404, asPage.Status);
        Assert.Equal("""{"operations":[{"operation":"read","targetType":"TYPE"}]}""".Replace("TYPE", type, StringComparison.Ordinal), operations.Text);
        Assert.Equal((204, 404), (deleted.Status, gone.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task A_folder_needs_a_title_and_a_parent_in_its_space()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply untitled = await site.PostAsync("/api/v2/folders", Place(site, ""));
        Reply homeless = await site.PostAsync("/api/v2/folders", Place(site, "Lost", "1"));

        Assert.Equal((400, 404), (untitled.Status, homeless.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task Children_of_a_trashed_page_move_up()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content parent = site.AddPage("Parent");
        Content child = site.AddPage("Child", parentId: parent.Id);

        await site.DeleteAsync($"/api/v2/pages/{parent.Id}");

        Assert.Equal(site.Space.HomepageId, child.ParentId);
    }

    private static JsonObject Place(TeamSite site, string title, string? parentId = null) => new()
    {
        ["spaceId"] = site.Space.IdText,
        ["title"] = title,
        ["parentId"] = parentId ?? site.Space.HomepageId,
    };
}
