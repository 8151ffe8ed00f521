using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Tributary.Touring;

/// <summary>What the product does, shown through a real client on the <c>demo</c> seed. Each step is held against what it should give.</summary>
internal sealed class Tour(McpClient client, TourScreen screen)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Whether every step gave what it should.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WalkAsync(cancellationToken);
            return true;
        }
        catch (TourException exception)
        {
            screen.Fail(exception.Message);
            return false;
        }
    }

    private async Task WalkAsync(CancellationToken cancellationToken)
    {
        screen.Begin("Search the wiki");
        JsonElement found = await CallAsync("confluence_search", new() { ["query"] = "booking queue", ["limit"] = 3 }, cancellationToken);
        JsonElement hit = found.GetProperty("results").EnumerateArray().FirstOrDefault();
        Expect(hit.ValueKind == JsonValueKind.Object && Text(hit, "title").Contains("Booking queue", StringComparison.Ordinal), "the runbook comes first", found);
        string id = Text(hit, "id");

        screen.Begin("Read the page, as Markdown");
        JsonElement page = await CallAsync("confluence_get_page", new() { ["page_id"] = id }, cancellationToken);
        Expect(Text(page, "body").Contains("outbox_rows", StringComparison.Ordinal), "its text is here, in a form that models read well", page);
        int version = page.GetProperty("version").GetInt32();

        screen.Begin("Edit a section and a figure: everything else stays byte for byte");
        string before = await StorageAsync(id, cancellationToken);
        JsonElement edit = await CallAsync(
            "confluence_edit_page",
            new()
            {
                ["page_id"] = id,
                ["base_version"] = version,
                ["operations"] = new JsonArray(
                    new JsonObject { ["op"] = "replace", ["section"] = "It is over when", ["content"] = "`outbox_rows` is below 50 and the newest ticket mail is younger than a minute." },
                    new JsonObject { ["op"] = "replace_text", ["find"] = "lag<200", ["content"] = "lag<100" }),
            },
            cancellationToken);
        string expected = before.Replace("below 100", "below 50", StringComparison.Ordinal).Replace("lag<200", "lag<100", StringComparison.Ordinal);
        Expect(await StorageAsync(id, cancellationToken) == expected, "the two figures are new, and of the rest, macros and all, not one byte", edit);

        screen.Begin("Undo it, by the call that the edit named");
        string undo = Text(edit, "undo");
        int arguments = undo.IndexOf('{', StringComparison.Ordinal);
        Expect(arguments > 0, "each write says how it is taken back", edit);
        JsonElement undone = await CallAsync(undo[..arguments].Trim(), JsonNode.Parse(undo[arguments..])!.AsObject(), cancellationToken);
        Expect(await StorageAsync(id, cancellationToken) == before, "the page is what it was, byte for byte", undone);

        screen.Begin("Write on an old version: refused, so that nobody's work is lost");
        JsonElement stale = await CallAsync(
            "confluence_update_page", new() { ["page_id"] = id, ["new_version_number"] = version + 1, ["format"] = "storage", ["body"] = "<p>Mine alone</p>" }, cancellationToken);
        Expect(ErrorCode(stale) == "version_conflict", "version_conflict, and what to do next", stale);

        screen.Begin("Overwrite macros with Markdown: refused, with the list of what would be lost");
        JsonElement lossy = await CallAsync("confluence_update_page", new() { ["page_id"] = id, ["base_version"] = version + 2, ["body"] = "Just text" }, cancellationToken);
        Expect(ErrorCode(lossy) == "lossy_write", "lossy_write: the page stays whole", lossy);

        screen.Begin("Write a page, and move it to the trash");
        JsonElement note = await CallAsync(
            "confluence_create_page",
            new() { ["space_key"] = "ENG", ["title"] = "Note of the tour", ["format"] = "storage", ["body"] = "<p>Written by <code>tributary demo</code>.</p>" }, cancellationToken);
        Expect(Text(note, "title") == "Note of the tour", "the page is there: " + Text(note, "url"), note);
        JsonElement trashed = await CallAsync("confluence_delete_page", new() { ["page_id"] = Text(note, "id") }, cancellationToken);
        Expect(Text(trashed, "status") == "success", "in the trash, from where it can be restored", trashed);

        screen.Begin("Find the issue behind it, in Jira");
        JsonElement issues = await CallAsync("jira_search", new() { ["query"] = "tariff query", ["project_key"] = "ENG", ["limit"] = 3 }, cancellationToken);
        Expect(issues.GetProperty("issues").EnumerateArray().Any(issue => Text(issue, "key") == "ENG-12"), "ENG-12 is among them", issues);

        screen.Begin("Write an issue with a slip in each field: told before anything is sent");
        JsonElement slips = await CallAsync("jira_create_issues", NewIssue(priority: "Hihg", estimate: "Story point"), cancellationToken);
        Expect(ErrorCode(slips) == "invalid_params" && slips.GetRawText().Contains("High", StringComparison.Ordinal), "invalid_params, with the names that are meant", slips);
        JsonElement created = await CallAsync("jira_create_issues", NewIssue(priority: "High", estimate: "Story points"), cancellationToken);
        Expect(Text(created.GetProperty("issues")[0], "key").StartsWith("ENG-", StringComparison.Ordinal), "created, by names in place of ids", created);

        screen.Begin("Read a page that is not there");
        JsonElement missing = await CallAsync("confluence_get_page", new() { ["page_id"] = Text(note, "id") }, cancellationToken);
        Expect(ErrorCode(missing) == "resource_not_found", "resource_not_found, told so that a model can go on", missing);
    }

    private static JsonObject NewIssue(string priority, string estimate) => new()
    {
        ["issues"] = new JsonArray(new JsonObject
        {
            ["project_key"] = "ENG",
            ["issue_type"] = "Story",
            ["summary"] = "Alarm when the outbox grows",
            ["fields"] = new JsonObject { ["Priority"] = priority, [estimate] = 3, ["Assignee"] = "bob@example.com" },
        }),
    };

    private async Task<JsonElement> CallAsync(string tool, JsonObject arguments, CancellationToken cancellationToken)
    {
        screen.Call(tool, Shown(arguments));
        CallToolResult result = await SendAsync(tool, arguments, cancellationToken);
        screen.Answer(string.Join('\n', result.Content.OfType<TextContentBlock>().Select(text => text.Text)));
        return Answer(result);
    }

    /// <summary>The bytes of a page, for the tour's own comparison: nothing for the screen.</summary>
    private async Task<string> StorageAsync(string page, CancellationToken cancellationToken) =>
        Text(Answer(await SendAsync("confluence_get_page", new() { ["page_id"] = page, ["format"] = "storage" }, cancellationToken)), "body");

    private ValueTask<CallToolResult> SendAsync(string tool, JsonObject arguments, CancellationToken cancellationToken) => client.CallToolAsync(
        new CallToolRequestParams { Name = tool, Arguments = arguments.ToDictionary(argument => argument.Key, argument => JsonElement.Parse(argument.Value!.ToJsonString())) },
        cancellationToken);

    private static JsonElement Answer(CallToolResult result) => result.StructuredContent ?? throw new TourException("the answer has no structured content");

    private void Expect(bool given, string outcome, JsonElement answer)
    {
        if (!given)
            throw new TourException($"expected: {outcome}; the answer was {answer.GetRawText()}");
        screen.Pass(outcome);
    }

    private static string ErrorCode(JsonElement answer) => answer.TryGetProperty("error", out JsonElement error) ? Text(error, "code") : "";

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Shown(JsonObject arguments)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            arguments.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private sealed class TourException(string message) : Exception(message);
}
