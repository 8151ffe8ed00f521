using System.Text.Json.Nodes;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira;

public sealed class CommentTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.All), MemberType = typeof(JiraSite))]
    public async Task A_comment_is_written_changed_read_and_deleted(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply made = await site.PostAsync("/issue/ENG-1/comment", new JsonObject { ["body"] = site.Text("It leaks.") });
        string path = $"/issue/ENG-1/comment/{made.Json["id"]}";
        Reply changed = await site.PutAsync(path, new JsonObject { ["body"] = site.Text("It leaks much.") }, "alice");
        Reply read = await site.GetAsync(path + "?expand=renderedBody", "charlie");
        Reply deleted = await site.DeleteAsync(path);
        Reply gone = await site.GetAsync(path);

        Assert.Equal((201, "Bob"), (made.Status, (string)made.Json["author"]!["displayName"]!));
        Assert.True(JsonNode.DeepEquals(site.Text("It leaks."), made.Json["body"]));
        Assert.Equal((200, "Bob", "Alice"), (changed.Status, (string)changed.Json["author"]!["displayName"]!, (string)changed.Json["updateAuthor"]!["displayName"]!));
        Assert.Equal("<p>It leaks much.</p>", ((string)read.Json["renderedBody"]!).Trim());
        Assert.Equal((204, 404, $"Can not find a comment for the id: {made.Json["id"]}."), (deleted.Status, gone.Status, gone.Message()));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Comments_come_in_pages_in_either_order(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        Issue issue = site.AddIssue();
        foreach (string text in (string[])["one", "two", "three"]) await site.PostAsync("/issue/ENG-1/comment", new JsonObject { ["body"] = site.Text(text) });
        string[] ids = [.. issue.Comments.Select(comment => $"{comment.Id}")];

        Reply page = await site.GetAsync("/issue/ENG-1/comment?startAt=1&maxResults=1");
        Reply newest = await site.GetAsync("/issue/ENG-1/comment?orderBy=-created");
        Reply wrong = await site.GetAsync("/issue/ENG-1/comment?orderBy=author");

        Assert.Equal((1, 1, 3), ((int)page.Json["startAt"]!, (int)page.Json["maxResults"]!, (int)page.Json["total"]!));
        Assert.Equal([ids[1]], page.Json["comments"].Each("id"));
        Assert.Equal(ids.Reverse(), newest.Json["comments"].Each("id"));
        Assert.Equal(400, wrong.Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_comment_for_some_is_hidden_from_the_others(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();
        await site.PostAsync("/issue/ENG-1/comment", Comment(site, "role", "Developers"));
        Reply forAdministrators = await site.PostAsync("/issue/ENG-1/comment", Comment(site, "role", "Administrators"), "alice");
        await site.PostAsync("/issue/ENG-1/comment", Comment(site, "group", Wiki.UsersGroup));

        Assert.Equal(("role", "Administrators"), ((string)forAdministrators.Json["visibility"]!["type"]!, (string)forAdministrators.Json["visibility"]!["value"]!));
        Assert.Equal((3, 2, 1), (await CountAsync("alice"), await CountAsync("bob"), await CountAsync("charlie")));
        Assert.Equal(404, (await site.GetAsync($"/issue/ENG-1/comment/{forAdministrators.Json["id"]}")).Status);
        async Task<int> CountAsync(string user) => (int)(await site.GetAsync("/issue/ENG-1?fields=comment", user)).Field("comment")["total"]!;
    }

    [Theory(Timeout = 10000)]
    [InlineData("role", "Pirates", "Role: Pirates does not exist.")]
    [InlineData("role", "Administrators", "You are currently not a member of the project role: Administrators.")]
    [InlineData("group", "pirates", "Group: pirates does not exist.")]
    [InlineData("group", Wiki.AdministratorsGroup, "You are currently not a member of the group: confluence-administrators.")]
    public async Task A_comment_for_whom_its_author_does_not_belong_to_is_refused(string type, string name, string message)
    {
        foreach (Api api in (Api[])[Api.CloudV3, Api.DataCenter])
        {
            await using JiraSite site = await JiraSite.StartAsync(api);
            Issue issue = site.AddIssue();

            Reply reply = await site.PostAsync("/issue/ENG-1/comment", Comment(site, type, name));

            Assert.Equal((400, message), (reply.Status, reply.Error("commentLevel")));
            Assert.Empty(issue.Comments);
        }
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task An_empty_comment_is_refused_and_so_is_one_of_a_reader_or_a_change_of_another_s(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();
        Reply alices = await site.PostAsync("/issue/ENG-1/comment", new JsonObject { ["body"] = site.Text("Mine.") }, "alice");
        string path = $"/issue/ENG-1/comment/{alices.Json["id"]}";

        Reply empty = await site.PostAsync("/issue/ENG-1/comment", new JsonObject());
        Reply reader = await site.PostAsync("/issue/ENG-1/comment", new JsonObject { ["body"] = site.Text("Me too.") }, "charlie");
        Reply changed = await site.PutAsync(path, new JsonObject { ["body"] = site.Text("Mine!") });
        Reply deleted = await site.DeleteAsync(path);
        Reply outsider = await site.PostAsync("/issue/ENG-1/comment", new JsonObject { ["body"] = site.Text("Hello") }, "diana");

        Assert.Equal((400, "Comment body can not be empty!"), (empty.Status, empty.Error("comment")));
        Assert.Equal((400, "Charlie, you do not have the permission to comment on this issue."), (reader.Status, reader.Message()));
        Assert.Equal((400, 400, "You do not have the permission to edit this comment."), (changed.Status, deleted.Status, deleted.Message()));
        Assert.Equal(404, outsider.Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_note_of_a_service_project_may_be_internal(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue("Server down", Catalog.Incident, project: "SUP");

        Reply reply = await site.PostAsync("/issue/SUP-1/comment", new JsonObject
        {
            ["body"] = site.Text("Between us."),
            ["properties"] = new JsonArray(new JsonObject { ["key"] = "sd.public.comment", ["value"] = new JsonObject { ["internal"] = true } }),
        });

        Assert.Equal((201, false), (reply.Status, (bool)reply.Json["jsdPublic"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_reads_comments_of_many_issues_by_their_ids()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        site.AddIssue();
        site.AddIssue("Second");
        Reply first = await site.PostAsync("/issue/ENG-1/comment", new JsonObject { ["body"] = site.Text("one") }), second = await site.PostAsync("/issue/ENG-2/comment", new JsonObject { ["body"] = site.Text("two") });

        Reply reply = await site.PostAsync("/comment/list", new JsonObject { ["ids"] = new JsonArray(Id(first), Id(second), 1) });

        Assert.Equal([$"{Id(first)}", $"{Id(second)}"], reply.Json["values"].Each("id"));
        static long Id(Reply reply) => long.Parse((string)reply.Json["id"]!, null);
    }

    private static JsonObject Comment(JiraSite site, string type, string name) => new()
    {
        ["body"] = site.Text("Between us."),
        ["visibility"] = new JsonObject { ["type"] = type, ["value"] = name },
    };
}
