using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Atlassian;
using Tributary.Tests.Tools;

namespace Tributary.Tests.Docs;

/// <summary>What a model sees of the richest page of the demo, and what it does to it, word for word.</summary>
public sealed class MarkupTourTests
{
    private const string Page = "196631";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MarkdownText doc = new();

    [Fact(Timeout = 20000)]
    public async Task The_tour_of_the_richest_page_is_what_the_tools_answer()
    {
        await using ToolSite site = await ToolSite.DemoAsync(Deployment.Cloud);
        await using ToolUser alice = await site.ConnectAsync("alice");
        string before = site.Wiki.Find(Page)!.Body;

        Line("# A model's view of a rich page");
        Line("Written by `./dev docs` from what the tools answer on the demo's page \"Writing in this wiki\", which holds everything that storage format knows.");

        Line("## First the outline");
        Line("Each heading comes with its handle, the length of its section in tokens, and the handles of the tables (`t`), code blocks (`c`), images (`i`), tasks (`k`) and macros (`m`) that stand under it.");
        Reply outline = await CallAsync(alice, "confluence_get_page", new JsonObject { ["page_id"] = Page, ["format"] = "outline" });
        Block("text", outline.Text[outline.Text.IndexOf("<<<", StringComparison.Ordinal)..]);

        Line("## One section");
        Reply section = await CallAsync(alice, "confluence_get_page", new JsonObject { ["page_id"] = Page, ["section"] = "Tables" });
        Block("markdown", section["body"]!);

        Line("## An edit by section, by handle and by words");
        Line("All operations or none, on the version that was read. First without writing:");
        string version = section["version"]!;
        Reply dry = await CallAsync(alice, "confluence_edit_page", Edit(version, dryRun: true));
        Block("diff", dry["diff"]!);
        Line($"Touched: {dry["storage_bytes_touched"]} of {System.Text.Encoding.UTF8.GetByteCount(before)} bytes of storage format. The same without `dry_run`:");
        Reply edited = (await alice.CallAsync("confluence_edit_page", Arguments(Edit(version, dryRun: false)))).Succeeded();
        Block("text", edited["message"]!.Replace(edited["url"]!, "…", StringComparison.Ordinal) + "\nUndo: " + edited["undo"]);
        Assert.Equal(dry["diff"], edited["diff"]);

        Line("## A stale edit");
        Line("Somebody who still works on the earlier version and changes another place is merged; who changes the same place is told:");
        Reply stale = await CallAsync(alice, "confluence_edit_page", new JsonObject
        {
            ["page_id"] = Page,
            ["base_version"] = int.Parse(version, System.Globalization.CultureInfo.InvariantCulture),
            ["operations"] = new JsonArray(new JsonObject { ["op"] = "set_cell", ["node"] = "t1", ["row"] = 2, ["column"] = "4", ["content"] = "99" }),
        });
        Block("text", stale.Text);

        Line("## The undo");
        string undo = edited["undo"]!;
        int space = undo.IndexOf(' ', StringComparison.Ordinal);
        Reply undone = await CallAsync(alice, undo[..space], JsonNode.Parse(undo[space..])!.AsObject());
        Block("text", undone["message"]!.Replace(undone["url"]!, "…", StringComparison.Ordinal));
        Assert.Equal(before, site.Wiki.Find(Page)!.Body);
        Line("The body is the one from before, byte for byte.");

        Line("## The whole page as Markdown");
        Reply page = await CallAsync(alice, "confluence_get_page", new JsonObject { ["page_id"] = Page, ["max_tokens"] = 50_000 });
        Assert.Null(page["cursor"]);
        Block("markdown", page["body"]!);
        GeneratedFile.Matches("docs/markup/tour.md", doc.ToString());
    }

    private static JsonObject Edit(string version, bool dryRun)
    {
        var edit = new JsonObject
        {
            ["page_id"] = Page,
            ["base_version"] = int.Parse(version, System.Globalization.CultureInfo.InvariantCulture),
            ["operations"] = new JsonArray(
                new JsonObject { ["op"] = "append", ["section"] = "Lists > Tasks", ["content"] = "Tasks show up on everybody's list." },
                new JsonObject { ["op"] = "check_task", ["node"] = "k1" },
                new JsonObject { ["op"] = "set_cell", ["node"] = "t1", ["row"] = 2, ["column"] = "4", ["content"] = "120" },
                new JsonObject { ["op"] = "replace_text", ["find"] = "With headings above and at the left", ["content"] = "With *headings* above and at the left" }),
        };
        if (dryRun) edit["dry_run"] = true;
        return edit;
    }

    private async Task<Reply> CallAsync(ToolUser user, string tool, JsonObject arguments)
    {
        Block("text", $"{tool} {arguments.ToJsonString(Readable)}");
        return await user.CallAsync(tool, Arguments(arguments));
    }

    private static (string, object?)[] Arguments(JsonObject arguments) => [.. arguments.Select(argument => (argument.Key, (object?)argument.Value))];

    private void Line(string text) => doc.Block(text);

    // Longer than any fence inside.
    private void Block(string language, string text) => doc.Block($"``````{language}\n{text.TrimEnd('\n')}\n``````");
}
