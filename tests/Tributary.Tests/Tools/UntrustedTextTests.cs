using System.Text;
using Tributary.Atlassian;
using Tributary.Emulator.World;

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

    private static bool IsHidden(Rune rune) => rune.Value is 0x202e or 0x200b or 0x2066 or (>= 0xe0000 and <= 0xe007f);
}
