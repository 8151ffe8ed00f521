using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V2;

public sealed class CommentTests
{
    [Fact(Timeout = 10000)]
    public async Task A_footer_comment_is_written_answered_edited_and_deleted_with_its_answers()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");

        Reply top = await site.PostAsync("/api/v2/footer-comments", Comment(("pageId", page.Id)), "bob");
        string id = (string)top.Json["id"]!;
        Reply answer = await site.PostAsync("/api/v2/footer-comments", Comment(("parentCommentId", id)), "alice");
        Reply list = await site.GetAsync($"/api/v2/pages/{page.Id}/footer-comments?body-format=storage");
        Reply children = await site.GetAsync($"/api/v2/footer-comments/{id}/children");
        Reply stale = await site.PutAsync($"/api/v2/footer-comments/{id}", Edit(1), "bob");
        Reply edited = await site.PutAsync($"/api/v2/footer-comments/{id}", Edit(2), "bob");
        Reply deleted = await site.DeleteAsync($"/api/v2/footer-comments/{id}", "bob");
        Reply gone = await site.GetAsync($"/api/v2/footer-comments/{answer.Json["id"]}");

        Assert.Equal((201, page.Id, "Re: Plan"), (top.Status, (string)top.Json["pageId"]!, (string)top.Json["title"]!));
        Assert.Equal([id], list.Each("id"));
        Assert.Equal("<p>Nice</p>", (string)list.Json["results"]![0]!["body"]!["storage"]!["value"]!);
        Assert.Equal([(string)answer.Json["id"]!], children.Each("id"));
        Assert.Equal((409, 200), (stale.Status, edited.Status));
        Assert.Equal((204, 404), (deleted.Status, gone.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task A_comment_is_its_authors_and_the_administrators()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        Reply comment = await site.PostAsync("/api/v2/footer-comments", Comment(("pageId", page.Id)), "alice");

        Reply byOther = await site.PutAsync($"/api/v2/footer-comments/{comment.Json["id"]}", Edit(2), "bob");
        Reply byReader = await site.PostAsync("/api/v2/footer-comments", Comment(("pageId", page.Id)), "charlie");
        Reply byOutsider = await site.PostAsync("/api/v2/footer-comments", Comment(("pageId", page.Id)), "diana");

        Assert.Equal((403, 403, 404), (byOther.Status, byReader.Status, byOutsider.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task A_comment_belongs_to_exactly_one_thing()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply none = await site.PostAsync("/api/v2/footer-comments", Comment());
        Reply two = await site.PostAsync("/api/v2/footer-comments", Comment(("pageId", "1"), ("blogPostId", "2")));
        Reply broken = await site.PostAsync("/api/v2/footer-comments", Comment(("pageId", site.Space.HomepageId!), ("value", "<p>")));

        Assert.Equal((400, 400, 400), (none.Status, two.Status, broken.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task An_inline_comment_marks_the_words_that_it_is_about()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan", "<p>one two one</p>");

        Reply created = await site.PostAsync("/api/v2/inline-comments", Inline(page, "one", count: 2, index: 1), "bob");
        Reply list = await site.GetAsync($"/api/v2/pages/{page.Id}/inline-comments");
        string marker = (string)created.Json["properties"]!["inlineMarkerRef"]!;

        Assert.Equal((201, "open", "one"), (created.Status, (string)created.Json["resolutionStatus"]!, (string)created.Json["properties"]!["inlineOriginalSelection"]!));
        Assert.Equal($"<p>one two <ac:inline-comment-marker ac:ref=\"{marker}\">one</ac:inline-comment-marker></p>", page.Body);
        Assert.Single(page.Versions);
        Assert.Equal(marker, (string)list.Json["results"]![0]!["properties"]!["inline-marker-ref"]!);
    }

    [Theory(Timeout = 10000)]
    [InlineData("three", 1, 0)]
    [InlineData("one", 1, 0)]
    [InlineData("one", 2, 2)]
    [InlineData("p>one", 1, 0)]
    public async Task Words_that_are_not_there_as_often_as_said_are_refused(string selection, int count, int index)
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan", "<p>one two one</p>");

        Reply reply = await site.PostAsync("/api/v2/inline-comments", Inline(page, selection, count, index));

        Assert.Equal(400, reply.Status);
        Assert.Equal("<p>one two one</p>", page.Body);
    }

    [Fact(Timeout = 10000)]
    public async Task An_inline_comment_is_resolved_reopened_and_dangles_when_its_words_go()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan", "<p>one two</p>");
        Reply created = await site.PostAsync("/api/v2/inline-comments", Inline(page, "two", 1, 0), "alice");
        string path = $"/api/v2/inline-comments/{created.Json["id"]}";

        Reply resolved = await site.PutAsync(path, Resolve(2, resolved: true), "bob");
        Reply open = await site.GetAsync($"/api/v2/pages/{page.Id}/inline-comments?resolution-status=open");
        Reply reopened = await site.PutAsync(path, Resolve(3, resolved: false), "bob");
        await site.PutAsync($"/api/v2/pages/{page.Id}", PageTests.Update(page, 2, "<p>other</p>"));
        Reply dangling = await site.GetAsync(path);

        Assert.Equal(("resolved", site.User("bob").AccountId), ((string)resolved.Json["resolutionStatus"]!, (string)resolved.Json["resolutionLastModifierId"]!));
        Assert.Empty(open.Each("id"));
        Assert.Equal(("reopened", "dangling"), ((string)reopened.Json["resolutionStatus"]!, (string)dangling.Json["resolutionStatus"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task An_inline_comment_is_answered()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan", "<p>one two</p>");
        Reply created = await site.PostAsync("/api/v2/inline-comments", Inline(page, "two", 1, 0));
        string id = (string)created.Json["id"]!;

        Reply answer = await site.PostAsync("/api/v2/inline-comments", Comment(("parentCommentId", id)));
        Reply children = await site.GetAsync($"/api/v2/inline-comments/{id}/children");
        Reply asFooter = await site.GetAsync($"/api/v2/footer-comments/{id}");

        Assert.Equal((201, id), (answer.Status, (string)answer.Json["parentCommentId"]!));
        Assert.Equal([(string)answer.Json["id"]!], children.Each("id"));
        Assert.Equal(404, asFooter.Status);
    }

    private static JsonObject Comment(params (string Name, string Value)[] fields)
    {
        var json = new JsonObject { ["body"] = new JsonObject { ["representation"] = "storage", ["value"] = "<p>Nice</p>" } };
        foreach ((string name, string value) in fields)
        {
            if (name == "value")
            {
                json["body"]!["value"] = value;
            }
            else
            {
                json[name] = value;
            }
        }

        return json;
    }

    private static JsonObject Edit(int version) => new()
    {
        ["version"] = new JsonObject { ["number"] = version },
        ["body"] = new JsonObject { ["representation"] = "storage", ["value"] = "<p>Nicer</p>" },
    };

    private static JsonObject Inline(Content page, string selection, int count, int index)
    {
        JsonObject json = Comment(("pageId", page.Id));
        json["inlineCommentProperties"] = new JsonObject { ["textSelection"] = selection, ["textSelectionMatchCount"] = count, ["textSelectionMatchIndex"] = index };
        return json;
    }

    private static JsonObject Resolve(int version, bool resolved) => new()
    {
        ["version"] = new JsonObject { ["number"] = version },
        ["body"] = new JsonObject { ["representation"] = "storage", ["value"] = "<p>Nice</p>" },
        ["resolved"] = resolved,
    };
}
