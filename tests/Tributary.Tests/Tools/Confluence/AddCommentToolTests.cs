using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.Faults;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class AddCommentToolTests(ToolSites sites)
{
    private static readonly ToolSettings OnlyOpen = new() { Spaces = [SpaceKey.Parse("OPEN")] };

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_page_is_commented_in_Markdown_and_the_comment_answered_in_storage_format(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { AllowPermanentDelete = true });

        Reply first = (await bob.CallAsync("confluence_add_comment", ("page_id", page.Id), ("body", "I **agree**."))).Succeeded();
        Reply answer = (await bob.CallAsync("confluence_add_comment", ("comment_id", first["id"]), ("body", "<p>Me too</p>"), ("format", "storage"))).Succeeded();

        Assert.Equal("<p>I <strong>agree</strong>.</p>", site.Wiki.Find(first["id"]!)!.Body.TrimEnd());
        Assert.Equal((first["id"], "<p>Me too</p>"), (site.Wiki.Find(answer["id"]!)!.ParentId, site.Wiki.Find(answer["id"]!)!.Body));
        Assert.Equal((page.Id, "footer", "current", "1"), (first["page_id"], first["location"], first["status"], first["version"]));
        Assert.Equal($$"""confluence_delete_comment {"comment_id":"{{first["id"]}}"}""", first["undo"]);
        Assert.StartsWith($"Answered comment {first["id"]}: comment {answer["id"]}. http://", answer.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Words_of_a_page_are_commented_and_the_comment_answered(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage("<p>The quay is R&amp;D.</p><ul><li>quay two</li></ul>");
        await using ToolUser bob = await site.ConnectAsync();

        Reply second = (await bob.CallAsync("confluence_add_comment", ("page_id", page.Id), ("body", "Which?"), ("selection", "quay"), ("occurrence", 2))).Succeeded();
        Reply encoded = (await bob.CallAsync("confluence_add_comment", ("page_id", page.Id), ("body", "Whose?"), ("selection", "R&D"), ("location", "inline"))).Succeeded();
        Reply answer = (await bob.CallAsync("confluence_add_comment", ("comment_id", second["id"]), ("body", "That one"))).Succeeded();

        Assert.Contains("</ac:inline-comment-marker> two</li>", site.Wiki.Find(page.Id)!.Body, StringComparison.Ordinal);
        Assert.Contains(">R&amp;D</ac:inline-comment-marker>", site.Wiki.Find(page.Id)!.Body, StringComparison.Ordinal);
        Assert.Equal(("inline", "open", "inline"), (second["location"], second["status"], answer["location"]));
        Assert.Equal(second["id"], site.Wiki.Find(answer["id"]!)!.ParentId);
        Assert.NotNull(encoded["url"]);
        Assert.Null(second["undo"]);
    }

    [Fact(Timeout = 10000)]
    public async Task A_comment_is_told_as_made_even_where_Data_Center_does_not_show_it_again()
    {
        await using ToolSite site = await ToolSite.StartAsync(Deployment.DataCenter);
        Content page = site.AddPage("<p>The quay is long.</p>");
        await using ToolUser bob = await site.ConnectAsync();
        site.Server.Faults.Add(new FaultRule(FaultKind.Delay, $"*/content/{page.Id}", "GET", Count: null));
        site.Server.Faults.Add(new FaultRule(FaultKind.Status, "*/rest/api/content/*", "GET", Count: null, Status: 500));

        Reply made = (await bob.CallAsync("confluence_add_comment", ("page_id", page.Id), ("body", "Which?"), ("selection", "quay"))).Succeeded();
        site.Server.Faults.Clear();
        site.Server.Faults.Add(new FaultRule(FaultKind.Delay, $"*/content/{made["id"]}", "GET", Count: 1));
        site.Server.Faults.Add(new FaultRule(FaultKind.Status, "*/rest/api/content/*", "GET", Count: null, Status: 500));
        Reply resolved = (await bob.CallAsync("confluence_update_comment", ("comment_id", made["id"]), ("action", "resolve"))).Succeeded();

        Assert.Equal((page.Id, "inline", "open"), (made["page_id"], made["location"], made["status"]));
        Assert.Equal((made["id"], "resolved"), (resolved["id"], resolved["status"]));
        Assert.Contains($"pageId={page.Id}", made["url"], StringComparison.Ordinal);
        Assert.NotNull(site.Wiki.Find(made["id"]!));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Words_that_are_absent_or_ambiguous_are_refused_before_anything_is_sent(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage("<p>The quay is long.</p><p>The quay is old.</p><ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[quay]]></ac:plain-text-body></ac:structured-macro>");
        await using ToolUser bob = await site.ConnectAsync();

        Reply absent = await bob.CallAsync("confluence_add_comment", ("page_id", page.Id), ("body", "?"), ("selection", "long. The"));
        Reply ambiguous = await bob.CallAsync("confluence_add_comment", ("page_id", page.Id), ("body", "?"), ("selection", "quay"));
        Reply tooFar = await bob.CallAsync("confluence_add_comment", ("page_id", page.Id), ("body", "?"), ("selection", "quay"), ("occurrence", 3));

        Assert.StartsWith($"invalid_params: The words \"long. The\" do not stand on page {page.Id}.", absent.Text, StringComparison.Ordinal);
        Assert.StartsWith($"invalid_params: The words \"quay\" stand 2 times on page {page.Id}.\n", ambiguous.Text, StringComparison.Ordinal);
        Assert.Contains("\n1: The quay is long.\n2: The quay is old.\n", ambiguous.Text, StringComparison.Ordinal);
        Assert.Contains("\nNext step: Give `occurrence` from 1 to 2, or more of the words.", ambiguous.Text, StringComparison.Ordinal);
        Assert.StartsWith("invalid_params: ", tooFar.Text, StringComparison.Ordinal);
        Assert.Empty(site.Wiki.CommentsOn(site.Wiki.Find(page.Id)!));
    }

    [Theory(Timeout = 10000)]
    [InlineData("`page_id` and `comment_id` are both missing", null, null, null, null)]
    [InlineData("`page_id` and `comment_id` exclude each other", "1", "2", null, null)]
    [InlineData("An answer stands where", null, "2", "inline", null)]
    [InlineData("`selection` is missing", "1", null, "inline", null)]
    [InlineData("A footer comment stands on no words", "1", null, "footer", "quay")]
    public async Task Arguments_that_say_two_things_are_refused(string message, string? page, string? comment, string? location, string? selection)
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = await bob.CallAsync("confluence_add_comment", ("body", "x"), ("page_id", page), ("comment_id", comment), ("location", location), ("selection", selection));

        Assert.StartsWith($"invalid_params: {message}", reply.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Nothing_outside_the_open_spaces_is_commented_and_nothing_by_a_reader(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content shut = site.AddPage(space: "SHUT"), open = site.AddPage();
        Comment outside = site.Wiki.Write(wiki => wiki.AddFooterComment(wiki.FindUser("bob")!, shut, null, "<p>Hi</p>"));
        await using ToolUser bob = await site.ConnectAsync(settings: OnlyOpen), charlie = await site.ConnectAsync("charlie");

        Reply page = await bob.CallAsync("confluence_add_comment", ("page_id", shut.Id), ("body", "x"));
        Reply comment = await bob.CallAsync("confluence_add_comment", ("comment_id", outside.Id), ("body", "x"));
        Reply reader = await charlie.CallAsync("confluence_add_comment", ("page_id", open.Id), ("body", "x"));
        Reply nothing = await bob.CallAsync("confluence_add_comment", ("comment_id", "987654321"), ("body", "x"));

        Assert.Equal(["not_allowed", "not_allowed", "permission_denied", "resource_not_found"], new[] { page, comment, reader, nothing }.Select(reply => reply.Code));
    }

    [Fact(Timeout = 10000)]
    public async Task Words_are_found_across_formatting()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = site.AddPage("<p>The <strong>qu</strong>ay is long, the quay is old.</p>");
        await using ToolUser bob = await site.ConnectAsync();

        Reply ambiguous = await bob.CallAsync("confluence_add_comment", ("page_id", page.Id), ("body", "?"), ("selection", "quay"));

        Assert.Contains("stand 2 times", ambiguous.Text, StringComparison.Ordinal);
    }
}
