using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V2;

public sealed class PageTests
{
    [Fact(Timeout = 10000)]
    public async Task A_created_page_stands_under_the_home_page_and_is_read_back_whole()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply created = await site.PostAsync("/api/v2/pages", Page(site, "Plan & more", "<p>Über <strong>alles</strong></p>"), "bob");
        Reply read = await site.GetAsync($"/api/v2/pages/{created.Json["id"]}?body-format=storage");

        Assert.Equal((200, 200), (created.Status, read.Status));
        Assert.Equal("<p>Über <strong>alles</strong></p>", (string)read.Json["body"]!["storage"]!["value"]!);
        Assert.Equal((site.Space.HomepageId, "page"), ((string)read.Json["parentId"]!, (string)read.Json["parentType"]!));
        Assert.Equal(1, (int)read.Json["version"]!["number"]!);
        Assert.Equal(site.User("bob").AccountId, (string)read.Json["authorId"]!);
        Assert.Equal($"/spaces/TEAM/pages/{created.Json["id"]}/Plan+%26+more", (string)read.Json["_links"]!["webui"]!);
        Assert.Equal(site.Server.BaseUrl.ToString(), (string)read.Json["_links"]!["base"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task A_page_at_the_root_has_no_parent()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply created = await site.PostAsync("/api/v2/pages?root-level=true", Page(site, "Root"));

        Assert.Null(created.Json["parentId"]);
    }

    [Fact(Timeout = 10000)]
    public async Task A_title_that_is_taken_is_refused_whatever_its_case()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        site.AddPage("Plan");

        Reply reply = await site.PostAsync("/api/v2/pages", Page(site, "PLAN"));

        Assert.Equal(400, reply.Status);
        Assert.Equal("INVALID_REQUEST_PARAMETER", reply.ErrorCode);
        Assert.Equal("A page with this title already exists: A page already exists with the same TITLE in this space", reply.ErrorTitle);
    }

    [Theory(Timeout = 10000)]
    [InlineData("<p>not closed")]
    [InlineData("<p>a & b</p>")]
    [InlineData("<b><i>crossed</b></i>")]
    public async Task A_body_that_is_not_well_formed_is_refused_and_nothing_is_kept(string body)
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply reply = await site.PostAsync("/api/v2/pages", Page(site, "Broken", body));
        Reply list = await site.GetAsync("/api/v2/pages?title=Broken");

