using System.Diagnostics.CodeAnalysis;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.World;

/// <summary>
/// One emulated Confluence site. Members are called inside <see cref="Read{T}"/> or <see cref="Write{T}"/>: many readers, or one writer. A mutation that throws has changed nothing.
/// </summary>
internal sealed partial class Wiki(EmulatedDeployment deployment, TimeProvider clock) : IDisposable
{
    private readonly ReaderWriterLockSlim gate = new();
    private WikiState state = new();
    private WikiIndex index = new();

    public EmulatedDeployment Deployment { get; } = deployment;

    /// <summary>The Jira beside it: one site, one lock, one set of people.</summary>
    [field: AllowNull]
    public Tracker Jira => field ??= new Tracker(this, state.Jira);

    /// <summary>What the clock says instead, while a seed plants the past.</summary>
    public DateTimeOffset? PretendedNow { get; set; }

    public DateTimeOffset Now => PretendedNow ?? clock.GetUtcNow();

    /// <summary>Grows with every change: what was built for one revision holds until the next.</summary>
    public long Revision { get; private set; }

    public IReadOnlyList<Space> Spaces => state.Spaces;

    /// <summary>Everything, ordered by number.</summary>
    public IReadOnlyList<Content> Contents => state.Contents;

    public IReadOnlyList<TaskItem> Tasks => state.Tasks;

    public IReadOnlyList<Label> Labels => state.Labels;

    public IReadOnlyList<Template> Templates => state.Templates;

    public IReadOnlyList<LongTask> LongTasks => state.LongTasks;

    public T Read<T>(Func<Wiki, T> ask)
    {
        gate.EnterReadLock();
        try
        {
            return ask(this);
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    public T Write<T>(Func<Wiki, T> change)
    {
        gate.EnterWriteLock();
        try
        {
            return change(this);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    /// <summary>The state to be saved, inside <see cref="Read{T}"/>.</summary>
    public WikiState Snapshot() => state;

    public void Load(WikiState saved)
    {
        state = saved;
        index = new WikiIndex();
        foreach (Content content in state.Contents) index.Add(content);
        Jira.Load(state.Jira);
        Revision++;
    }

    public Content? Find(string id) => index.Find(id);

    public T? Find<T>(string id) where T : Content => index.Find(id) as T;

    public Space? FindSpace(string key) => state.Spaces.Find(space => space.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    public Space? FindSpace(long id) => state.Spaces.Find(space => space.Id == id);

    public Space SpaceOf(Content content) => FindSpace(content.SpaceId) ?? throw new InvalidOperationException($"Space {content.SpaceId} is gone, its content {content.Id} is not.");

    /// <summary>Everything of the space, ordered by number.</summary>
    public IReadOnlyList<Content> ContentsOf(Space space) => index.InSpace(space.Id);

    /// <summary>Whatever type and status, in any case of letters.</summary>
    public IReadOnlyList<Content> Titled(Space space, string title) => index.Titled(space.Id, title);

    /// <summary>Comments, attachments and custom content of a content, oldest first.</summary>
    public IReadOnlyList<Content> ContainedIn(Content container) => index.ContainedIn(container.Id);

    /// <summary>What a comment, attachment or custom content belongs to; null for what stands for itself.</summary>
    public Content? ContainerOf(Content content) => WikiIndex.ContainerId(content) is { } id ? Find(id) : null;

    private long NextNumber() => ++state.LastContentNumber;

    private long NextSmallId() => ++state.LastId;

    internal void Changed() => Revision++;

    private T Add<T>(T content) where T : Content
    {
        state.Contents.Add(content);
        index.Add(content);
        Changed();
        return content;
    }

    private void Remove(Content content)
    {
        state.Contents.Remove(content);
        state.Tasks.RemoveAll(task => task.ContentId == content.Id);
        index.Remove(content);
        Changed();
    }

    public void Dispose() => gate.Dispose();
}
