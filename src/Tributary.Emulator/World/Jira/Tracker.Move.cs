using System.Globalization;
using System.Text.Json.Nodes;

namespace Tributary.Emulator.World.Jira;

internal sealed partial class Tracker
{
    /// <summary>Takes an issue, and its sub-tasks with it, to another project or type. What the project does not have stays behind; the old key still leads to the issue.</summary>
    /// <param name="subtaskTypeId">What sub-tasks become.</param>
    public void Move(User by, Issue issue, Project target, string typeId, string? subtaskTypeId)
    {
        List<Issue> children = [.. ChildrenOf(issue).Where(child => Catalog.IssueTypes.First(type => type.Id == child.TypeId).IsSubtask)];
        var items = new List<ChangeItem>();
        if (target.Id != issue.ProjectId)
        {
            Project source = ProjectOf(issue);
            string key = string.Create(CultureInfo.InvariantCulture, $"{target.Key}-{++target.LastNumber}");
            items.Add(new ChangeItem("project", source.Id.ToString(CultureInfo.InvariantCulture), source.Name, target.Id.ToString(CultureInfo.InvariantCulture), target.Name));
            items.Add(new ChangeItem("Key", null, issue.Key, null, key));
            issue.FormerKeys.Add(issue.Key);
            (issue.Key, issue.ProjectId) = (key, target.Id);
            issue.Values["project"] = target.Id.ToString(CultureInfo.InvariantCulture);
            Index(issue);
            Set("fixVersions", null);
            Set("versions", null);
            Set("components", null);
            if (WorkflowOf(source).Id != target.WorkflowId) Set("status", WorkflowOf(target).FirstStatusId);
        }

        Set("issuetype", typeId);
        Remember(by, issue, items);
        if (subtaskTypeId is null) return;
        foreach (Issue child in children) Move(by, child, target, subtaskTypeId, null);

        void Set(string field, JsonNode? value)
        {
            JsonNode? before = issue.Values.GetValueOrDefault(field);
            if (JsonNode.DeepEquals(before, value)) return;
            items.Add(ItemOf(field, before, value));
            if (value is null) issue.Values.Remove(field);
            else issue.Values[field] = value;
        }
    }

    public BulkTask AddBulkTask(User by, IReadOnlyList<long> issueIds, int inaccessible)
    {
        var task = new BulkTask(NextId().ToString(CultureInfo.InvariantCulture), by.AccountId, wiki.Now, issueIds, inaccessible);
        state.BulkTasks.Add(task);
        Changed();
        return task;
    }
}
