using System.Text.Json.Serialization;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.World;

/// <summary>All that is remembered of one site: what a data file holds.</summary>
internal sealed class WikiState
{
    public List<User> Users { get; init; } = [];

    public List<Group> Groups { get; init; } = [];

    public List<Space> Spaces { get; init; } = [];

    /// <summary>Ordered by number.</summary>
    public List<Content> Contents { get; init; } = [];

    public List<Label> Labels { get; init; } = [];

    public List<TaskItem> Tasks { get; init; } = [];

    public List<Template> Templates { get; init; } = [];

    public List<LongTask> LongTasks { get; init; } = [];

    /// <summary>Settable, so that a file from before Jira has an empty one.</summary>
    public TrackerState Jira { get; set; } = new();

    public long LastContentNumber { get; set; } = 98303;

    /// <summary>Whatever is put last anywhere gets a greater position than all before it.</summary>
    public long LastPosition { get; set; }

    /// <summary>Counts spaces, labels, properties, tasks and templates.</summary>
    public long LastId { get; set; } = 32767;
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(WikiState))]
internal sealed partial class WikiStateJson : JsonSerializerContext;
