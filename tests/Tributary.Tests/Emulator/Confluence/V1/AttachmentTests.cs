using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V1;

public sealed class AttachmentTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_new_file_is_answered_in_a_list_with_its_size_type_and_comment(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");

        Reply reply = await site.SendAsync(HttpMethod.Post, Path(page), "bob", V1Site.Form("notes.txt", "first", "Draft"));

        JsonNode attachment = reply.Json["results"]![0]!;
        Assert.Equal((200, 1), (reply.Status, (int)reply.Json["size"]!));
        Assert.StartsWith("att", (string)attachment["id"]!, StringComparison.Ordinal);
        Assert.Equal(("attachment", "notes.txt"), ((string)attachment["type"]!, (string)attachment["title"]!));
        Assert.Equal(("text/plain", 5, "Draft"), ((string)attachment["extensions"]!["mediaType"]!, (int)attachment["extensions"]!["fileSize"]!, (string)attachment["extensions"]!["comment"]!));
        Assert.Equal("Draft", (string)attachment["metadata"]!["comment"]!);
        Assert.Equal((1, page.Id), ((int)attachment["version"]!["number"]!, (string)attachment["container"]!["id"]!));
        Assert.StartsWith($"/download/attachments/{page.Id}/notes.txt?version=1&modificationDate=", (string)attachment["_links"]!["download"]!, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_file_of_the_same_name_is_refused(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");
        await site.SendAsync(HttpMethod.Post, Path(page), "bob", V1Site.Form("a.png", "first"));

        Reply reply = await site.SendAsync(HttpMethod.Post, Path(page), "bob", V1Site.Form("a.png", "second"));

        Assert.Equal(
            (400, V1Site.BadRequest(deployment, "Cannot add a new attachment with same file name as an existing attachment: a.png")),
            (reply.Status, reply.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task Of_several_files_all_are_kept_or_none()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        MultipartFormDataContent form = V1Site.Form("good.txt", "one", "First");
        form.Add(new ByteArrayContent([2]), "file", "bad:name.txt");

        Reply refused = await site.SendAsync(HttpMethod.Post, Path(page), "bob", form);

        Assert.Equal(400, refused.Status);
        Assert.Empty(site.Wiki.AttachmentsOf(page));
    }

    [Fact(Timeout = 10000)]
    public async Task Comments_of_several_files_go_with_them_in_order_even_when_sent_like_files()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        MultipartFormDataContent form = V1Site.Form("one.txt", "1", "First");
        form.Add(new ByteArrayContent([2]), "file", "two.txt");
        form.Add(new StringContent("Second"), "comment", "as-a-file");

        await site.SendAsync(HttpMethod.Put, Path(page), "bob", form);

        Assert.Equal(["First", "Second"], site.Wiki.AttachmentsOf(page).Select(attachment => attachment.Latest.Message));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_form_without_a_file_is_refused_and_so_is_one_without_the_xsrf_header(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");
        MultipartFormDataContent other = new() { { new ByteArrayContent([1]), "attachment", "a.txt" } };
        other.Headers.Add("X-Atlassian-Token", "no-check");
        MultipartFormDataContent unmarked = new() { { new ByteArrayContent([1]), "file", "a.txt" } };

        Reply misnamed = await site.SendAsync(HttpMethod.Post, Path(page), "bob", other);
        Reply forged = await site.SendAsync(HttpMethod.Post, Path(page), "bob", unmarked);

        Assert.Equal(
            (400, V1Site.BadRequest(deployment, "At least one attachment file is required: the form's part must be named 'file'")),
            (misnamed.Status, misnamed.Text));
        Assert.Equal((403, "XSRF check failed"), (forged.Status, forged.Text));
        Assert.Empty(site.Wiki.AttachmentsOf(page));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_reader_may_not_attach_and_an_outsider_finds_no_page(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");

        Reply reader = await site.SendAsync(HttpMethod.Post, Path(page), "charlie", V1Site.Form("a.txt", "x"));
        Reply outsider = await site.SendAsync(HttpMethod.Post, Path(page), "diana", V1Site.Form("a.txt", "x"));

        Assert.Equal((403, V1Site.Forbidden(deployment, $"User not permitted to update content with id : {page.Id}")), (reader.Status, reader.Text));
        Assert.Equal((404, V1Site.NoContent(deployment, page.Id)), (outsider.Status, outsider.Text));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_newer_file_is_a_version_and_the_older_can_still_be_fetched(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");
        string path = $"{Path(page)}/{await AttachAsync(site, page, "notes.txt", "first")}";

        Reply second = await site.SendAsync(HttpMethod.Post, path + "/data", "bob", V1Site.Form("whatever.txt", "second"));
        Reply third = await site.SendAsync(HttpMethod.Put, Path(page), "bob", V1Site.Form("notes.txt", "third"));
        Reply latest = await DownloadAsync(site, path + "/download");
        Reply oldest = await DownloadAsync(site, path + "/download?version=1");
        Reply none = await DownloadAsync(site, path + "/download?version=9");

        Assert.Equal(("notes.txt", 2), ((string)second.Json["title"]!, (int)second.Json["version"]!["number"]!));
        Assert.Equal(3, (int)third.Json["results"]![0]!["version"]!["number"]!);
        Assert.Equal(("third", "first"), (latest.Text, oldest.Text));
        Assert.Equal("text/plain", latest.ContentHeaders.ContentType!.MediaType);
        Assert.Equal(404, none.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_redirects_a_download_to_its_media_origin_which_takes_no_credential()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        string id = await AttachAsync(site, page, "notes.txt", "first");

        Reply redirect = await site.GetAsync($"{Path(page)}/{id}/download");
        using var request = new HttpRequestMessage(HttpMethod.Get, redirect.Headers.Location);
        Reply bytes = await site.SendAsync(request);
        using var forged = new HttpRequestMessage(HttpMethod.Get, redirect.Headers.Location!.ToString().Replace(".1.", ".2.", StringComparison.Ordinal));
        Reply refused = await site.SendAsync(forged);

        Assert.Equal(302, redirect.Status);
        Assert.Equal(site.Server.MediaUrl.Authority, redirect.Headers.Location!.Authority);
        Assert.Equal((200, "first"), (bytes.Status, bytes.Text));
        Assert.Equal(403, refused.Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task The_download_link_leads_to_the_bytes_for_those_who_see_the_page(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");
        Reply uploaded = await site.SendAsync(HttpMethod.Post, Path(page), "bob", V1Site.Form("year plan & co.txt", "first"));
        string link = (string)uploaded.Json["results"]![0]!["_links"]!["download"]!;

        Reply reader = await DownloadAsync(site, link, "charlie");
        Reply outsider = await DownloadAsync(site, link, "diana");

        Assert.Equal((200, "first"), (reader.Status, reader.Text));
        Assert.Equal(404, outsider.Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task An_attachment_is_renamed_without_a_new_version(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");
        string id = await AttachAsync(site, page, "notes.txt", "first");
        await AttachAsync(site, page, "taken.txt", "other");

        Reply renamed = await site.PutAsync($"{Path(page)}/{id}", Renaming(id, "minutes.txt", 1), "bob");
        Reply taken = await site.PutAsync($"{Path(page)}/{id}", Renaming(id, "taken.txt", 1), "bob");
        Reply stale = await site.PutAsync($"{Path(page)}/{id}", Renaming(id, "late.txt", 7), "bob");

        Assert.Equal((200, "minutes.txt", 1), (renamed.Status, (string)renamed.Json["title"]!, (int)renamed.Json["version"]!["number"]!));
        Assert.Equal(400, taken.Status);
        Assert.Equal((409, V1Site.Conflict(deployment, "Version must be incremented on update. Current version is: 1")), (stale.Status, stale.Text));
        Assert.Equal("first", (await DownloadAsync(site, $"{Path(page)}/{id}/download")).Text);
    }

    [Fact(Timeout = 10000)]
    public async Task An_attachment_is_moved_to_another_page()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content from = site.AddPage("From");
        Content to = site.AddPage("To");
        string id = await AttachAsync(site, from, "notes.txt", "first");
        JsonObject move = Renaming(id, "notes.txt", 1);
        move["container"] = new JsonObject { ["id"] = to.Id, ["type"] = "page" };

        Reply moved = await site.PutAsync($"{Path(from)}/{id}", move, "bob");

        Assert.Equal((200, to.Id), (moved.Status, (string)moved.Json["container"]!["id"]!));
        Assert.Equal(404, (await site.GetAsync($"{Path(from)}/{id}/download")).Status);
        Assert.Equal(302, (await site.GetAsync($"{Path(to)}/{id}/download")).Status);
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_lists_filters_replaces_and_deletes_attachments()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = site.AddPage("Plan");
        string id = await AttachAsync(site, page, "notes.txt", "first");
        await AttachAsync(site, page, "other.txt", "other");

        Reply replaced = await site.SendAsync(HttpMethod.Post, Path(page) + "?allowDuplicated=true", "bob", V1Site.Form("notes.txt", "second"));
        Reply list = await site.GetAsync(Path(page) + "?expand=version");
        Reply named = await site.GetAsync(Path(page) + "?filename=other.txt&mediaType=text/plain");
        Reply deleted = await site.DeleteAsync($"{Path(page)}/{id}", "bob");
        Reply left = await site.GetAsync(Path(page));

        Assert.Equal(2, (int)replaced.Json["results"]![0]!["version"]!["number"]!);
        Assert.Equal(["notes.txt", "other.txt"], list.Each("title"));
        Assert.Equal(["other.txt"], named.Each("title"));
        Assert.Equal(204, deleted.Status);
        Assert.Equal(["other.txt"], left.Each("title"));
    }

    [Fact(Timeout = 10000)]
    public async Task An_attachment_is_not_found_on_another_page()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        string id = await AttachAsync(site, page, "notes.txt", "first");

        Reply reply = await site.GetAsync($"{Path(site.AddPage("Other"))}/{id}/download");

        Assert.Equal((404, V1Site.NoContent(EmulatedDeployment.Cloud, id)), (reply.Status, reply.Text));
    }

    private static string Path(Content page) => $"/rest/api/content/{page.Id}/child/attachment";

    private static async Task<string> AttachAsync(TeamSite site, Content page, string name, string text) =>
        (string)(await site.SendAsync(HttpMethod.Post, Path(page), "bob", V1Site.Form(name, text))).Json["results"]![0]!["id"]!;

    private static JsonObject Renaming(string id, string title, int version) => new()
    {
        ["id"] = id,
        ["type"] = "attachment",
        ["title"] = title,
        ["version"] = new JsonObject { ["number"] = version },
    };

    /// <summary>Follows Cloud's redirect, as clients do: without the credential.</summary>
    private static async Task<Reply> DownloadAsync(TeamSite site, string path, string user = "bob")
    {
        Reply reply = await site.GetAsync(path, user);
        if (reply.Status != 302) return reply;
        using var request = new HttpRequestMessage(HttpMethod.Get, reply.Headers.Location);
        return await site.SendAsync(request);
    }
}
