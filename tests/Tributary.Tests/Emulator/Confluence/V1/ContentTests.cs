using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>Data Center's content: created, read, updated, trashed, restored, purged.</summary>
public sealed class ContentTests
{
    private const EmulatedDeployment DataCenter = EmulatedDeployment.DataCenter;

    [Fact(Timeout = 10000)]
    public async Task A_created_page_is_read_back_whole()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        JsonObject page = V1Site.Page("Plan", "<p>Über <strong>alles</strong></p>");
        page["ancestors"] = new JsonArray(new JsonObject { ["id"] = site.Space.HomepageId });

        Reply created = await site.PostAsync("/rest/api/content", page, "bob");
        Reply read = await site.GetAsync($"/rest/api/content/{created.Json["id"]}?expand=body.storage,version,space,ancestors,history");

        Assert.Equal((200, 200), (created.Status, read.Status));
        JsonNode json = read.Json;
        Assert.Equal("<p>Über <strong>alles</strong></p>", (string)json["body"]!["storage"]!["value"]!);
        Assert.Equal(1, (int)json["version"]!["number"]!);
        Assert.Equal("bob", (string)json["version"]!["by"]!["username"]!);
        Assert.Equal("TEAM", (string)json["space"]!["key"]!);
        Assert.Equal(site.Space.HomepageId, (string)json["ancestors"]![0]!["id"]!);
        Assert.Equal("bob", (string)json["history"]!["createdBy"]!["username"]!);
        Assert.Equal($"/pages/viewpage.action?pageId={json["id"]}", (string)json["_links"]!["webui"]!);
        Assert.Equal(site.Server.BaseUrl.ToString().TrimEnd('/'), (string)json["_links"]!["base"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task What_is_not_expanded_is_named_with_the_path_that_gives_it()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan");

        Reply read = await site.GetAsync($"/rest/api/content/{page.Id}?expand=version");

        Assert.Null(read.Json["space"]);
        Assert.Equal("/rest/api/space/TEAM", (string)read.Json["_expandable"]!["space"]!);
        Assert.Equal($"/rest/api/content/{page.Id}/child", (string)read.Json["_expandable"]!["children"]!);
        Assert.Null(read.Json["_expandable"]!["version"]);
    }

    [Fact(Timeout = 10000)]
    public async Task Without_expand_a_page_has_its_history_space_and_version()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();

        Reply read = await site.GetAsync($"/rest/api/content/{site.AddPage("Plan").Id}");

        Assert.NotNull(read.Json["history"]);
        Assert.NotNull(read.Json["space"]);
        Assert.NotNull(read.Json["version"]);
        Assert.Null(read.Json["body"]);
    }

    [Fact(Timeout = 10000)]
    public async Task A_title_that_is_taken_is_refused()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        site.AddPage("Plan");

        Reply reply = await site.PostAsync("/rest/api/content", V1Site.Page("Plan"));

