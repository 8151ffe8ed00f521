using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Jira;

namespace Tributary.Tools.Catalog;

internal enum ParameterKind
{
    Text,
    Integer,
    Boolean,
    Choice,
    TextList,
    PageId,
    SpaceKey,
    IssueKey,
    ProjectKey,
    JiraId,

    /// <summary>An object whose members the tool itself knows.</summary>
    Object,

    /// <summary>Any JSON value, written as a text.</summary>
    Json,

    /// <summary>Objects, each bound to the constructor of its type as arguments are to a tool's method.</summary>
    Records,
}

/// <summary>A parameter of a tool, read once from the signature of its method: schema, check and binding all follow from it.</summary>
internal sealed class Parameter
{
    public Parameter(ParameterInfo source)
    {
        Name = source.Name!;
        Type = Nullable.GetUnderlyingType(source.ParameterType) ?? source.ParameterType;
        Kind = KindOf(Type);
        Required = !source.HasDefaultValue;
        Default = source.HasDefaultValue ? source.DefaultValue : null;
        Description = source.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        Choices = Kind == ParameterKind.Choice ? [.. Enum.GetNames(Type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)] : [];
        Fields = Kind == ParameterKind.Records ? [.. RecordConstructor.GetParameters().Select(field => new Parameter(field))] : [];
        IsProse = source.IsDefined(typeof(ProseAttribute));
        IsLocalFile = source.IsDefined(typeof(LocalFileAttribute));
        if (source.GetCustomAttribute<RangeAttribute>() is { } range)
            (Minimum, Maximum) = ((int)range.Minimum, (int)range.Maximum);
        // Reflection hands an enum's default as its underlying number.
        if (Kind == ParameterKind.Choice && Default is not null)
            Default = Enum.ToObject(Type, Default);
    }

    public string Name { get; }

    public Type Type { get; }

    public ParameterKind Kind { get; }

    public bool Required { get; }

    public object? Default { get; }

    public string Description { get; }

    public IReadOnlyList<string> Choices { get; }

    /// <summary>Of the objects in a list.</summary>
    public IReadOnlyList<Parameter> Fields { get; }

    public ConstructorInfo RecordConstructor => Type.GetElementType()!.GetConstructors().Single();

    public int? Minimum { get; }

    public int? Maximum { get; }

    public bool IsProse { get; }

    public bool IsLocalFile { get; }

    /// <summary>What a caller should send, in words.</summary>
    public string Expected => Kind switch
    {
        ParameterKind.Integer => Minimum is null ? "an integer" : Maximum == int.MaxValue ? $"an integer from {Minimum}" : $"an integer from {Minimum} to {Maximum}",
        ParameterKind.Boolean => "true or false",
        ParameterKind.Choice => "one of " + string.Join(", ", Choices),
        ParameterKind.TextList => "a list of texts",
        ParameterKind.Records => "a list of objects",
        ParameterKind.PageId => "an id such as \"98304\"",
        ParameterKind.SpaceKey => "a space key such as \"ENG\"",
        ParameterKind.Json => "JSON, a text in quotes of its own",
        ParameterKind.IssueKey => "the key of an issue such as \"ENG-123\"",
        ParameterKind.ProjectKey => "a project key such as \"ENG\"",
        ParameterKind.JiraId => "an id such as \"10042\"",
        ParameterKind.Object => "an object",
        _ => "a text",
    };

    private static ParameterKind KindOf(Type type) =>
        type == typeof(string) ? ParameterKind.Text
        : type == typeof(int) ? ParameterKind.Integer
        : type == typeof(bool) ? ParameterKind.Boolean
        : type.IsEnum ? ParameterKind.Choice
        : type == typeof(string[]) ? ParameterKind.TextList
        : type == typeof(PageId) ? ParameterKind.PageId
        : type == typeof(SpaceKey) ? ParameterKind.SpaceKey
        : type == typeof(JsonElement) ? ParameterKind.Json
        : type == typeof(IssueKey) ? ParameterKind.IssueKey
        : type == typeof(ProjectKey) ? ParameterKind.ProjectKey
        : type == typeof(JiraId) ? ParameterKind.JiraId
        : type == typeof(ObjectArgument) ? ParameterKind.Object
        : type is { IsArray: true } && type.GetElementType()!.IsClass ? ParameterKind.Records
        : throw new NotSupportedException($"A tool cannot take a {type}.");
}
