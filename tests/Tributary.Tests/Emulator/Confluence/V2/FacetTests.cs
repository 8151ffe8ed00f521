using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V2;

/// <summary>What hangs on contents: attachments, properties, likes, tasks, custom content.</summary>
public sealed class FacetTests
{
    [Fact(Timeout = 10000)]
    public async Task Attachments_are_listed_filtered_read_by_version_trashed_and_purged()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        Attachment picture = site.Wiki.Write(wiki =>
        {
            Attachment added = wiki.AddAttachment(site.User("bob"), page, "a b.png", new FileVersion("image/png", [1, 2, 3]), "first", minor: false);
            wiki.AddAttachment(site.User("bob"), page, "notes.txt", new FileVersion("text/plain", [4]), "", minor: false);
            return wiki.UpdateAttachmentData(site.User("bob"), added, new FileVersion("image/png", [1, 2, 3, 4]), "second", minor: true);
        });
        string path = $"/api/v2/attachments/{picture.Id}";

        Reply list = await site.GetAsync($"/api/v2/pages/{page.Id}/attachments?mediaType=image/png");
        Reply named = await site.GetAsync("/api/v2/attachments?filename=notes.txt");
        Reply old = await site.GetAsync($"{path}?version=1&include-versions=true");
        Reply trashed = await site.DeleteAsync(path, "bob");
        Reply after = await site.GetAsync($"/api/v2/pages/{page.Id}/attachments");
        Reply purged = await site.DeleteAsync($"{path}?purge=true");

