using System.Globalization;
using Tributary.Atlassian;

namespace Tributary.Tests.Tools.Confluence;

/// <summary>Confluence keeps a draft at version 1 whatever is written: what a writer has read is told by its text.</summary>
public sealed class DraftWritingTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_draft_that_another_wrote_since_is_not_written_over(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();
        Reply draft = (await bob.CallAsync("confluence_create_page", ("space_key", "OPEN"), ("title", ToolSite.NewTitle()), ("body", "# A\n\na"), ("draft", true))).Succeeded();
        string id = draft["id"]!;
        Reply read = (await bob.CallAsync("confluence_get_page", ("page_id", id))).Succeeded();
        int version = int.Parse(draft["version"]!, CultureInfo.InvariantCulture);
        Assert.Equal(draft["version"], read["version"]);

        Reply edited = (await bob.CallAsync("confluence_edit_page", ("page_id", id), ("base_version", version), ("operations", new[] { new { op = "append", section = "A", content = "FIRST" } }))).Succeeded();
        Reply stale = await bob.CallAsync("confluence_update_page", ("page_id", id), ("base_version", version), ("body", "SECOND"));
        Reply guessed = await bob.CallAsync("confluence_update_page", ("page_id", id), ("base_version", 1), ("body", "SECOND"));
        Reply next = await bob.CallAsync("confluence_update_page", ("page_id", id), ("new_version_number", 2), ("body", "SECOND"));

        Assert.Contains("Confluence keeps no versions of a draft: this write cannot be undone, and of two at the same moment the last one stays.", edited.Text, StringComparison.Ordinal);
        Assert.Contains($"--- version {version}\n+++ version {edited["version"]}\n", edited.Text, StringComparison.Ordinal);
        Assert.Contains("<<< what changes;", edited.Text, StringComparison.Ordinal);
        Assert.StartsWith(
            $"version_conflict: Draft {id} has another text than the one you read: it is at version {edited["version"]}; `base_version` was {version}. Confluence keeps no earlier text of a draft to merge with.",
            stale.Text, StringComparison.Ordinal);
        Assert.StartsWith("version_conflict: ", guessed.Text, StringComparison.Ordinal);
        Assert.StartsWith("version_conflict: ", next.Text, StringComparison.Ordinal);
        Assert.Equal("<h1>A</h1><p>a</p><p>FIRST</p>", site.Wiki.Find(id)!.Body);

        Reply updated = (await bob.CallAsync("confluence_update_page", ("page_id", id), ("base_version", int.Parse(edited["version"]!, CultureInfo.InvariantCulture)), ("body", "SECOND"))).Succeeded();
        Assert.Equal(updated["version"], (await bob.CallAsync("confluence_get_page", ("page_id", id))).Succeeded()["version"]);
        Assert.Equal("<p>SECOND</p>", site.Wiki.Find(id)!.Body);
    }
}
