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

        screen.Begin("Edit it in storage format, byte for byte");
        JsonElement source = await CallAsync("confluence_get_page", new() { ["page_id"] = id, ["format"] = "storage" }, cancellationToken);
        string edited = Text(source, "body").Replace("lag<200", "lag<100", StringComparison.Ordinal);
        Expect(edited != Text(source, "body"), "the figure to correct is in a code macro", source);
        await CallAsync("confluence_update_page", new() { ["page_id"] = id, ["new_version_number"] = version + 1, ["format"] = "storage", ["body"] = edited }, cancellationToken);
        JsonElement after = await CallAsync("confluence_get_page", new() { ["page_id"] = id, ["format"] = "storage" }, cancellationToken);
        Expect(Text(after, "body") == edited && after.GetProperty("version").GetInt32() == version + 1, "version " + (version + 1) + " holds exactly what was sent, macros and all", after);

        screen.Begin("Write on an old version: refused, so that nobody's work is lost");
        JsonElement stale = await CallAsync(
            "confluence_update_page", new() { ["page_id"] = id, ["new_version_number"] = version + 1, ["format"] = "storage", ["body"] = "<p>Mine alone</p>" }, cancellationToken);
        Expect(ErrorCode(stale) == "version_conflict", "version_conflict, and what to do next", stale);

        screen.Begin("Overwrite macros with Markdown: refused, with the list of what would be lost");
        JsonElement lossy = await CallAsync("confluence_update_page", new() { ["page_id"] = id, ["base_version"] = version + 1, ["body"] = "Just text" }, cancellationToken);
        Expect(ErrorCode(lossy) == "lossy_write", "lossy_write: the page stays whole", lossy);

        screen.Begin("Write a page, and move it to the trash");
        JsonElement note = await CallAsync(
            "confluence_create_page",
            new() { ["space_key"] = "ENG", ["title"] = "Note of the tour", ["format"] = "storage", ["body"] = "<p>Written by <code>tributary demo</code>.</p>" }, cancellationToken);
        Expect(Text(note, "title") == "Note of the tour", "the page is there: " + Text(note, "url"), note);
        JsonElement trashed = await CallAsync("confluence_delete_page", new() { ["page_id"] = Text(note, "id") }, cancellationToken);
        Expect(Text(trashed, "status") == "success", "in the trash, from where it can be restored", trashed);

        screen.Begin("Read a page that is not there");
        JsonElement missing = await CallAsync("confluence_get_page", new() { ["page_id"] = Text(note, "id") }, cancellationToken);
        Expect(ErrorCode(missing) == "resource_not_found", "resource_not_found, told so that a model can go on", missing);
    }

    private async Task<JsonElement> CallAsync(string tool, JsonObject arguments, CancellationToken cancellationToken)
    {
        screen.Call(tool, Shown(arguments));
        CallToolResult result = await client.CallToolAsync(
            new CallToolRequestParams { Name = tool, Arguments = arguments.ToDictionary(argument => argument.Key, argument => JsonElement.Parse(argument.Value!.ToJsonString())) },
            cancellationToken);
        screen.Answer(string.Join('\n', result.Content.OfType<TextContentBlock>().Select(text => text.Text)));
        return result.StructuredContent ?? throw new TourException("the answer has no structured content");
    }

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
