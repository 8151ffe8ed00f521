using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>Data Center's comments, which are content.</summary>
public sealed class CommentTests
{
    [Fact(Timeout = 10000)]
    public async Task A_comment_and_its_answer_are_listed_by_depth()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan");
        Reply comment = await site.PostAsync("/rest/api/content", Comment(page, "<p>A remark</p>"), "bob");
        JsonObject answer = Comment(page, "<p>An answer</p>");
        answer["ancestors"] = new JsonArray(new JsonObject { ["id"] = (string)comment.Json["id"]! });
        Reply answered = await site.PostAsync("/rest/api/content", answer, "bob");
        string path = $"/rest/api/content/{page.Id}/child/comment";

        Reply top = await site.GetAsync(path + "?expand=body.storage,extensions.resolution");
        Reply all = await site.GetAsync(path + "?depth=all");
        Reply answers = await site.GetAsync($"/rest/api/content/{comment.Json["id"]}/child/comment");

        Assert.Equal(("comment", "Re: Plan", page.Id), ((string)comment.Json["type"]!, (string)comment.Json["title"]!, (string)comment.Json["container"]!["id"]!));
        Assert.Equal([(string)comment.Json["id"]!], top.Each("id"));
        Assert.Equal("<p>A remark</p>", (string)top.Json["results"]![0]!["body"]!["storage"]!["value"]!);
        Assert.Equal([(string)comment.Json["id"]!, (string)answered.Json["id"]!], all.Each("id"));
        Assert.Equal([(string)answered.Json["id"]!], answers.Each("id"));
    }

    [Fact(Timeout = 10000)]
    public async Task Comments_are_told_apart_by_location()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan", "<p>An odd word</p>");
        await site.PostAsync("/rest/api/content", Comment(page, "<p>Below</p>"), "bob");
        JsonObject inline = Comment(page, "<p>Why odd?</p>");
        inline["extensions"] = new JsonObject { ["location"] = "inline", ["inlineProperties"] = new JsonObject { ["originalSelection"] = "odd" } };
        string inlineId = (string)(await site.PostAsync("/rest/api/content", inline, "bob")).Json["id"]!;
        string path = $"/rest/api/content/{page.Id}/child/comment";

        Reply footer = await site.GetAsync(path + "?location=footer");
        Reply open = await site.GetAsync(path + "?location=inline&expand=extensions.inlineProperties");
        await site.PutAsync($"/rest/api/content/{inlineId}", Change(2, "<p>Why odd?</p>", resolved: true), "bob");
        Reply resolved = await site.GetAsync(path + "?location=resolved&expand=extensions.resolution");
        Reply wrong = await site.GetAsync(path + "?location=attic");

        Assert.Single(footer.Each("id"));
        Assert.Equal("odd", (string)open.Json["results"]![0]!["extensions"]!["inlineProperties"]!["originalSelection"]!);
        Assert.Contains("<ac:inline-comment-marker ac:ref=", page.Body, StringComparison.Ordinal);
        Assert.Equal("resolved", (string)resolved.Json["results"]![0]!["extensions"]!["resolution"]!["status"]!);
        Assert.Equal((400, V1Site.BadRequest(EmulatedDeployment.DataCenter, "Unsupported location: attic")), (wrong.Status, wrong.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task A_comment_is_changed_on_its_next_version_and_deleted_for_good()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan");
        string path = $"/rest/api/content/{(await site.PostAsync("/rest/api/content", Comment(page, "<p>A remark</p>"), "bob")).Json["id"]}";

        Reply changed = await site.PutAsync(path, Change(2, "<p>Better</p>"), "bob");
        Reply stale = await site.PutAsync(path, Change(2, "<p>Late</p>"), "bob");
        Reply deleted = await site.DeleteAsync(path, "bob");

        Assert.Equal((200, 2), (changed.Status, (int)changed.Json["version"]!["number"]!));
        Assert.Equal((409, 204), (stale.Status, deleted.Status));
        Assert.Empty(site.Wiki.CommentsOn(page));
    }

    [Fact(Timeout = 10000)]
    public async Task A_comment_needs_a_body_and_a_container_that_can_be_seen()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan");
        JsonObject empty = Comment(page, "");
        empty.Remove("body");

        Reply bodiless = await site.PostAsync("/rest/api/content", empty, "bob");
        Reply broken = await site.PostAsync("/rest/api/content", Comment(page, "<p>open"), "bob");
        Reply outsider = await site.PostAsync("/rest/api/content", Comment(page, "<p>x</p>"), "diana");

        Assert.Equal((400, V1Site.BadRequest(EmulatedDeployment.DataCenter, "A comment needs a body")), (bodiless.Status, bodiless.Text));
        Assert.Equal((400, 404), (broken.Status, outsider.Status));
    }

    private static JsonObject Comment(Content page, string body) => new()
    {
        ["type"] = "comment",
        ["container"] = new JsonObject { ["id"] = page.Id, ["type"] = "page" },
        ["body"] = V1Site.Storage(body),
    };

    private static JsonObject Change(int version, string body, bool resolved = false)
    {
        var change = new JsonObject { ["type"] = "comment", ["version"] = new JsonObject { ["number"] = version }, ["body"] = V1Site.Storage(body) };
        if (resolved) change["extensions"] = new JsonObject { ["resolution"] = new JsonObject { ["status"] = "resolved" } };
        return change;
    }
}
