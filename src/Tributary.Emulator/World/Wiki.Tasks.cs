using System.Globalization;
using Tributary.Markup.Syntax;

namespace Tributary.Emulator.World;

/// <summary>Action items: read out of bodies, and ticked in them.</summary>
internal sealed partial class Wiki
{
    public TaskItem? FindTask(long id) => state.Tasks.Find(task => task.Id == id);

    /// <summary>Ticks or unticks the box in the body, as a minor version of the content; no other byte changes.</summary>
    public TaskItem CompleteTask(User by, TaskItem task, bool isComplete)
    {
        Content content = Find(task.ContentId) ?? throw ConfluenceException.NotFound($"No task found with id : {task.Id}");
        RequireEdit(by, content);
        if (task.IsComplete == isComplete) return task;
        string body = content.Body;
        if (TaskElements(body).FirstOrDefault(element => LocalId(element) == task.LocalId)?.Child("ac:task-status") is { } status)
        {
            string ticked = string.Concat(body.AsSpan(0, status.ContentStart), isComplete ? "complete" : "incomplete", body.AsSpan(status.ContentEnd));
            content.Versions.Add(content.Latest with { Number = content.Latest.Number + 1, AuthorId = by.AccountId, When = Now, Message = "", Minor = true, Body = ticked });
        }

        ReadTasks(content, by);
        Changed();
        return task;
    }

    /// <summary>Notes the action items of a body that was put there by a seed.</summary>
    public void ReadTasks(Content content, User by)
    {
        var seen = new HashSet<string>();
        if (content.Body.Contains("<ac:task>", StringComparison.Ordinal))
        {
            foreach (StorageElement element in TaskElements(content.Body))
            {
                if (LocalId(element) is { } localId && seen.Add(localId)) ReadTask(content, by, element, localId);
            }
        }

        state.Tasks.RemoveAll(task => task.ContentId == content.Id && !seen.Contains(task.LocalId));
    }

    private void ReadTask(Content content, User by, StorageElement element, string localId)
    {
        StorageElement? taskBody = element.Child("ac:task-body");
        string body = taskBody is null ? "" : content.Body[taskBody.ContentStart..taskBody.ContentEnd];
        bool isComplete = Text(element.Child("ac:task-status")) == "complete";
        TaskItem? task = state.Tasks.Find(known => known.ContentId == content.Id && known.LocalId == localId);
        if (task is null)
        {
            task = new TaskItem { Id = NextSmallId(), ContentId = content.Id, LocalId = localId, CreatedBy = by.AccountId, CreatedAt = Now };
            state.Tasks.Add(task);
        }
        else if (task.Body != body || task.IsComplete != isComplete)
        {
            task.UpdatedAt = Now;
        }

        if (isComplete != task.IsComplete)
        {
            task.CompletedBy = isComplete ? by.AccountId : null;
            task.CompletedAt = isComplete ? Now : null;
        }

        task.IsComplete = isComplete;
        task.Body = body;
        task.AssignedTo = taskBody is null ? null : Assignee(taskBody);
        task.DueAt = taskBody is null ? null : Due(taskBody);
    }

    private static IEnumerable<StorageElement> TaskElements(string body) =>
        StorageDocument.Parse(body).Descendants().Where(element => element.Name == "ac:task");

    private static string? LocalId(StorageElement task) => Text(task.Child("ac:task-id")) is { Length: > 0 } id ? id : null;

    private static string Text(StorageElement? element) =>
        element is null ? "" : string.Concat(element.Children.OfType<StorageText>().Select(text => text.Value)).Trim();

    private string? Assignee(StorageElement body)
    {
        StorageElement? mention = Below(body).FirstOrDefault(element => element.Name == "ri:user");
        string? identity = mention?["ri:account-id"] ?? mention?["ri:userkey"] ?? mention?["ri:username"];
        return identity is null ? null : FindUser(identity)?.AccountId ?? identity;
    }

    private static DateTimeOffset? Due(StorageElement body) =>
        Below(body).FirstOrDefault(element => element.Name == "time")?["datetime"] is { } text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset due)
                ? due
                : null;

    // A task inside a task's body has an assignee and a date of its own.
    private static IEnumerable<StorageElement> Below(StorageElement element) =>
        element.Elements().Where(child => child.Name != "ac:task-list").SelectMany(child => Below(child).Prepend(child));
}
