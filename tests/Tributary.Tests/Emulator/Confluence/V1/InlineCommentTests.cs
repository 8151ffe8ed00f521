using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>The addresses by which the pages of Data Center add, answer and settle inline comments.</summary>
public sealed class InlineCommentTests
{
    private const string Comments = "/rest/inlinecomments/1.0/comments";

    [Fact(Timeout = 10000)]
    public async Task A_comment_is_added_to_words_answered_and_settled()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Page", "<p>quay quay</p>");

        Reply added = await site.PostAsync(Comments, Selection(page, "quay", 2, 1), "bob");
        string id = added.Json["id"]!.ToString();
        Reply answer = await site.PostAsync($"{Comments}/{id}/replies?containerId={page.Id}", new JsonObject { ["body"] = "<p>a</p>", ["commentId"] = long.Parse(id) }, "bob");
        Reply settled = await site.PutAsync($"{Comments}/{id}/resolve/true/dangling/false", new JsonObject { ["id"] = id }, "bob");

        Assert.Equal((200, 200, 200), (added.Status, answer.Status, settled.Status));
        Assert.Equal(("quay", "Bob", "<p>?</p>"), ((string)added.Json["originalSelection"]!, (string)added.Json["authorDisplayName"]!, (string)added.Json["body"]!));
        Assert.Contains($"<p>quay <ac:inline-comment-marker ac:ref=\"{added.Json["markerRef"]}\">quay<", site.Wiki.Find(page.Id)!.Body, StringComparison.Ordinal);
        Assert.Equal(id, answer.Json["commentId"]!.ToString());
        Assert.True((bool)settled.Json["resolveProperties"]!["resolved"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task Words_that_are_not_there_answers_and_readers_are_refused_and_Cloud_has_no_such_address()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync(), cloud = await TeamSite.StartAsync();
        Content page = site.AddPage("Page", "<p>quay</p>");
        Reply added = await site.PostAsync(Comments, Selection(page, "quay", 1, 0), "bob");
        Reply answer = await site.PostAsync($"{Comments}/{added.Json["id"]}/replies?containerId={page.Id}", new JsonObject { ["body"] = "<p>a</p>" }, "bob");

        Assert.Equal(400, (await site.PostAsync(Comments, Selection(page, "pier", 1, 0), "bob")).Status);
        Assert.Equal(403, (await site.PostAsync(Comments, Selection(page, "qu", 1, 0), "charlie")).Status);
        Assert.Equal(404, (await site.PutAsync($"{Comments}/{answer.Json["id"]}/resolve/true/dangling/false", new JsonObject(), "bob")).Status);
        Assert.Equal(400, (await site.PostAsync($"{Comments}/{added.Json["id"]}/replies?containerId=1", new JsonObject { ["body"] = "<p>a</p>" }, "bob")).Status);
        Assert.Equal(404, (await cloud.PostAsync(Comments, new JsonObject(), "bob")).Status);
    }

    [Fact(Timeout = 10000)]
    public async Task A_look_at_a_page_with_a_browser_counts_as_a_view_on_Cloud()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Page");
        for (int look = 0; look < 2; look++)
            await site.GetAsync($"/pages/viewpage.action?pageId={page.Id}", "bob");

        Reply views = await site.GetAsync($"/rest/api/analytics/content/{page.Id}/views", "bob"), viewers = await site.GetAsync($"/rest/api/analytics/content/{page.Id}/viewers", "bob");

        Assert.Equal($$"""{"id":{{page.Id}},"count":2}""", views.Text);
        Assert.Equal($$"""{"id":{{page.Id}},"count":1}""", viewers.Text);
        Assert.Equal(404, (await site.GetAsync($"/rest/api/analytics/content/{page.Id}/views", "diana")).Status);
    }

    private static JsonObject Selection(Content page, string words, int count, int index) => new()
    {
        ["originalSelection"] = words,
        ["body"] = "<p>?</p>",
        ["numMatches"] = count,
        ["matchIndex"] = index,
        ["containerId"] = page.Id,
        ["parentCommentId"] = "0",
        ["serializedHighlights"] = "[]",
    };
}
