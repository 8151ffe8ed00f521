using System.Collections.Concurrent;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using Tributary.Atlassian;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class ManyWritersTests
{
    private const int Writers = 20;

    // As many programs: what writes within one takes turns, what writes from several races.
    private const int Servers = 4;

    [Theory(Timeout = 240000)]
    [InlineData(Deployment.Cloud, 50)]
    [InlineData(Deployment.DataCenter, 10)]
    public async Task Twenty_writers_lose_nothing_and_write_nothing_twice(Deployment deployment, int edits)
    {
        await using ToolSite site = await ToolSite.StartAsync(deployment);
        Content page = site.AddPage(string.Concat(Enumerable.Range(0, Writers).Select(writer => $"<h2>Section {writer}</h2><p>Text.</p>")));
        var accepted = new ConcurrentBag<string>();
        ToolServer[] servers = [.. Enumerable.Range(0, Servers).Select(_ => site.Tools())];

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            ToolServer tools = servers[writer % Servers];
            int version = 1;
            for (int edit = 0; edit < edits; edit++)
            {
                // Every other edit goes into a section that a neighbour writes too.
                int section = (writer + (edit % 2)) % Writers;
                string mark = $"w{writer}e{edit}.";
                CallToolResult result = await CallAsync(tools, page.Id, version, $$"""[{"op": "append", "section": "Section {{section}}", "content": "{{mark}}"}]""");
                if (result.IsError == true)
                {
                    Assert.Contains("version_conflict", Text(result), StringComparison.Ordinal);
                    continue;
                }

                accepted.Add(mark);
                // Some go on from what they read at first, some from what they wrote last.
                if (writer % 3 != 0) version = result.StructuredContent!.Value.GetProperty("version").GetInt32();
            }
        })));

        string body = site.Wiki.Find(page.Id)!.Body;
        Assert.All(accepted, mark => Assert.Equal(2, body.Split($">{mark}<").Length));
        Assert.Equal(accepted.Count + Writers, body.Split("<p>").Length - 1);
        Assert.Equal(accepted.Count + 1, site.Wiki.Find(page.Id)!.Latest.Number);
        Assert.True(accepted.Count > Writers * edits * 9 / 10, $"{accepted.Count} accepted");
    }

    [Theory(Timeout = 30000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Of_two_writers_on_one_paragraph_one_wins_each_round_and_the_other_is_told(Deployment deployment)
    {
        await using ToolSite site = await ToolSite.StartAsync(deployment);
        Content page = site.AddPage("<p>round 0</p>");
        ToolServer[] writers = [site.Tools("alice"), site.Tools("bob")];
        for (int round = 1; round <= 20; round++)
        {
            int version = round;
            CallToolResult[] results = await Task.WhenAll(writers.Select((tools, writer) =>
                CallAsync(tools, page.Id, version, $$"""[{"op": "replace", "node": "p1", "content": "round {{version}} of {{writer}}"}]""")));

            int winner = Assert.Single(Enumerable.Range(0, 2), writer => results[writer].IsError != true);
            Assert.Equal($"<p>round {round} of {winner}</p>", site.Wiki.Find(page.Id)!.Body);
            Assert.StartsWith("version_conflict: ", Text(results[1 - winner]), StringComparison.Ordinal);
            Assert.Contains($"Yours:\nround {round} of {1 - winner}\nTheirs:\nround {round} of {winner}\n", Text(results[1 - winner]), StringComparison.Ordinal);
        }
    }

    private static Task<CallToolResult> CallAsync(ToolServer tools, string page, int version, string operations) => tools.CallAsync(
        "confluence_edit_page",
        new Dictionary<string, JsonElement> { ["page_id"] = JsonElement.Parse($"\"{page}\""), ["base_version"] = JsonElement.Parse($"{version}"), ["operations"] = JsonElement.Parse(operations) },
        TestContext.Current.CancellationToken);

    private static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}