        Assert.Equal(400, reply.Status);
        Assert.Contains("Error parsing xhtml", reply.ErrorTitle, StringComparison.Ordinal);
        Assert.Empty(list.Each("id"));
    }

    [Theory(Timeout = 10000)]
    [InlineData("""{"title":"x"}""", "spaceId must not be null")]
    [InlineData("""{"spaceId":"32768"}""", "Title cannot be empty")]
    [InlineData("""[]""", "The request body must be a JSON object")]
    [InlineData("""{"spaceId":"32768","title":"x","body":{"representation":"storage"}}""", "The body must have a value")]
    [InlineData("""{"spaceId":"32768","title":"x","body":{"representation":"papyrus","value":""}}""", "Unsupported body representation: papyrus")]
    [InlineData("""{"spaceId":"32768","title":"x","status":"trashed"}""", "Provided value {trashed} for 'status' is not valid.")]
    [InlineData("""{"spaceId":"ENG","title":"x"}""", "Provided value {ENG} for 'spaceId' is not the correct type. Expected type is long.")]
    public async Task A_request_that_lacks_something_is_told_what(string request, string title)
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply reply = await site.PostAsync("/api/v2/pages", JsonNode.Parse(request)!);

        Assert.Equal((400, title), (reply.Status, reply.ErrorTitle));
    }

    [Fact(Timeout = 10000)]
    public async Task An_unknown_page_and_one_that_may_not_be_seen_are_answered_alike()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");

        Reply unknown = await site.GetAsync("/api/v2/pages/1", "diana");
        Reply hidden = await site.GetAsync($"/api/v2/pages/{page.Id}", "diana");

        Assert.Equal("""{"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}""", unknown.Text);
        Assert.Equal(unknown.Text, hidden.Text);
    }

    [Fact(Timeout = 10000)]
    public async Task An_id_that_is_no_number_is_a_wrong_type()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply reply = await site.GetAsync("/api/v2/pages/Docs");

        Assert.Equal((400, "Provided value {Docs} for 'id' is not the correct type. Expected type is long."), (reply.Status, reply.ErrorTitle));
    }

    [Fact(Timeout = 10000)]
    public async Task A_reader_may_not_write()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");

        Reply created = await site.PostAsync("/api/v2/pages", Page(site, "Mine"), "charlie");
        Reply updated = await site.PutAsync($"/api/v2/pages/{page.Id}", Update(page, 2), "charlie");
        Reply deleted = await site.DeleteAsync($"/api/v2/pages/{page.Id}", "charlie");

        Assert.Equal((403, 403, 403), (created.Status, updated.Status, deleted.Status));
        Assert.Single(page.Versions);
    }

    [Fact(Timeout = 10000)]
    public async Task An_update_writes_exactly_the_next_version()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");

        Reply stale = await site.PutAsync($"/api/v2/pages/{page.Id}", Update(page, 1));
        Reply skipping = await site.PutAsync($"/api/v2/pages/{page.Id}", Update(page, 3));
        Reply right = await site.PutAsync($"/api/v2/pages/{page.Id}", Update(page, 2, "<p>New</p>"), "bob");

        Assert.Equal((409, "CONFLICT"), (stale.Status, stale.ErrorCode));
        Assert.Equal("Version must be incremented when updating a page. Current Version: [1]. Provided version: [1]", stale.ErrorTitle);
        Assert.Equal(409, skipping.Status);
        Assert.Equal((200, 2, "because"), (right.Status, (int)right.Json["version"]!["number"]!, (string)right.Json["version"]!["message"]!));
        Assert.Equal("<p>New</p>", page.Body);
    }

    [Theory(Timeout = 10000)]
    [InlineData("id")]
    [InlineData("status")]
    [InlineData("title")]
    [InlineData("body")]
    [InlineData("version")]
    public async Task An_update_needs_every_field(string field)
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        JsonObject update = Update(page, 2);
        update.Remove(field);

        Reply reply = await site.PutAsync($"/api/v2/pages/{page.Id}", update);

        Assert.Equal((400, $"{field} must not be null"), (reply.Status, reply.ErrorTitle));
    }

    [Fact(Timeout = 10000)]
    public async Task Of_a_hundred_writers_of_one_version_exactly_one_wins()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");

        Reply[] replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => site.PutAsync($"/api/v2/pages/{page.Id}", Update(page, 2))));

        Assert.Equal(1, replies.Count(reply => reply.Status == 200));
        Assert.Equal(99, replies.Count(reply => reply.Status == 409));
        Assert.Equal(2, page.Versions.Count);
    }

    [Fact(Timeout = 10000)]
    public async Task A_page_moves_under_a_new_parent_but_never_under_itself()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content parent = site.AddPage("Parent");
        Content child = site.AddPage("Child", parentId: parent.Id);
        JsonObject under = Update(parent, 2);
        under["parentId"] = child.Id;
        JsonObject up = Update(child, 2);
        up["parentId"] = site.Space.HomepageId;

        Reply cycle = await site.PutAsync($"/api/v2/pages/{parent.Id}", under);
        Reply moved = await site.PutAsync($"/api/v2/pages/{child.Id}", up);

        Assert.Equal(400, cycle.Status);
        Assert.Equal(site.Space.HomepageId, (string)moved.Json["parentId"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task A_page_goes_to_the_trash_comes_back_and_is_purged()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        string path = $"/api/v2/pages/{page.Id}";

        Reply purgedTooEarly = await site.DeleteAsync($"{path}?purge=true");
        Reply trashed = await site.DeleteAsync(path, "bob");
        Reply gone = await site.GetAsync(path);
        Reply inTrash = await site.GetAsync($"{path}?status=trashed");
        Reply restored = await site.PutAsync(path, Update(page, 2, "<p>ignored</p>"), "bob");
        await site.DeleteAsync(path);
        Reply byEditor = await site.DeleteAsync($"{path}?purge=true", "bob");
        Reply byAdministrator = await site.DeleteAsync($"{path}?purge=true");
        Reply after = await site.GetAsync($"{path}?status=trashed");

        Assert.Equal(400, purgedTooEarly.Status);
        Assert.Equal((204, 404, 200), (trashed.Status, gone.Status, inTrash.Status));
        Assert.Equal(("trashed", "current"), ((string)inTrash.Json["status"]!, (string)restored.Json["status"]!));
        Assert.Equal((1, "<p>Hello</p>"), (page.Latest.Number, page.Body));
        Assert.Equal((403, 204, 404), (byEditor.Status, byAdministrator.Status, after.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task A_draft_is_its_authors_alone_until_it_is_published()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        JsonObject draft = Page(site, "Draft");
        draft["status"] = "draft";

        Reply created = await site.PostAsync("/api/v2/pages", draft, "bob");
        string path = $"/api/v2/pages/{created.Json["id"]}";
        Content page = site.Wiki.Find((string)created.Json["id"]!)!;
        Reply withoutAsking = await site.GetAsync(path, "bob");
        Reply asked = await site.GetAsync($"{path}?get-draft=true", "bob");
        Reply byOther = await site.GetAsync($"{path}?get-draft=true", "alice");
        Reply published = await site.PutAsync(path, Update(page, 1), "bob");
        Reply byReader = await site.GetAsync(path, "charlie");

        Assert.Equal((404, 200, 404), (withoutAsking.Status, asked.Status, byOther.Status));
        Assert.Equal(("draft", "current", 1), ((string)asked.Json["status"]!, (string)published.Json["status"]!, (int)published.Json["version"]!["number"]!));
        Assert.Equal(200, byReader.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task Unpublished_edits_of_a_page_can_be_read_and_discarded()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        JsonObject edit = Update(page, 1, "<p>Not yet</p>");
        edit["status"] = "draft";

        Reply saved = await site.PutAsync($"/api/v2/pages/{page.Id}", edit);
        Reply draft = await site.GetAsync($"/api/v2/pages/{page.Id}?get-draft=true&body-format=storage");
        Reply current = await site.GetAsync($"/api/v2/pages/{page.Id}?body-format=storage");
        Reply discarded = await site.DeleteAsync($"/api/v2/pages/{page.Id}?draft=true");
        Reply again = await site.DeleteAsync($"/api/v2/pages/{page.Id}?draft=true");

        Assert.Equal("draft", (string)saved.Json["status"]!);
        Assert.Equal("<p>Not yet</p>", (string)draft.Json["body"]!["storage"]!["value"]!);
        Assert.Equal("<p>Hello</p>", (string)current.Json["body"]!["storage"]!["value"]!);
        Assert.Equal((204, 404), (discarded.Status, again.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task A_title_alone_can_be_changed()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");

        Reply renamed = await site.PutAsync($"/api/v2/pages/{page.Id}/title", new JsonObject { ["status"] = "current", ["title"] = "Plan B" });
        Reply found = await site.GetAsync("/api/v2/pages?title=plan b");
        Reply lost = await site.GetAsync("/api/v2/pages?title=Plan");

        Assert.Equal(("Plan B", 2), ((string)renamed.Json["title"]!, (int)renamed.Json["version"]!["number"]!));
        Assert.Equal([page.Id], found.Each("id"));
        Assert.Empty(lost.Each("id"));
    }

    [Fact(Timeout = 10000)]
    public async Task A_page_can_come_with_everything_about_it()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        site.AddPage("Child", parentId: page.Id);
        site.Wiki.Write(wiki =>
        {
            wiki.AddLabel(site.User("alice"), page, "global", "Blue");
            wiki.AddProperty(site.User("alice"), page, "colour", "blue");
            wiki.Like(site.User("charlie"), page);
            wiki.Favour(page, site.User("alice"), favours: true);
            return 0;
        });

        Reply reply = await site.GetAsync(
            $"/api/v2/pages/{page.Id}?include-labels=true&include-properties=true&include-operations=true&include-likes=true&include-versions=true&include-version=false"
            + "&include-favorited-by-current-user-status=true&include-direct-children=true");

        Assert.Equal("blue", (string)reply.Json["labels"]!["results"]![0]!["name"]!);
        Assert.Equal("colour", (string)reply.Json["properties"]!["results"]![0]!["key"]!);
        Assert.Equal(site.User("charlie").AccountId, (string)reply.Json["likes"]!["results"]![0]!["accountId"]!);
        Assert.Contains(reply.Json["operations"]!["results"]!.AsArray(), operation => (string)operation!["operation"]! == "update");
        Assert.Single(reply.Json["versions"]!["results"]!.AsArray());
        Assert.Equal("Child", (string)reply.Json["directChildren"]!["results"]![0]!["title"]!);
        Assert.True((bool)reply.Json["isFavoritedByCurrentUser"]!);
        Assert.Null(reply.Json["version"]);
    }

    [Fact(Timeout = 10000)]
    public async Task A_past_version_is_read_as_historical()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        await site.PutAsync($"/api/v2/pages/{page.Id}", Update(page, 2, "<p>New</p>"));

        Reply old = await site.GetAsync($"/api/v2/pages/{page.Id}?version=1&body-format=storage");
        Reply none = await site.GetAsync($"/api/v2/pages/{page.Id}?version=3");

        Assert.Equal(("historical", "<p>Hello</p>"), ((string)old.Json["status"]!, (string)old.Json["body"]!["storage"]!["value"]!));
        Assert.Equal(404, none.Status);
    }

    [Theory(Timeout = 10000)]
    [InlineData("view")]
    [InlineData("export_view")]
    [InlineData("styled_view")]
    [InlineData("anonymous_export_view")]
    [InlineData("editor")]
    [InlineData("atlas_doc_format")]
    [InlineData("storage")]
    public async Task A_page_is_read_in_every_body_format(string format)
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");

        Reply reply = await site.GetAsync($"/api/v2/pages/{page.Id}?body-format={format}");

        Assert.Equal(format, (string)reply.Json["body"]![format]!["representation"]!);
        Assert.Contains("Hello", (string)reply.Json["body"]![format]!["value"]!, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_body_format_that_does_not_exist_is_refused()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply alone = await site.GetAsync($"/api/v2/pages/{site.Space.HomepageId}?body-format=papyrus");
        Reply inList = await site.GetAsync("/api/v2/pages?body-format=view");

        Assert.Equal((400, 400), (alone.Status, inList.Status));
    }

    internal static JsonObject Page(TeamSite site, string title, string body = "<p>Hello</p>") => new()
    {
        ["spaceId"] = site.Space.IdText,
        ["status"] = "current",
        ["title"] = title,
        ["body"] = new JsonObject { ["representation"] = "storage", ["value"] = body },
    };

    internal static JsonObject Update(Content page, int version, string body = "<p>Hello</p>") => new()
    {
        ["id"] = page.Id,
        ["status"] = "current",
        ["title"] = page.Title,
        ["body"] = new JsonObject { ["representation"] = "storage", ["value"] = body },
        ["version"] = new JsonObject { ["number"] = version, ["message"] = "because" },
    };
}
