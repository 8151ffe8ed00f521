using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>Data Center's addresses beside <c>/rest/api</c>: boxes ticked, likes given.</summary>
public sealed class TaskTests
{
    public const string TwoTasks =
        "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>First</ac:task-body></ac:task>"
        + "<ac:task><ac:task-id>2</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Second</ac:task-body></ac:task></ac:task-list>";

    [Fact(Timeout = 10000)]
    public async Task A_ticked_box_is_a_minor_version_in_which_nothing_else_has_changed()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Tasks", TwoTasks);

        Reply reply = await site.PutAsync($"/rest/inlinetasks/1/task/{page.Id}/2", new JsonObject { ["status"] = "CHECKED", ["trigger"] = "VIEW_PAGE" }, "bob");

        Assert.Equal((200, "CHECKED"), (reply.Status, (string)reply.Json["status"]!));
        Assert.Equal((2, true), (page.Latest.Number, page.Latest.Minor));
        int second = TwoTasks.LastIndexOf("incomplete", StringComparison.Ordinal);
        Assert.Equal(TwoTasks[..second] + TwoTasks[(second + 2)..], page.Body);
    }

    [Fact(Timeout = 10000)]
    public async Task A_box_that_is_not_there_or_not_ones_own_to_tick_stays_as_it_is()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Tasks", TwoTasks);
        var ticked = new JsonObject { ["status"] = "CHECKED" };

        Reply absent = await site.PutAsync($"/rest/inlinetasks/1/task/{page.Id}/7", ticked.DeepClone());
        Reply reader = await site.PutAsync($"/rest/inlinetasks/1/task/{page.Id}/1", ticked.DeepClone(), "charlie");
        Reply wrong = await site.PutAsync($"/rest/inlinetasks/1/task/{page.Id}/1", new JsonObject { ["status"] = "DONE" });

        Assert.Equal((404, 403, 400), (absent.Status, reader.Status, wrong.Status));
        Assert.Equal(TwoTasks, page.Body);
    }

    [Fact(Timeout = 10000)]
    public async Task A_content_is_liked_once_by_each_and_liked_no_more()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        string path = $"/rest/likes/1.0/content/{site.AddPage("Plan").Id}/likes";

        Reply liked = await site.PostAsync(path, new JsonObject(), "charlie");
        Reply again = await site.PostAsync(path, new JsonObject(), "charlie");
        Reply read = await site.GetAsync(path);
        await site.DeleteAsync(path, "charlie");
        Reply after = await site.GetAsync(path);
        Reply hidden = await site.PostAsync(path, new JsonObject(), "diana");

        Assert.Equal((200, "charlie"), (liked.Status, (string)liked.Json["likes"]![0]!["user"]!["name"]!));
        Assert.Equal((400, V1Site.BadRequest(EmulatedDeployment.DataCenter, "User already likes this content")), (again.Status, again.Text));
        Assert.Single(read.Json["likes"]!.AsArray());
        Assert.Empty(after.Json["likes"]!.AsArray());
        Assert.Equal(404, hidden.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_has_none_of_these_addresses()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Tasks", TwoTasks);

        Reply likes = await site.GetAsync($"/rest/likes/1.0/content/{page.Id}/likes");
        Reply versions = await site.GetAsync($"/rest/experimental/content/{page.Id}/version");

        Assert.Equal((404, 404), (likes.Status, versions.Status));
    }
}
