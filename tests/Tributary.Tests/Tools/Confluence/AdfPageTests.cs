using Tributary.Atlassian;
using Tributary.Emulator.World;

namespace Tributary.Tests.Tools.Confluence;

/// <summary>Pages of Cloud that exist as ADF alone. Data Center has no ADF, so there is nothing to test there.</summary>
public sealed class AdfPageTests(ToolSites sites)
{
    private const string Adf =
        """
        {"version":1, "type":"doc", "content":[
          {"type":"heading","attrs":{"level":1,"localId":"h"},"content":[{"type":"text","text":"Install"}]},
          {"type":"paragraph","content":[{"type":"text","text":"Use "},{"type":"text","text":"apt","marks":[{"type":"strong"}]},{"type":"text","text":" here."}]},
          {"type":"heading","attrs":{"level":1},"content":[{"type":"text","text":"Use"}]},
          {"type":"paragraph","content":[{"type":"text","text":"Call ","marks":[{"type":"annotation","attrs":{"annotationType":"inlineComment","id":"c-1"}}]},{"type":"text","text":"it."}]},
          {"type":"someNewNode","attrs":{"deep":{"b":1,"a":[2,null]}}}
        ]}
        """;

    [Fact(Timeout = 10000)]
    public async Task It_is_read_whole_by_section_and_as_an_outline()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = AddPage(site);
        await using ToolUser bob = await site.ConnectAsync();

        Reply whole = (await bob.CallAsync("confluence_get_page", ("page_id", page.Id))).Succeeded();
        Reply byTitle = (await bob.CallAsync("confluence_get_page", ("space_key", "OPEN"), ("title", page.Title))).Succeeded();
        Reply section = (await bob.CallAsync("confluence_get_page", ("page_id", page.Id), ("section", "Use"))).Succeeded();
        Reply outline = (await bob.CallAsync("confluence_get_page", ("page_id", page.Id), ("format", "outline"))).Succeeded();
        Reply view = (await bob.CallAsync("confluence_get_page", ("page_id", page.Id), ("format", "view"))).Succeeded();

        Assert.Equal("# Install\n\nUse **apt** here.\n\n# Use\n\nCall it.\n\n::opaque[someNewNode]{#m1}\n", whole["body"]);
        Assert.Equal(whole["body"], byTitle["body"]);
        Assert.Equal("# Use\n\nCall it.\n\n::opaque[someNewNode]{#m1}\n", section["body"]);
        Assert.Contains("Install", outline.Text, StringComparison.Ordinal);
        Assert.Contains("<h1", view["body"], StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task Words_on_it_are_counted_for_inline_comments()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = AddPage(site);
        await using ToolUser bob = await site.ConnectAsync();

        Reply twice = await bob.CallAsync("confluence_add_comment", ("page_id", page.Id), ("body", "?"), ("selection", "Use"));
        Reply apart = await bob.CallAsync("confluence_add_comment", ("page_id", page.Id), ("body", "?"), ("selection", "here.Use"));

        Assert.Contains("\n1: Use apt here.\n2: Use\n", twice.Text, StringComparison.Ordinal);
        Assert.Contains("do not stand on page", apart.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task Its_storage_format_is_refused_with_what_to_do_instead()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = AddPage(site);
        await using ToolUser bob = await site.ConnectAsync();

        Reply read = await bob.CallAsync("confluence_get_page", ("page_id", page.Id), ("format", "storage"));
        Reply written = await bob.CallAsync("confluence_update_page", ("page_id", page.Id), ("base_version", 1), ("body", "<p>x</p>"), ("format", "storage"));

        Assert.StartsWith($"unsupported: Page {page.Id} has no storage format: Confluence keeps it as ADF alone.", read.Text, StringComparison.Ordinal);
        Assert.EndsWith("Next step: Read and edit it as Markdown.", read.Text, StringComparison.Ordinal);
        Assert.EndsWith("Next step: Send the body as Markdown.", written.Text, StringComparison.Ordinal);
        Assert.Equal(Adf, site.Wiki.Find(page.Id)!.Latest.Document);
    }

    [Fact(Timeout = 10000)]
    public async Task An_edit_changes_its_words_and_leaves_the_rest_byte_for_byte()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = AddPage(site);
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await EditAsync(bob, page, 1, new { op = "replace_text", find = "apt", content = "dnf" })).Succeeded();

