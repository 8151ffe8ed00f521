using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Writing;

/// <summary>The call that takes a write back, as a model can send it: the tool's name and its arguments as JSON.</summary>
internal static class Undo
{
    // A call that takes back a long text would cost its reader more than a look into the history.
    private const int MostCharacters = 4_000;

    /// <param name="written">The version that the write left: what others write after it is not taken back.</param>
    public static string ToVersion(PageId page, int version, int written) =>
        string.Create(CultureInfo.InvariantCulture, $$"""confluence_restore_page {"page_id":"{{page}}","version":{{version}},"base_version":{{written}}}""");

    public static string FromTrash(PageId page) => $$"""confluence_restore_page {"page_id":"{{page}}"}""";

    public static string ToTrash(PageId page) => $$"""confluence_delete_page {"page_id":"{{page}}"}""";

    public static string Move(PageId page, PageId former) => $$"""confluence_move_page {"page_id":"{{page}}","target_id":"{{former}}"}""";

    public static string ToParent(PageId page, PageId parent, int written) =>
        string.Create(CultureInfo.InvariantCulture, $$"""confluence_update_page {"page_id":"{{page}}","base_version":{{written}},"parent_page_id":"{{parent}}"}""");

    public static string DeleteComment(PageId comment) => $$"""confluence_delete_comment {"comment_id":"{{comment}}"}""";

    public static string ResolveComment(PageId comment, bool resolve) => $$"""confluence_update_comment {"comment_id":"{{comment}}","action":"{{(resolve ? "resolve" : "reopen")}}"}""";

    /// <summary>Null where the former body is too long to be sent around.</summary>
    public static string? EditComment(PageId comment, string formerBody) =>
        Call("confluence_update_comment", new JsonObject { ["comment_id"] = comment.ToString(), ["body"] = formerBody, ["format"] = "storage" });

    public static string? SetLabels(PageId page, IEnumerable<string> add, IEnumerable<string> remove) =>
        Call("confluence_set_labels", new JsonObject { ["page_id"] = page.ToString(), ["add"] = List(add), ["remove"] = List(remove) });

    /// <param name="formerValue">JSON; null deletes what was not there.</param>
    public static string? SetProperty(PageId page, string key, string? formerValue) => Call("confluence_set_property", formerValue is null
        ? new JsonObject { ["page_id"] = page.ToString(), ["key"] = key, ["delete"] = true }
        : new JsonObject { ["page_id"] = page.ToString(), ["key"] = key, ["value"] = formerValue });

    public static string? SetRestrictions(PageId page, Restrictions former) => Call("confluence_set_restrictions", new JsonObject
    {
        ["page_id"] = page.ToString(),
        ["read_users"] = List(former.Read.Users.Select(user => user.Id)),
        ["read_groups"] = List(former.Read.Groups.Select(group => group.Name)),
        ["update_users"] = List(former.Update.Users.Select(user => user.Id)),
        ["update_groups"] = List(former.Update.Groups.Select(group => group.Name)),
    });

    private static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static string? Call(string tool, JsonObject arguments)
    {
        string call = $"{tool} {SeenJson.Of(JsonSerializer.Serialize(arguments, ToolJson.Relaxed.JsonObject))}";
        return call.Length <= MostCharacters ? call : null;
    }
}
