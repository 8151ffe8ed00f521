using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.Comments;
using Tributary.Emulator.Jira.Links;
using Tributary.Emulator.Jira.Worklogs;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary>Comments, work and links that come with a change of fields, in <c>update</c>.</summary>
/// <param name="issue">Null while it is created.</param>
internal sealed class PartInput(JiraCall call, Project project, Issue? issue)
{
    public Action<Issue> Read(Field field, JsonNode? operation)
    {
        (string verb, JsonNode? value) = FieldOperations.Read(field, operation);
        if (value is not JsonObject given) throw JiraException.BadField(field.Id, "expected Object");
        return field.Id switch
        {
            "comment" => Comment(verb, given),
            "worklog" => Work(verb, given),
            _ => Link(given),
        };
    }

    private Action<Issue> Comment(string verb, JsonObject given)
    {
        if (verb == "add")
        {
            CommentInput input = CommentInput.Of(call, given, project);
            return changed => call.Jira.AddComment(call.User, changed, input.Body, input.Visibility);
        }

        IssueComment known = CommentAccess.Editable(call, issue ?? throw Given.Invalid(), Given.Text(given, "id") ?? "");
        if (verb == "remove") return changed => call.Jira.DeleteComment(changed, known);
        CommentInput edited = CommentInput.Of(call, given, project);
        return changed => call.Jira.EditComment(call.User, changed, known, edited.Body, edited.Visibility);
    }

    private Action<Issue> Work(string verb, JsonObject given)
    {
        if (verb == "add")
        {
            WorklogInput input = WorklogInput.New(call, given, project);
            return changed =>
            {
                call.Jira.AddWorklog(call.User, changed, input.StartedAt, input.Seconds, input.Comment, input.Visibility);
                EstimateAdjustment.Auto.Apply(call, changed, input.Seconds);
            };
        }

        Worklog known = WorklogAccess.Editable(call, issue ?? throw Given.Invalid(), Given.Text(given, "id") ?? "");
        if (verb == "remove") return changed => call.Jira.DeleteWorklog(changed, known);
        WorklogInput edited = WorklogInput.Edited(call, given, project, known);
        return changed => call.Jira.EditWorklog(call.User, changed, known, edited.StartedAt, edited.Seconds, edited.Comment, edited.Visibility);
    }

    private Action<Issue> Link(JsonObject given)
    {
        IssueLinkType type = LinkInput.Type(given);
        bool isOutward = given["outwardIssue"] is not null;
        Issue other = LinkInput.End(call, given, isOutward ? "outwardIssue" : "inwardIssue");
        return changed => call.Jira.Link(call.User, type, isOutward ? changed : other, isOutward ? other : changed);
    }
}
