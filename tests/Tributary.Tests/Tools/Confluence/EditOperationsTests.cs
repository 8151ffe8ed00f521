using System.Text.Json;
using Tributary.Atlassian;
using Tributary.Emulator.World;

namespace Tributary.Tests.Tools.Confluence;

/// <summary>Each operation of <c>confluence_edit_page</c> on the same page as Cloud keeps it, as Cloud keeps it in ADF alone, and as Data Center keeps it. Each is undone by the call that its result names.</summary>
public sealed class EditOperationsTests(ToolSites sites)
{
    private const string Storage =
        "<h1>Install</h1><p>Get <strong>it</strong>.</p><h1>Use</h1><p>Call <ac:inline-comment-marker ac:ref=\"c-1\">it</ac:inline-comment-marker> now.</p>"
        + "<ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Write</ac:task-body></ac:task></ac:task-list>"
        + "<table><tbody><tr><th><p>Key</p></th><th><p>Value</p></th></tr><tr><td><p>a</p></td><td><p>1</p></td></tr></tbody></table>"
        + "<ac:structured-macro ac:name=\"code\" ac:macro-id=\"m\"><ac:parameter ac:name=\"language\">java</ac:parameter><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro>";

    private static readonly string[] Nodes =
    [
        """{"type":"heading","attrs":{"level":1},"content":[{"type":"text","text":"Install"}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"Get "},{"type":"text","text":"it","marks":[{"type":"strong"}]},{"type":"text","text":"."}]}""",
        """{"type":"heading","attrs":{"level":1},"content":[{"type":"text","text":"Use"}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"Call "},{"type":"text","text":"it","marks":[{"type":"annotation","attrs":{"annotationType":"inlineComment","id":"c-1"}}]},{"type":"text","text":" now."}]}""",
        """{"type":"taskList","attrs":{"localId":"l"},"content":[{"type":"taskItem","attrs":{"localId":"k","state":"TODO"},"content":[{"type":"text","text":"Write"}]}]}""",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"Key"}]}]},{"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"Value"}]}]}]},"""
        + """{"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]}]}]}""",
        """{"type":"codeBlock","attrs":{"language":"java"},"content":[{"type":"text","text":"x"}]}""",
    ];

    private static readonly string Adf = $$"""{"version":1,"type":"doc","content":[{{string.Join(',', Nodes)}}]}""";

    private const string NewParagraph = """{"type":"paragraph","content":[{"type":"text","text":"New."}]}""";

    // What becomes of the storage format, and of the ADF: this in place of that.
    private static readonly Dictionary<string, (object Step, (string Was, string Is) Storage, (string Was, string Is) Adf)> Operations = new()
    {
        ["replace"] = (new { op = "replace", node = "p1", content = "Fetch **it**." }, (">Get", ">Fetch"), ("Get ", "Fetch ")),
        ["replace a section"] = (new { op = "replace", section = "Install", content = "Fetch **it**." }, (">Get", ">Fetch"), ("Get ", "Fetch ")),
        ["insert_before"] = (new { op = "insert_before", section = "Use", content = "New." }, ("<h1>Use", "<p>New.</p><h1>Use"), (Nodes[2], $"{NewParagraph},{Nodes[2]}")),
        ["insert_after"] = (new { op = "insert_after", node = "p1", content = "New." }, ("<h1>Use", "<p>New.</p><h1>Use"), (Nodes[2], $"{NewParagraph},{Nodes[2]}")),
        ["append"] = (new { op = "append", section = "Use", content = "New." }, ("]]></ac:plain-text-body></ac:structured-macro>", "]]></ac:plain-text-body></ac:structured-macro><p>New.</p>"), (Nodes[6], $"{Nodes[6]},{NewParagraph}")),
        ["delete"] = (new { op = "delete", node = "p1" }, ("<p>Get <strong>it</strong>.</p>", ""), ($",{Nodes[1]}", "")),
        ["move"] = (new { op = "move", section = "Install", before = "t1" },
            (Storage[..Storage.IndexOf("<table", StringComparison.Ordinal)], Storage[Storage.IndexOf("<h1>Use", StringComparison.Ordinal)..Storage.IndexOf("<table", StringComparison.Ordinal)] + "<h1>Install</h1><p>Get <strong>it</strong>.</p>"),
            (string.Join(',', Nodes[..5]), string.Join(',', [.. Nodes[2..5], .. Nodes[..2]]))),
        ["replace_text"] = (new { op = "replace_text", find = "now", content = "soon" }, ("now", "soon"), ("now", "soon")),
        ["set_cell"] = (new { op = "set_cell", node = "t1", row = 2, column = "Value", content = "2" }, (">1<", ">2<"), ("\"1\"", "\"2\"")),
        ["set_row"] = (new { op = "set_row", node = "t1", row = 2, cells = new[] { "b", "1" } }, (">a<", ">b<"), ("\"a\"", "\"b\"")),
        ["insert_row"] = (new { op = "insert_row", node = "t1", row = 3, cells = new[] { "b", "2" } },
            ("</tr></tbody>", "</tr><tr><td><p>b</p></td><td><p>2</p></td></tr></tbody>"),
            ("""[{"type":"text","text":"1"}]}]}]}""", """[{"type":"text","text":"1"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]},{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"2"}]}]}]}""")),
        ["delete_row"] = (new { op = "delete_row", node = "t1", row = 2 }, ("<tr><td><p>a</p></td><td><p>1</p></td></tr>", ""), (Nodes[5][Nodes[5].LastIndexOf(",{\"type\":\"tableRow\"", StringComparison.Ordinal)..^2], "")),
        ["check_task"] = (new { op = "check_task", find = "Write" }, ("incomplete", "complete"), ("TODO", "DONE")),
        ["set_parameter"] = (new { op = "set_parameter", node = "c1", name = "language", content = "python" }, ("java", "python"), ("java", "python")),
    };

    public static TheoryData<string> Names => [.. Operations.Keys];

    [Fact]
    public void Every_operation_is_among_them() =>
        Assert.Equal(
            Enum.GetNames<Tributary.Markup.Edits.EditAction>().Select(name => JsonNamingPolicy.SnakeCaseLower.ConvertName(name)).Order(),
            Operations.Keys.Select(name => name.Split(' ')[0]).Distinct().Order());

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Names))]
    public async Task It_changes_what_it_names_and_the_rest_stays_byte_for_byte(string name)
    {
        (object step, (string Was, string Is) storage, (string Was, string Is) adf) = Operations[name];
        foreach (Deployment deployment in new[] { Deployment.Cloud, Deployment.DataCenter })
        {
            ToolSite site = await sites.OfAsync(deployment);
            await CheckAsync(site, site.AddPage(Storage), step, page => page.Body, Storage.Replace(storage.Was, storage.Is, StringComparison.Ordinal), Storage);
        }

        ToolSite cloud = await sites.OfAsync(Deployment.Cloud);
        Content live = cloud.Wiki.Write(wiki => wiki.Create(
            wiki.FindUser("alice")!,
            new NewContent(ContentType.Page, wiki.FindSpace("OPEN")!, ToolSite.NewTitle(), "<h1>Install</h1>") { ParentId = wiki.FindSpace("OPEN")!.HomepageId, Subtype = "live", Document = Adf }));
        await CheckAsync(cloud, live, step, page => page.Latest.Document!, Adf.Replace(adf.Was, adf.Is, StringComparison.Ordinal), Adf);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_name_that_could_mean_several_is_refused_with_all_of_them_and_nothing_is_written(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage(Storage);
        await using ToolUser bob = await site.ConnectAsync();

        Reply text = await EditAsync(bob, page, 1, new { op = "replace_text", find = "it", content = "them" });
        Reply column = await EditAsync(bob, page, 1, new { op = "set_cell", node = "t1", row = 2, column = "Owner", content = "x" });
        Reply section = await EditAsync(bob, page, 1, new { op = "delete", section = "Uses" });
        Reply both = await EditAsync(bob, page, 1, new { op = "replace_text", node = "p1", find = "it", content = "them" }, new { op = "delete", node = "p1" });

        Assert.EndsWith("Nothing was changed. It could be: 1: p1 Get »it«.; 2: p2 Call »it« now.; 3: p3 Wr»it«e.", text.Text, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed. It could be: Key; Value.", column.Text, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed. It could be: Install (h1); Use (h2).", section.Text, StringComparison.Ordinal);
        Assert.Contains("Operation 2: It changes what operation 1 changes too.", both.Text, StringComparison.Ordinal);
        Assert.Single(site.Wiki.Find(page.Id)!.Versions);
    }

    private static async Task CheckAsync(ToolSite site, Content page, object step, Func<Content, string> body, string edited, string original)
    {
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await EditAsync(bob, page, 1, step)).Succeeded();

        Assert.NotEqual(original, edited);
        Assert.Equal(edited, body(site.Wiki.Find(page.Id)!));
        Assert.Equal($$"""confluence_restore_page {"page_id":"{{page.Id}}","version":1,"base_version":2}""", reply["undo"]);
        (await bob.CallAsync("confluence_restore_page", ("page_id", page.Id), ("version", 1), ("base_version", 2))).Succeeded();
        Assert.Equal(original, body(site.Wiki.Find(page.Id)!));
    }

    private static Task<Reply> EditAsync(ToolUser user, Content page, int version, params object[] operations) =>
        user.CallAsync("confluence_edit_page", ("page_id", page.Id), ("base_version", version), ("operations", operations));
}