        Assert.StartsWith("att", picture.Id, StringComparison.Ordinal);
        Assert.Equal((picture.Id, 4, "second", "PNG Image"), ((string)list.Json["results"]![0]!["id"]!, (int)list.Json["results"]![0]!["fileSize"]!, (string)list.Json["results"]![0]!["comment"]!, (string)list.Json["results"]![0]!["mediaTypeDescription"]!));
        Assert.Equal(["notes.txt"], named.Each("title"));
        Assert.Equal((3, 2), ((int)old.Json["fileSize"]!, old.Json["versions"]!["results"]!.AsArray().Count));
        Assert.StartsWith($"/download/attachments/{page.Id}/a%20b.png?version=1&", (string)old.Json["downloadLink"]!, StringComparison.Ordinal);
        Assert.Equal((204, 204), (trashed.Status, purged.Status));
        Assert.Equal(["notes.txt"], after.Each("title"));
    }

    [Fact(Timeout = 10000)]
    public async Task A_thumbnail_is_at_the_media_host_behind_a_token_that_expires()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Attachment picture = site.Wiki.Write(wiki => wiki.AddAttachment(site.User("bob"), wiki.Find(site.Space.HomepageId!)!, "a.png", new FileVersion("image/png", [1, 2, 3]), "", minor: false));

        Reply redirect = await site.GetAsync($"/api/v2/attachments/{picture.Id}/thumbnail/download");
        string address = redirect.Headers.Location!.ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        Reply bytes = await site.SendAsync(request);
        using var forged = new HttpRequestMessage(HttpMethod.Get, address.Replace("token=5", "token=6", StringComparison.Ordinal));
        Reply refused = await site.SendAsync(forged);

        Assert.StartsWith(site.Server.MediaUrl.ToString(), address, StringComparison.Ordinal);
        Assert.Equal((302, 200, "image/png", 3L), (redirect.Status, bytes.Status, bytes.ContentHeaders.ContentType!.MediaType, bytes.ContentHeaders.ContentLength));
        Assert.Equal(403, refused.Status);
    }

    [Theory(Timeout = 10000)]
    [InlineData("pages")]
    [InlineData("spaces")]
    public async Task A_property_is_kept_under_its_key_and_versioned(string kind)
    {
        await using TeamSite site = await TeamSite.StartAsync();
        string path = $"/api/v2/{kind}/{(kind == "pages" ? site.Space.HomepageId : site.Space.IdText)}/properties";

        Reply created = await site.PostAsync(path, new JsonObject { ["key"] = "colour", ["value"] = new JsonObject { ["rgb"] = 255 } });
        Reply again = await site.PostAsync(path, new JsonObject { ["key"] = "colour", ["value"] = 1 });
        string one = $"{path}/{created.Json["id"]}";
        Reply stale = await site.PutAsync(one, Property(1));
        Reply updated = await site.PutAsync(one, Property(2));
        Reply list = await site.GetAsync($"{path}?key=colour");
        Reply deleted = await site.DeleteAsync(one);
        Reply gone = await site.GetAsync(one);

        Assert.Equal((kind == "pages" ? 200 : 201, 255), (created.Status, (int)created.Json["value"]!["rgb"]!));
        Assert.Equal((409, 409), (again.Status, stale.Status));
        Assert.Equal((2, "blue"), ((int)updated.Json["version"]!["number"]!, (string)updated.Json["value"]!));
        Assert.Equal(["colour"], list.Each("key"));
        Assert.Equal((204, 404), (deleted.Status, gone.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task A_reader_may_not_write_properties_and_nobody_writes_large_ones()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        string path = $"/api/v2/pages/{site.Space.HomepageId}/properties";

        Reply byReader = await site.PostAsync(path, new JsonObject { ["key"] = "k", ["value"] = 1 }, "charlie");
        Reply large = await site.PostAsync(path, new JsonObject { ["key"] = "k", ["value"] = new string('x', 40_000) });

        Assert.Equal((403, 413), (byReader.Status, large.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task Likes_are_counted_and_named()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        site.Wiki.Write(wiki =>
        {
            wiki.Like(site.User("bob"), page);
            wiki.Like(site.User("bob"), page);
            wiki.Like(site.User("charlie"), page);
            return 0;
        });

        Reply count = await site.GetAsync($"/api/v2/pages/{page.Id}/likes/count");
        Reply users = await site.GetAsync($"/api/v2/pages/{page.Id}/likes/users");

        Assert.Equal("""{"count":2}""", count.Text);
        Assert.Equal([site.User("bob").AccountId, site.User("charlie").AccountId], users.Each("accountId"));
    }

    [Fact(Timeout = 10000)]
    public async Task Tasks_are_read_from_the_body_and_ticked_in_it()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        string bob = site.User("bob").AccountId;
        string body = "<ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>incomplete</ac:task-status>"
            + $"<ac:task-body>Call <ac:link><ri:user ri:account-id=\"{bob}\" /></ac:link> by <time datetime=\"2026-03-04\" /></ac:task-body></ac:task></ac:task-list>";
        Content page = site.AddPage("Plan", body);

        Reply list = await site.GetAsync($"/api/v2/tasks?assigned-to={bob}&status=incomplete&page-id={page.Id}&body-format=storage");
        JsonNode task = list.Json["results"]![0]!;
        Reply ticked = await site.PutAsync($"/api/v2/tasks/{task["id"]}", new JsonObject { ["status"] = "complete" }, "bob");
        Reply byReader = await site.PutAsync($"/api/v2/tasks/{task["id"]}", new JsonObject { ["status"] = "incomplete" }, "charlie");
        Reply open = await site.GetAsync("/api/v2/tasks?status=incomplete");

        Assert.Equal(("7", bob, "2026-03-04T00:00:00.000Z"), ((string)task["localId"]!, (string)task["assignedTo"]!, (string)task["dueAt"]!));
        Assert.Equal(("complete", bob), ((string)ticked.Json["status"]!, (string)ticked.Json["completedBy"]!));
        Assert.Equal(body.Replace("incomplete", "complete", StringComparison.Ordinal), page.Body);
        Assert.Equal(403, byReader.Status);
        Assert.Empty(open.Each("id"));
    }

    [Fact(Timeout = 10000)]
    public async Task Custom_content_lies_on_a_page_and_may_be_raw()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        var request = new JsonObject
        {
            ["type"] = "ac:app:note",
            ["pageId"] = page.Id,
            ["title"] = "Note",
            ["body"] = new JsonObject { ["representation"] = "raw", ["value"] = "{not xml" },
        };

        Reply created = await site.PostAsync("/api/v2/custom-content", request, "bob");
        string path = $"/api/v2/custom-content/{created.Json["id"]}";
        Reply list = await site.GetAsync($"/api/v2/pages/{page.Id}/custom-content?type=ac:app:note&body-format=raw");
        Reply untyped = await site.GetAsync($"/api/v2/pages/{page.Id}/custom-content");
        request["version"] = new JsonObject { ["number"] = 2 };
        Reply updated = await site.PutAsync(path, request);
        Reply versions = await site.GetAsync($"{path}/versions");
        Reply deleted = await site.DeleteAsync(path);

        Assert.Equal((201, page.Id), (created.Status, (string)created.Json["pageId"]!));
        Assert.Equal("{not xml", (string)list.Json["results"]![0]!["body"]!["raw"]!["value"]!);
        Assert.Equal((400, 200, 204), (untyped.Status, updated.Status, deleted.Status));
        Assert.Equal(["2", "1"], versions.Each("number"));
    }

    private static JsonObject Property(int version) => new()
    {
        ["key"] = "colour",
        ["value"] = "blue",
        ["version"] = new JsonObject { ["number"] = version },
    };
}
