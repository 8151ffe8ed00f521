using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary>What one write changed, as histories show it.</summary>
internal sealed class ChangeJson(JiraCall call)
{
    public JsonObject Of(Change change) => new()
    {
        ["id"] = $"{change.Id}",
        ["author"] = UserJson.Of(call, change.AuthorId),
        ["created"] = JiraTime.Text(change.When),
        ["items"] = new JsonArray([.. change.Items.SelectMany(Split).Select(Item)]),
    };

    // Versions and components come and go one by one, each with its id.
    private IEnumerable<ChangeItem> Split(ChangeItem item)
    {
        FieldKind? kind = Catalog.Field(item.FieldId)?.Kind;
        if (kind is not (FieldKind.Versions or FieldKind.Components)) return [item];
        string[] before = Ids(item.From), after = Ids(item.To);
        return
        [
            .. before.Except(after).Select(id => new ChangeItem(item.FieldId, id, call.Jira.Shown(item.FieldId, id), null, null)),
            .. after.Except(before).Select(id => new ChangeItem(item.FieldId, null, null, id, call.Jira.Shown(item.FieldId, id))),
        ];

        static string[] Ids(string? ids) => ids?.Split(", ") ?? [];
    }

    private JsonObject Item(ChangeItem item)
    {
        bool isCustom = Catalog.Field(item.FieldId)?.IsCustom == true;
        var json = new JsonObject { ["field"] = Name(item.FieldId), ["fieldtype"] = isCustom ? "custom" : "jira" };
        if (call.IsCloud) json["fieldId"] = item.FieldId;
        json["from"] = Identity(item, item.From);
        json["fromString"] = Text(item, item.FromText);
        json["to"] = Identity(item, item.To);
        json["toString"] = Text(item, item.ToText);
        return json;
    }

    // What Data Center knows people by is the key.
    private string? Identity(ChangeItem item, string? id) =>
        !call.IsCloud && id is not null && Catalog.Field(item.FieldId)?.Kind is FieldKind.User ? call.Wiki.FindUser(id)?.UserKey ?? id : id;

    // Histories tell rich texts as wiki markup, on Cloud too.
    private string? Text(ChangeItem item, string? text) =>
        text is not null && call.IsCloud && Catalog.Field(item.FieldId)?.Kind == FieldKind.RichText
            ? Tributary.Markup.WikiMarkup.FromMarkdown(Tributary.Markup.Adf.AdfDocument.ToMarkdown(text).Text).Text.TrimEnd('\n')
            : text;

    private string Name(string fieldId) => fieldId switch
    {
        "fixVersions" => "Fix Version",
        "versions" => "Version",
        "components" => "Component",
        "issuelinks" => "Link",
        "attachment" => "Attachment",
        "parent" => call.IsCloud ? "IssueParentAssociation" : "Parent",
        _ when Catalog.Field(fieldId) is { IsCustom: true } field => field.Name,
        _ => fieldId,
    };
}
