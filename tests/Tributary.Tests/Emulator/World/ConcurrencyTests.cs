using System.Text.Json.Nodes;
using Tributary.Emulator.World;
using Tributary.Tests.Emulator.Confluence.V2;

namespace Tributary.Tests.Emulator.World;

public sealed class ConcurrencyTests
{
    [Fact(Timeout = 20000)]
    public async Task Hundreds_of_readers_and_writers_at_once_leave_the_site_whole()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content parent = site.AddPage("Parent");

        Reply[] replies = await Task.WhenAll(Enumerable.Range(0, 400).Select(number => (number % 4) switch
        {
            0 => site.PostAsync("/api/v2/pages", Under(site, parent, $"Page {number}"), "bob"),
            1 => site.GetAsync($"/api/v2/pages/{parent.Id}/direct-children?limit=250", "charlie"),
            2 => site.PostAsync("/api/v2/footer-comments", Comment(parent), "bob"),
            _ => site.GetAsync("/api/v2/pages?limit=250&body-format=storage", "charlie"),
        }));
        Reply children = await site.GetAsync($"/api/v2/pages/{parent.Id}/direct-children?limit=250");
        Reply comments = await site.GetAsync($"/api/v2/pages/{parent.Id}/footer-comments?limit=250");

        Assert.All(replies, reply => Assert.InRange(reply.Status, 200, 201));
        Assert.Equal(100, children.Each("id").Distinct().Count());
        Assert.Equal(100, comments.Each("id").Distinct().Count());
    }

    private static JsonObject Under(TeamSite site, Content parent, string title)
    {
        JsonObject page = PageTests.Page(site, title);
        page["parentId"] = parent.Id;
        return page;
    }

    private static JsonObject Comment(Content page) => new()
    {
        ["pageId"] = page.Id,
        ["body"] = new JsonObject { ["representation"] = "storage", ["value"] = "<p>Nice</p>" },
    };
}
