using System.Text;
using Tributary.Atlassian;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools;

/// <summary>Every field that people write, through every tool that shows it: nothing invisible reaches a model.</summary>
public sealed class UntrustedTextTests
{
    // Right-to-left override, "hi" in tag characters, zero width, a terminal's escape.
    private const string Hidden = "\u202e\U000e0068\U000e0069\u200b\u2066";

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Nothing_invisible_is_shown_by_any_tool(Deployment deployment)
    {
        await using ToolSite site = await ToolSite.StartAsync(deployment);
        Content page = site.Wiki.Write(wiki =>
        {
            User alice = wiki.FindUser("alice")!;
            Space space = wiki.CreateSpace(alice, new NewSpace("EVIL", $"Name{Hidden}", $"About{Hidden}"));
            Content page = wiki.Create(alice, new NewContent(ContentType.Page, space, $"Title{Hidden}", $"<h1>Head{Hidden}</h1><p>walrus{Hidden} &#x202e;&#xe0041; text</p>"));
            wiki.AddFooterComment(alice, page, null, $"<p>Said{Hidden}</p>");
            wiki.AddAttachment(alice, page, $"file{Hidden}.txt", new FileVersion("text/plain", [1]), $"note{Hidden}", minor: false);
            page.Labels.Add(new Label(1, "global", $"label{Hidden}"));
            return page;
        });
        await using ToolUser alice = await site.ConnectAsync("alice");

        Reply[] replies =
        [
            await alice.CallAsync("confluence_get_page", ("page_id", page.Id), ("expand", "labels")),
            await alice.CallAsync("confluence_get_page", ("page_id", page.Id), ("format", "outline")),
            await alice.CallAsync("confluence_get_page", ("page_id", page.Id), ("format", "view")),
            await alice.CallAsync("confluence_get_page", ("page_id", page.Id), ("section", "nowhere")),
            await alice.CallAsync("confluence_search", ("query", "walrus")),
            await alice.CallAsync("confluence_list_spaces", ("expand", "description")),
            await alice.CallAsync("confluence_get_comments", ("page_id", page.Id)),
            await alice.CallAsync("confluence_list_attachments", ("page_id", page.Id)),
            await alice.CallAsync("confluence_update_page", ("page_id", page.Id), ("base_version", 1), ("title", "New"), ("dry_run", true)),
            await alice.CallAsync("confluence_create_page", ("space_key", "EVIL"), ("title", $"Title{Hidden}"), ("body", "x")),
            await alice.CallAsync("confluence_delete_page", ("page_id", page.Id)),
        ];

        Assert.All(replies, reply => Assert.DoesNotContain(reply.Text.EnumerateRunes(), IsHidden));
        Assert.All(replies, reply => Assert.DoesNotContain(reply.Structured.ToString().EnumerateRunes(), IsHidden));
        Assert.All(replies, reply => Assert.DoesNotContain("\\u202e", reply.Structured.GetRawText(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(2, replies.Count(reply => reply.IsError));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Nothing_invisible_is_shown_of_comments_files_properties_and_templates_and_an_undo_brings_it_back(Deployment deployment)
    {
        await using ToolSite site = await ToolSite.StartAsync(deployment);
        Content page = site.AddPage($"<p>quay{Hidden} one</p><p>quay{Hidden} two</p>");
        string said = $"<p>Said{Hidden}</p>";
        (Comment comment, Attachment file) = site.Wiki.Write(wiki =>
        {
            User alice = wiki.FindUser("alice")!;
            wiki.AddProperty(alice, page, "state", $"value{Hidden}");
            wiki.AddTemplate($"Name{Hidden}", $"About{Hidden}", $"<p>Body{Hidden}</p>", "OPEN");
            return (wiki.AddFooterComment(alice, page, null, said), wiki.AddAttachment(alice, page, $"file{Hidden}.txt", new FileVersion("text/plain", Encoding.UTF8.GetBytes($"text{Hidden}")), "", minor: false));
        });
        await using ToolUser alice = await site.ConnectAsync("alice", new ToolSettings { AllowPermanentDelete = true });

        Reply edited = await alice.CallAsync("confluence_update_comment", ("comment_id", comment.Id), ("body", "New"));
        Reply[] replies =
        [
            edited,
            await alice.CallAsync("confluence_update_comment", ("comment_id", comment.Id), ("body", Undone(edited)), ("format", "storage")),
            await alice.CallAsync("confluence_add_comment", ("page_id", page.Id), ("body", "?"), ("selection", "quay")),
            await alice.CallAsync("confluence_download_attachment", ("page_id", page.Id), ("attachment_id", file.Id)),
            await alice.CallAsync("confluence_get_properties", ("page_id", page.Id)),
            await alice.CallAsync("confluence_set_property", ("page_id", page.Id), ("key", "state"), ("value", 1)),
            await alice.CallAsync("confluence_list_templates", ("space_key", "OPEN"), ("expand", "body.storage")),
        ];
        string restored = site.Wiki.Find(comment.Id)!.Body;
        Reply deleted = await alice.CallAsync("confluence_delete_comment", ("comment_id", comment.Id));

        Assert.Equal(said, restored);
        Assert.All(replies.Append(deleted), reply => Assert.DoesNotContain(reply.Text.EnumerateRunes(), IsHidden));
        // An escaped backslash before it makes it words.
        Assert.All(replies.Append(deleted), reply => Assert.DoesNotContain("\\u202e", reply.Structured.GetRawText().Replace("\\\\", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        Assert.Contains("stand 2 times", replies[2].Text, StringComparison.Ordinal);
    }

    private static string Undone(Reply edited) => System.Text.Json.JsonElement.Parse(edited["undo"]!["confluence_update_comment ".Length..]).GetProperty("body").GetString()!;

    private static bool IsHidden(Rune rune) => rune.Value is 0x202e or 0x200b or 0x2066 or (>= 0xe0000 and <= 0xe007f);
}
