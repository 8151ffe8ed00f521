using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>Pages below pages: listed, moved, copied, archived, trashed as a tree.</summary>
public sealed class TreeTests
{
    private const EmulatedDeployment Cloud = EmulatedDeployment.Cloud;

    [Theory(Timeout = 10000)]
    [InlineData("before", "A,C,B")]
    [InlineData("after", "A,B,C")]
    public async Task A_page_is_moved_beside_another(string position, string order)
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content a = site.AddPage("A");
        Content b = site.AddPage("B");
        Content c = site.AddPage("C", parentId: a.Id);

        Reply moved = await site.SendAsync(HttpMethod.Put, $"/rest/api/content/{c.Id}/move/{position}/{b.Id}", "bob");

        Assert.Equal((200, $$"""{"pageId":"{{c.Id}}"}"""), (moved.Status, moved.Text));
        Assert.Equal(order, string.Join(',', site.Wiki.Children(site.Wiki.Find(site.Space.HomepageId!)!).Select(page => page.Title)));
    }

    [Fact(Timeout = 10000)]
    public async Task A_page_is_moved_below_another_with_all_below_it()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content a = site.AddPage("A");
        Content b = site.AddPage("B");
        Content c = site.AddPage("C", parentId: b.Id);

        await site.SendAsync(HttpMethod.Put, $"/rest/api/content/{b.Id}/move/append/{a.Id}", "bob");
        Reply below = await site.GetAsync($"/rest/api/content/{a.Id}/descendant/page");

        Assert.Equal([b.Id, c.Id], below.Each("id"));
    }

    [Fact(Timeout = 10000)]
    public async Task A_move_that_makes_no_sense_or_is_not_allowed_is_refused()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content a = site.AddPage("A");
        Content b = site.AddPage("B", parentId: a.Id);

        Reply circle = await site.SendAsync(HttpMethod.Put, $"/rest/api/content/{a.Id}/move/append/{b.Id}", "bob");
        Reply sideways = await site.SendAsync(HttpMethod.Put, $"/rest/api/content/{b.Id}/move/sideways/{a.Id}", "bob");
        Reply reader = await site.SendAsync(HttpMethod.Put, $"/rest/api/content/{b.Id}/move/before/{a.Id}", "charlie");
        Reply nowhere = await site.SendAsync(HttpMethod.Put, $"/rest/api/content/{b.Id}/move/before/987654321", "bob");

        Assert.Equal((400, V1Site.BadRequest(Cloud, "A page cannot be moved under itself or one of its descendants")), (circle.Status, circle.Text));
        Assert.Equal((400, V1Site.BadRequest(Cloud, "Unsupported position: sideways")), (sideways.Status, sideways.Text));
        Assert.Equal(403, reader.Status);
        Assert.Equal((404, V1Site.NoContent(Cloud, "987654321")), (nowhere.Status, nowhere.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_moves_a_page_by_its_ancestors()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content a = site.AddPage("A");
        Content b = site.AddPage("B");

        Reply moved = await site.PutAsync($"/rest/api/content/{b.Id}", new JsonObject
        {
            ["type"] = "page",
            ["title"] = "B",
            ["version"] = new JsonObject { ["number"] = 2 },
            ["ancestors"] = new JsonArray(new JsonObject { ["id"] = site.Space.HomepageId }, new JsonObject { ["id"] = a.Id }),
        });

        Assert.Equal(a.Id, (string)moved.Json["ancestors"]![1]!["id"]!);
        Assert.Equal("<p>Hello</p>", b.Body);
    }

    [Fact(Timeout = 10000)]
    public async Task A_page_is_copied_with_what_is_asked_for()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content parent = site.AddPage("Parent");
        Content page = site.AddPage("Plan", "<p>Text</p>");
        site.Wiki.Write(wiki =>
        {
            wiki.AddLabel(site.User("alice"), page, "global", "draft");
            wiki.AddProperty(site.User("alice"), page, "key", "value");
            return wiki.AddAttachment(site.User("alice"), page, "a.txt", new FileVersion("text/plain", [1]), "", minor: false);
        });

        Reply rich = await CopyAsync(site, page, "parent_page", parent.Id, "Rich copy", everything: true);
        Reply poor = await CopyAsync(site, page, "space", "TEAM", "Poor copy", everything: false);

        Content copy = site.Wiki.Find((string)rich.Json["id"]!)!;
        Content bare = site.Wiki.Find((string)poor.Json["id"]!)!;
        Assert.Equal((200, "Rich copy", "<p>Text</p>", parent.Id), (rich.Status, copy.Title, copy.Body, copy.ParentId));
        Assert.Equal(("draft", "key", "a.txt"), (copy.Labels[0].Name, copy.Properties[0].Key, site.Wiki.AttachmentsOf(copy).Single().Title));
        Assert.Null(bare.ParentId);
        Assert.Empty(bare.Labels);
        Assert.Empty(site.Wiki.AttachmentsOf(bare));
    }

    [Fact(Timeout = 10000)]
    public async Task A_page_is_copied_over_another_as_its_next_version()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan", "<p>New</p>");
        Content target = site.AddPage("Target");

        Reply copied = await CopyAsync(site, page, "existing_page", target.Id, title: null, everything: false);

        Assert.Equal((target.Id, 2), ((string)copied.Json["id"]!, (int)copied.Json["version"]!["number"]!));
        Assert.Equal(("Target", "<p>New</p>"), (target.Title, target.Body));
    }

    [Fact(Timeout = 10000)]
    public async Task A_copy_needs_a_free_title_and_a_destination_that_is_there()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");

        Reply taken = await CopyAsync(site, page, "space", "TEAM", title: null, everything: false);
        Reply nowhere = await CopyAsync(site, page, "space", "NONE", "Copy", everything: false);
        Reply wrong = await CopyAsync(site, page, "shelf", "TEAM", "Copy", everything: false);

        Assert.Equal(
            (400, V1Site.BadRequest(Cloud, "A page with this title already exists: A page already exists with the title Plan in the space with key TEAM")),
            (taken.Status, taken.Text));
        Assert.Equal((404, V1Site.NotFound(Cloud, "No space found with key : NONE")), (nowhere.Status, nowhere.Text));
        Assert.Equal((400, V1Site.BadRequest(Cloud, "Unsupported destination type: shelf")), (wrong.Status, wrong.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task A_tree_is_copied_with_new_titles_as_a_long_task()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content root = site.AddPage("Plan 2025");
        site.AddPage("Plan 2025: details", parentId: root.Id);
        Content shelf = site.AddPage("Shelf");

        Reply accepted = await site.PostAsync($"/rest/api/content/{root.Id}/pagehierarchy/copy", new JsonObject
        {
            ["copyDescendants"] = true,
            ["destinationPageId"] = shelf.Id,
            ["titleOptions"] = new JsonObject { ["prefix"] = "Copy: ", ["search"] = "2025", ["replace"] = "2026" },
        });
        Reply task = await site.GetAsync($"/rest/api/longtask/{accepted.Json["id"]}");

        Assert.Equal((202, $"/rest/api/longtask/{accepted.Json["id"]}"), (accepted.Status, (string)accepted.Json["links"]!["status"]!));
        Assert.Equal((100, true, true), ((int)task.Json["percentageComplete"]!, (bool)task.Json["successful"]!, (bool)task.Json["finished"]!));
        Assert.Equal(["Copy: Plan 2026", "Copy: Plan 2026: details"], site.Wiki.Descendants(shelf, 9).Select(each => each.Content.Title));
    }

    [Fact(Timeout = 10000)]
    public async Task A_tree_is_not_copied_in_part()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content root = site.AddPage("Plan");
        site.AddPage("Details", parentId: root.Id);
        site.AddPage("Copy: Details");
        Content shelf = site.AddPage("Shelf");

        Reply refused = await site.PostAsync(
            $"/rest/api/content/{root.Id}/pagehierarchy/copy",
            new JsonObject { ["destinationPageId"] = shelf.Id, ["titleOptions"] = new JsonObject { ["prefix"] = "Copy: " } });

        Assert.Equal(400, refused.Status);
        Assert.Empty(site.Wiki.Children(shelf));
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_lists_children_and_descendants_by_type()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan");
        Content child = site.AddPage("Details", parentId: page.Id);
        Content grandchild = site.AddPage("More details", parentId: child.Id);

        Reply all = await site.GetAsync($"/rest/api/content/{page.Id}/child?expand=page");
        Reply pages = await site.GetAsync($"/rest/api/content/{page.Id}/child/page?expand=version");
        Reply below = await site.GetAsync($"/rest/api/content/{page.Id}/descendant/page");
        Reply wrong = await site.GetAsync($"/rest/api/content/{page.Id}/child/poem");

        Assert.Equal(child.Id, (string)all.Json["page"]!["results"]![0]!["id"]!);
        Assert.Equal($"/rest/api/content/{page.Id}/child/comment", (string)all.Json["_expandable"]!["comment"]!);
        Assert.Equal([child.Id], pages.Each("id"));
        Assert.Equal([child.Id, grandchild.Id], below.Each("id"));
        Assert.Equal("", below.Header("deprecation"));
        Assert.Equal(400, wrong.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task Pages_are_archived_all_or_none()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content a = site.AddPage("A");
        Content b = site.AddPage("B");

        Reply refused = await site.PostAsync("/rest/api/content/archive", Pages(a.Id, "987654321"), "bob");
        ContentStatus between = a.Status;
        Reply accepted = await site.PostAsync("/rest/api/content/archive", Pages(a.Id, b.Id), "bob");
        Reply again = await site.PostAsync("/rest/api/content/archive", Pages(a.Id), "bob");

        Assert.Equal((404, ContentStatus.Current), (refused.Status, between));
        Assert.Equal((202, ContentStatus.Archived, ContentStatus.Archived), (accepted.Status, a.Status, b.Status));
        Assert.Equal((400, V1Site.BadRequest(Cloud, $"Only published pages can be archived: {a.Id}")), (again.Status, again.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task A_whole_tree_goes_to_the_trash_as_a_long_task()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content root = site.AddPage("Plan");
        Content below = site.AddPage("Details", parentId: root.Id);

        Reply reader = await site.DeleteAsync($"/rest/api/content/{root.Id}/pageTree", "charlie");
        Reply accepted = await site.DeleteAsync($"/rest/api/content/{root.Id}/pageTree", "bob");

        Assert.Equal((403, 202), (reader.Status, accepted.Status));
        Assert.Equal((ContentStatus.Trashed, ContentStatus.Trashed), (root.Status, below.Status));
    }

    private static Task<Reply> CopyAsync(TeamSite site, Content page, string type, string value, string? title, bool everything)
    {
        var copy = new JsonObject { ["destination"] = new JsonObject { ["type"] = type, ["value"] = value } };
        if (title is not null) copy["pageTitle"] = title;
        foreach (string part in (string[])["copyAttachments", "copyPermissions", "copyProperties", "copyLabels", "copyCustomContents"]) copy[part] = everything;
        return site.PostAsync($"/rest/api/content/{page.Id}/copy", copy, "bob");
    }

    private static JsonObject Pages(params string[] ids) => new() { ["pages"] = new JsonArray([.. ids.Select(id => new JsonObject { ["id"] = id })]) };
}
