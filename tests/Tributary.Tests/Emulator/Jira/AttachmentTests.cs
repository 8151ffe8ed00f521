using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira;

public sealed class AttachmentTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.All), MemberType = typeof(JiraSite))]
    public async Task A_file_is_attached_and_shows_in_the_issue(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply made = await site.SendAsync(HttpMethod.Post, "/issue/ENG-1/attachments", "bob", JiraSite.Form("notes.txt", "drip"));
        Reply alone = await site.GetAsync($"/attachment/{made.Json[0]!["id"]}");
        Reply issue = await site.GetAsync("/issue/ENG-1?fields=attachment&expand=changelog");

        JsonNode file = Assert.Single(made.Json.AsArray())!;
        Assert.Equal((200, "notes.txt", "text/plain", 4, "Bob"), (made.Status, (string)file["filename"]!, (string)file["mimeType"]!, (int)file["size"]!, (string)file["author"]!["displayName"]!));
        Assert.Equal("notes.txt", (string)alone.Json["filename"]!);
        Assert.Equal([(string)file["id"]!], issue.Field("attachment").Each("id"));
        Assert.Equal(("Attachment", "notes.txt"), ((string)issue.Json["changelog"]!["histories"]![0]!["items"]![0]!["field"]!, (string)issue.Json["changelog"]!["histories"]![0]!["items"]![0]!["toString"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_sends_for_the_bytes_to_its_media_origin_which_takes_no_credential()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        site.AddIssue();
        Reply made = await site.SendAsync(HttpMethod.Post, "/issue/ENG-1/attachments", "bob", JiraSite.Form("notes.txt", "drip"));
        string content = (string)made.Json[0]!["content"]!;

        Reply sent = await site.GetAsync(content);
        Reply bytes = await site.SendAsync(new HttpRequestMessage(HttpMethod.Get, sent.Headers.Location));
        Reply here = await site.GetAsync(content + "?redirect=false");
        Reply forged = await site.SendAsync(new HttpRequestMessage(HttpMethod.Get, sent.Headers.Location!.ToString().Replace("token=issue-1", "token=issue-2", StringComparison.Ordinal)));

        Assert.Equal((303, 200, "drip"), (sent.Status, bytes.Status, bytes.Text));
        Assert.StartsWith(site.Server.MediaUrl.ToString(), sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal((200, "drip", 403), (here.Status, here.Text, forged.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_gives_the_bytes_below_secure_to_whoever_sees_the_issue()
    {
        await using JiraSite site = await JiraSite.StartAsync(Api.DataCenter);
        site.AddIssue();
        Reply made = await site.SendAsync(HttpMethod.Post, "/issue/ENG-1/attachments", "bob", JiraSite.Form("my notes.txt", "drip"));
        string content = (string)made.Json[0]!["content"]!;

        Reply bytes = await site.GetAsync(content, "charlie"), hidden = await site.GetAsync(content, "diana");
        Reply anonymous = await site.SendAsync(new HttpRequestMessage(HttpMethod.Get, content));

        Assert.EndsWith($"/secure/attachment/{made.Json[0]!["id"]}/my%20notes.txt", content, StringComparison.Ordinal);
        Assert.Equal((200, "drip", "text/plain"), (bytes.Status, bytes.Text, bytes.ContentHeaders.ContentType!.MediaType));
        Assert.Equal((404, 401), (hidden.Status, anonymous.Status));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_form_without_the_header_or_the_file_is_refused(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        Issue issue = site.AddIssue();
        MultipartFormDataContent unmarked = JiraSite.Form("a.txt", "x");
        unmarked.Headers.Remove("X-Atlassian-Token");

        Reply forged = await site.SendAsync(HttpMethod.Post, "/issue/ENG-1/attachments", "bob", unmarked);
        Reply misnamed = await site.SendAsync(HttpMethod.Post, "/issue/ENG-1/attachments", "bob", JiraSite.Form("a.txt", "x", part: "attachment"));
        Reply reader = await site.SendAsync(HttpMethod.Post, "/issue/ENG-1/attachments", "charlie", JiraSite.Form("a.txt", "x"));
        Reply outsider = await site.SendAsync(HttpMethod.Post, "/issue/ENG-1/attachments", "diana", JiraSite.Form("a.txt", "x"));

        Assert.Equal((403, "XSRF check failed"), (forged.Status, forged.Text));
        Assert.Equal((400, 403, 404), (misnamed.Status, reader.Status, outsider.Status));
        Assert.Empty(issue.Files);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_file_is_deleted_by_its_author_or_an_administrator(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        Issue issue = site.AddIssue();
        Reply alices = await site.SendAsync(HttpMethod.Post, "/issue/ENG-1/attachments", "alice", JiraSite.Form("a.txt", "x")), bobs = await site.SendAsync(HttpMethod.Post, "/issue/ENG-1/attachments", "bob", JiraSite.Form("a.txt", "y"));

        Reply refused = await site.DeleteAsync($"/attachment/{alices.Json[0]!["id"]}"), own = await site.DeleteAsync($"/attachment/{bobs.Json[0]!["id"]}");
        Reply byAdministrator = await site.DeleteAsync($"/attachment/{alices.Json[0]!["id"]}", "alice"), gone = await site.GetAsync($"/attachment/{alices.Json[0]!["id"]}");

        Assert.Equal((403, 204, 204, 404), (refused.Status, own.Status, byAdministrator.Status, gone.Status));
        Assert.Equal($"The attachment with id '{alices.Json[0]!["id"]}' does not exist", gone.Message());
        Assert.Empty(issue.Files);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task The_limits_of_uploads_are_told(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply reply = await site.GetAsync("/attachment/meta");

        Assert.Equal("""{"enabled":true,"uploadLimit":104857600}""", reply.Text);
    }
}
