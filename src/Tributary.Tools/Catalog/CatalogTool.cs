using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;

namespace Tributary.Tools.Catalog;

/// <summary>A tool as the catalogue knows it: one attributed method, its parameters and its result.</summary>
internal abstract class CatalogTool
{
    private readonly McpServerToolAttribute hints;
    private readonly MethodInfo method;
    private readonly Lazy<Tool> listed;
    private readonly Lazy<Tool> listedWithoutFiles;

    private protected CatalogTool(MethodInfo method)
    {
        this.method = method;
        hints = method.GetCustomAttribute<McpServerToolAttribute>()!;
        Permanent = method.IsDefined(typeof(PermanentAttribute));
        // The last parameter is the cancellation token.
        Parameters = [.. method.GetParameters().SkipLast(1).Select(parameter => new Parameter(parameter))];
        listed = new(() => Describe(Parameters));
        listedWithoutFiles = new(() => Describe(Parameters.Where(parameter => !parameter.IsLocalFile)));
    }

    public string Name => hints.Name!;

    public string Toolset { get; private init; } = Tools.Toolset.Core;

    public bool Writes => !hints.ReadOnly;

    /// <summary>False for what this server knows itself.</summary>
    public bool AsksAtlassian => hints.OpenWorld;

    /// <summary>Whose tool it is, as its name begins; null for what this server knows itself.</summary>
    public AtlassianProduct? Product => Name.StartsWith("jira_", StringComparison.Ordinal) ? AtlassianProduct.Jira
        : Name.StartsWith("confluence_", StringComparison.Ordinal) ? AtlassianProduct.Confluence : null;

    public bool Permanent { get; }

    /// <summary>Whether a site has what the tool needs, where some have not.</summary>
    public Func<ConfluenceClient, bool>? Needs { get; private init; }

    public IReadOnlyList<Parameter> Parameters { get; }

    protected abstract JsonElement OutputSchema { get; }

    /// <summary>The line of registration: <typeparamref name="TTool"/> has exactly one method with <see cref="McpServerToolAttribute"/>.</summary>
    public static CatalogTool Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TTool, TResult>(
        Func<ToolContext, TTool> create, JsonTypeInfo<TResult> json, string toolset = Tools.Toolset.Core, Func<ConfluenceClient, bool>? needs = null)
        where TTool : class
        where TResult : class, IToolResult
    {
        MethodInfo method = typeof(TTool).GetMethods().Single(candidate => candidate.IsDefined(typeof(McpServerToolAttribute)));
        return new CatalogTool<TTool, TResult>(method, create, json) { Toolset = toolset, Needs = needs };
    }

    /// <param name="withFiles">Whether parameters that name files of this machine exist.</param>
    public Tool Listed(bool withFiles) => withFiles ? listed.Value : listedWithoutFiles.Value;

    /// <summary>For the list that is paid for in every conversation: results explain themselves, so that their schema is left to who asks for all toolsets.</summary>
    public Tool ListedBriefly(bool withFiles)
    {
        Tool whole = Listed(withFiles);
        return Product is null
            ? whole
            : new() { Name = whole.Name, Title = whole.Title, Description = whole.Description, InputSchema = whole.InputSchema, OutputSchema = Schemas.AnyObject, Annotations = whole.Annotations };
    }

    public abstract Task<CallToolResult> InvokeAsync(ToolContext context, object?[] arguments, CancellationToken cancellationToken);

    private Tool Describe(IEnumerable<Parameter> parameters) => new()
    {
        Name = Name,
        Title = hints.Title,
        Description = method.GetCustomAttribute<DescriptionAttribute>()!.Description,
        InputSchema = Schemas.Input(parameters),
        OutputSchema = OutputSchema,
        Annotations = new()
        {
            ReadOnlyHint = hints.ReadOnly,
            // The two mean nothing for a tool that only reads.
            DestructiveHint = hints.ReadOnly ? null : hints.Destructive,
            IdempotentHint = hints.ReadOnly ? null : hints.Idempotent,
            OpenWorldHint = hints.OpenWorld,
        },
    };
}

internal sealed class CatalogTool<TTool, TResult>(MethodInfo method, Func<ToolContext, TTool> create, JsonTypeInfo<TResult> json) : CatalogTool(method)
    where TTool : class
    where TResult : class, IToolResult
{
    private readonly MethodInvoker invoker = MethodInvoker.Create(method);

    protected override JsonElement OutputSchema => Schemas.Output(json);

    public override async Task<CallToolResult> InvokeAsync(ToolContext context, object?[] arguments, CancellationToken cancellationToken)
    {
        object?[] all = [.. arguments, cancellationToken];
        TResult result = await (Task<TResult>)invoker.Invoke(create(context), all.AsSpan())!;
        if (context.CalledByAlias)
            result = (TResult)result.ForAlias();
        return new()
        {
            Content = [new TextContentBlock { Text = result.ToText() }, .. result.Attached],
            StructuredContent = JsonSerializer.SerializeToElement(result, json),
        };
    }
}
