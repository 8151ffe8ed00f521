using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary>Which fields can be set when.</summary>
internal static class Screen
{
    private static readonly ScreenField Comment = new("comment");

    public static IReadOnlyList<ScreenField> ForCreating(Project project, string typeId)
    {
        bool isSubtask = Type(typeId).IsSubtask;
        return
        [
            new("project", Required: true),
            new("issuetype", Required: true),
            .. isSubtask ? [new ScreenField("parent", Required: true)] : (ScreenField[])[],
            .. Of(project, typeId).Where(on => on.FieldId is not ("project" or "issuetype") && !(isSubtask && on.FieldId == "parent")),
        ];
    }

    /// <summary>The project stays, and so does the parent of a sub-task; comments can always be written.</summary>
    public static IReadOnlyList<ScreenField> ForEditing(Project project, string typeId) =>
        [.. Of(project, typeId).Where(on => on.FieldId != "project" && !(on.FieldId == "parent" && Type(typeId).IsSubtask)), Comment];

    /// <summary>The issue types of a project that an issue of a type can change to.</summary>
    public static IEnumerable<string> TypesLike(Project project, string typeId) => project.IssueTypeIds.Where(id => Type(id).IsSubtask == Type(typeId).IsSubtask);

    private static IReadOnlyList<ScreenField> Of(Project project, string typeId) => project.Screens.GetValueOrDefault(typeId) ?? [];

    private static IssueType Type(string id) => Catalog.IssueTypes.First(type => type.Id == id);
}