        Assert.Equal(
            (400, V1Site.BadRequest(DataCenter, "A page with this title already exists: A page already exists with the title Plan in the space with key TEAM")),
            (reply.Status, reply.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task A_body_that_is_not_well_formed_is_refused_with_row_and_column()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();

        Reply reply = await site.PostAsync("/rest/api/content", V1Site.Page("Broken", "<p>one</p>\n<p>two</b>"));
        Reply list = await site.GetAsync("/rest/api/content?spaceKey=TEAM&title=Broken");

        Assert.Equal(400, reply.Status);
        Assert.StartsWith("Error parsing xhtml: Unexpected close tag </b>; expected </p>.", (string)reply.Json["message"]!, StringComparison.Ordinal);
        Assert.Contains("[row,col {unknown-source}]: [2,", (string)reply.Json["message"]!, StringComparison.Ordinal);
        Assert.Equal(0, (int)list.Json["size"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task A_reader_may_not_write()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan");

        Reply created = await site.PostAsync("/rest/api/content", V1Site.Page("By a reader"), "charlie");
        Reply updated = await site.PutAsync($"/rest/api/content/{page.Id}", Change(2, "Plan"), "charlie");
        Reply deleted = await site.DeleteAsync($"/rest/api/content/{page.Id}", "charlie");

        Assert.Equal((403, V1Site.Forbidden(DataCenter, "User not permitted to create content in space with key : TEAM")), (created.Status, created.Text));
        Assert.Equal((403, V1Site.Forbidden(DataCenter, $"User not permitted to update content with id : {page.Id}")), (updated.Status, updated.Text));
        Assert.Equal(403, deleted.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task What_one_may_not_see_is_answered_like_what_is_not_there()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan");

        Reply hidden = await site.GetAsync($"/rest/api/content/{page.Id}", "diana");
        Reply absent = await site.GetAsync("/rest/api/content/987654321", "diana");
        Reply update = await site.PutAsync($"/rest/api/content/{page.Id}", Change(2, "Plan"), "diana");

        Assert.Equal((404, V1Site.NoContent(DataCenter, page.Id)), (hidden.Status, hidden.Text));
        Assert.Equal((404, V1Site.NoContent(DataCenter, "987654321")), (absent.Status, absent.Text));
        Assert.Equal((404, hidden.Text), (update.Status, update.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task An_update_on_the_next_version_is_kept_and_the_old_one_stays_readable()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan");

        Reply updated = await site.PutAsync($"/rest/api/content/{page.Id}", Change(2, "Plan B", "<p>New</p>", "Better"), "bob");
        Reply old = await site.GetAsync($"/rest/api/content/{page.Id}?status=historical&version=1&expand=body.storage,version");

        Assert.Equal((2, "Better"), ((int)updated.Json["version"]!["number"]!, (string)updated.Json["version"]!["message"]!));
        Assert.Equal("Plan B", (string)updated.Json["title"]!);
        Assert.Equal(("historical", "Plan", "<p>Hello</p>"), ((string)old.Json["status"]!, (string)old.Json["title"]!, (string)old.Json["body"]!["storage"]!["value"]!));
    }

    [Theory(Timeout = 10000)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task An_update_on_any_other_version_is_a_conflict(int version)
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan");

        Reply reply = await site.PutAsync($"/rest/api/content/{page.Id}", Change(version, "Plan B"));

        Assert.Equal((409, V1Site.Conflict(DataCenter, "Version must be incremented on update. Current version is: 1")), (reply.Status, reply.Text));
        Assert.Equal("Plan", page.Title);
    }

    [Fact(Timeout = 10000)]
    public async Task An_update_needs_a_version_and_keeps_kind_and_space()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        string path = $"/rest/api/content/{site.AddPage("Plan").Id}";
        JsonObject elsewhere = Change(2, "Plan");
        elsewhere["space"] = new JsonObject { ["key"] = "OTHER" };
        JsonObject post = Change(2, "Plan");
        post["type"] = "blogpost";

        Reply unversioned = await site.PutAsync(path, new JsonObject { ["type"] = "page", ["title"] = "Plan" });
        Reply moved = await site.PutAsync(path, elsewhere);
        Reply changed = await site.PutAsync(path, post);

        Assert.Equal(
            (400, V1Site.BadRequest(DataCenter, "Must supply an incremented version when updating Content. No version supplied.")),
            (unversioned.Status, unversioned.Text));
        Assert.Equal((400, V1Site.BadRequest(DataCenter, "You can't change an existing page's space.")), (moved.Status, moved.Text));
        Assert.Equal((400, V1Site.BadRequest(DataCenter, "Cannot change the type of content from page to blogpost")), (changed.Status, changed.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task A_page_goes_to_the_trash_comes_back_and_is_purged()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        string path = $"/rest/api/content/{site.AddPage("Plan").Id}";

        Reply trashed = await site.DeleteAsync(path);
        Reply gone = await site.GetAsync(path);
        Reply inTheTrash = await site.GetAsync(path + "?status=trashed");
        Reply list = await site.GetAsync("/rest/api/content?spaceKey=TEAM&status=trashed");
        Reply restored = await site.PutAsync(path, new JsonObject { ["type"] = "page", ["title"] = "Plan", ["status"] = "current", ["version"] = new JsonObject { ["number"] = 2 } });
        await site.DeleteAsync(path);
        Reply purged = await site.DeleteAsync(path + "?status=trashed");
        Reply nowhere = await site.GetAsync(path + "?status=any");

        Assert.Equal((204, 404), (trashed.Status, gone.Status));
        Assert.Equal((200, "trashed"), (inTheTrash.Status, (string)inTheTrash.Json["status"]!));
        Assert.Equal(["Plan"], list.Each("title"));
        Assert.Equal((200, "current"), (restored.Status, (string)restored.Json["status"]!));
        Assert.Equal((204, 404), (purged.Status, nowhere.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task A_page_comes_back_from_the_trash_by_the_status_in_the_query_too()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        string path = $"/rest/api/content/{site.AddPage("Plan").Id}";
        await site.DeleteAsync(path);

        Reply restored = await site.PutAsync(path + "?status=current", new JsonObject { ["type"] = "page", ["version"] = new JsonObject { ["number"] = 2 } });

        Assert.Equal((200, "current"), (restored.Status, (string)restored.Json["status"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task Only_what_is_in_the_trash_can_be_purged()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan");

        Reply reply = await site.DeleteAsync($"/rest/api/content/{page.Id}?status=trashed");

        Assert.Equal((400, V1Site.BadRequest(DataCenter, $"Content with id {page.Id} must be trashed before it can be purged")), (reply.Status, reply.Text));
    }

    [Theory(Timeout = 10000)]
    [InlineData("GET", "/history")]
    [InlineData("GET", "/child/page")]
    [InlineData("GET", "/label")]
    [InlineData("GET", "/property")]
    [InlineData("GET", "/restriction/byOperation")]
    [InlineData("DELETE", "/label/x")]
    public async Task Nothing_of_a_page_in_the_trash_is_found(string method, string below)
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan");
        await site.DeleteAsync($"/rest/api/content/{page.Id}");

        Reply reply = await site.SendAsync(new HttpMethod(method), $"/rest/api/content/{page.Id}{below}", "alice");

        Assert.Equal((404, V1Site.NoContent(DataCenter, page.Id)), (reply.Status, reply.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task A_draft_is_its_authors_alone_until_it_is_published()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        JsonObject draft = V1Site.Page("Sketch");
        draft["status"] = "draft";
        string path = $"/rest/api/content/{(await site.PostAsync("/rest/api/content", draft, "bob")).Json["id"]}";

        Reply unasked = await site.GetAsync(path, "bob");
        Reply asked = await site.GetAsync(path + "?status=draft", "bob");
        Reply others = await site.GetAsync(path + "?status=draft", "charlie");
        JsonObject publication = Change(1, "Sketch");
        publication["status"] = "current";
        Reply published = await site.PutAsync(path, publication, "bob");

        Assert.Equal((404, 200, 404), (unasked.Status, asked.Status, others.Status));
        Assert.Equal((200, "current", 1), (published.Status, (string)published.Json["status"]!, (int)published.Json["version"]!["number"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task Edits_that_are_not_published_are_read_with_the_status_draft()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        string path = $"/rest/api/content/{site.AddPage("Plan").Id}";
        JsonObject edit = Change(2, "Plan B", "<p>Not yet</p>");
        edit["status"] = "draft";

        await site.PutAsync(path, edit);
        Reply draft = await site.GetAsync(path + "?status=draft&expand=body.storage");
        Reply published = await site.GetAsync(path + "?expand=body.storage");

        Assert.Equal(("draft", "<p>Not yet</p>"), ((string)draft.Json["status"]!, (string)draft.Json["body"]!["storage"]!["value"]!));
        Assert.Equal(("current", "<p>Hello</p>"), ((string)published.Json["status"]!, (string)published.Json["body"]!["storage"]!["value"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task Contents_are_found_by_space_title_type_and_day()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan");
        JsonObject post = V1Site.Page("Plan");
        post["type"] = "blogpost";
        string postId = (string)(await site.PostAsync("/rest/api/content", post)).Json["id"]!;
        string today = site.Wiki.Find(postId)!.CreatedAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Reply byTitle = await site.GetAsync("/rest/api/content?spaceKey=TEAM&title=plan");
        Reply posts = await site.GetAsync($"/rest/api/content?spaceKey=TEAM&type=blogpost&postingDay={today}");
        Reply otherDay = await site.GetAsync("/rest/api/content?type=blogpost&postingDay=2001-01-01");
        Reply hidden = await site.GetAsync("/rest/api/content?title=Plan", "diana");
        Reply wrong = await site.GetAsync("/rest/api/content?type=poem");

        Assert.Equal([page.Id], byTitle.Each("id"));
        Assert.Equal([postId], posts.Each("id"));
        Assert.Equal(0, (int)otherDay.Json["size"]!);
        Assert.Equal(0, (int)hidden.Json["size"]!);
        Assert.Equal((400, V1Site.BadRequest(DataCenter, "Unsupported content type: poem")), (wrong.Status, wrong.Text));
    }

    private static JsonObject Change(int version, string title, string body = "<p>Changed</p>", string message = "") => new()
    {
        ["type"] = "page",
        ["title"] = title,
        ["version"] = new JsonObject { ["number"] = version, ["message"] = message },
        ["body"] = V1Site.Storage(body),
    };
}