        Assert.Equal(Adf.Replace("apt", "dnf", StringComparison.Ordinal), site.Wiki.Find(page.Id)!.Latest.Document);
        Assert.Contains("Body: 6 bytes of ADF touched.", reply.Text, StringComparison.Ordinal);
        Assert.Contains("\n-Use **apt** here.\n+Use **dnf** here.\n", reply["diff"], StringComparison.Ordinal);

        (await bob.CallAsync("confluence_restore_page", ("page_id", page.Id), ("version", 1), ("base_version", 2))).Succeeded();
        Assert.Equal(Adf, site.Wiki.Find(page.Id)!.Latest.Document);
    }

    [Fact(Timeout = 10000)]
    public async Task Markdown_over_it_keeps_what_it_says_alike_and_a_lost_part_is_refused()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = AddPage(site);
        await using ToolUser bob = await site.ConnectAsync();
        string body = (await bob.CallAsync("confluence_get_page", ("page_id", page.Id))).Succeeded()["body"]!;

        Reply lossy = await bob.CallAsync("confluence_update_page", ("page_id", page.Id), ("base_version", 1), ("body", body.Replace("::opaque[someNewNode]{#m1}\n", "", StringComparison.Ordinal)));
        Reply reply = (await bob.CallAsync("confluence_update_page", ("page_id", page.Id), ("base_version", 1), ("body", body.Replace("it.", "it now.", StringComparison.Ordinal)))).Succeeded();

        Assert.StartsWith("lossy_write: ", lossy.Text, StringComparison.Ordinal);
        Assert.Equal(Adf.Replace("it.", "it now.", StringComparison.Ordinal), site.Wiki.Find(page.Id)!.Latest.Document);
        Assert.Equal(body.Replace("it.", "it now.", StringComparison.Ordinal), reply["body"]);
    }

    [Fact(Timeout = 10000)]
    public async Task What_others_wrote_elsewhere_is_merged_and_the_same_place_is_refused()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = AddPage(site);
        await using ToolUser bob = await site.ConnectAsync();
        (await EditAsync(bob, page, 1, new { op = "insert_after", node = "p1", content = "Then restart." })).Succeeded();

        Reply merged = (await EditAsync(bob, page, 1, new { op = "replace_text", find = "it.", content = "it now." })).Succeeded();
        Reply refused = await EditAsync(bob, page, 1, new { op = "replace_text", find = "it.", content = "him." });

        Assert.Contains("Merged: others had written since version 1", merged.Text, StringComparison.Ordinal);
        Assert.StartsWith("version_conflict: ", refused.Text, StringComparison.Ordinal);
        Reply read = (await bob.CallAsync("confluence_get_page", ("page_id", page.Id))).Succeeded();
        Assert.Equal("# Install\n\nUse **apt** here.\n\nThen restart.\n\n# Use\n\nCall it now.\n\n::opaque[someNewNode]{#m1}\n", read["body"]);
        Assert.Contains("\"id\":\"c-1\"", site.Wiki.Find(page.Id)!.Latest.Document, StringComparison.Ordinal);
    }

    private static Task<Reply> EditAsync(ToolUser user, Content page, int version, params object[] operations) =>
        user.CallAsync("confluence_edit_page", ("page_id", page.Id), ("base_version", version), ("operations", operations));

    private static Content AddPage(ToolSite site) => site.Wiki.Write(wiki => wiki.Create(
        wiki.FindUser("alice")!,
        new NewContent(ContentType.Page, wiki.FindSpace("OPEN")!, ToolSite.NewTitle(), "<h1>Install</h1>") { ParentId = wiki.FindSpace("OPEN")!.HomepageId, Subtype = "live", Document = Adf }));
}
