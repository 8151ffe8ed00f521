using Tributary.Atlassian;
using Tributary.Tools.Catalog;
using Tributary.Tools.Discovery;

namespace Tributary.Tools;

/// <summary>The one place that decides whether a tool may be called. What is listed may be called; what may be called and is not listed, <c>find_tools</c> finds.</summary>
/// <param name="products">What is configured; none given means all.</param>
internal sealed class Policy(ToolSettings settings, params IReadOnlyCollection<AtlassianProduct> products)
{
    private readonly HashSet<string> enabled = [.. settings.EnabledTools.Select(ToolAliases.Resolve)];

    /// <summary>Whether the site has what the tool needs. Who calls it all the same is told what is lacking by the call itself.</summary>
    public Func<CatalogTool, bool> IsOffered { get; init; } = _ => true;

    public bool Allows(CatalogTool tool) => Refusal(tool) is null;

    /// <summary>What <c>find_tools</c> finds.</summary>
    public bool Leaves(CatalogTool tool) => Allows(tool) && IsOffered(tool) && !Lists(tool);

    public bool Lists(CatalogTool tool)
    {
        if (!Allows(tool) || !IsOffered(tool))
            return false;

        bool isChosen = settings.Toolsets.Count > 0 || enabled.Count > 0;
        return tool.Name == FindToolsTool.Name ? !isChosen : isChosen || tool.Toolset == Toolset.Core;
    }

    public void Check(CatalogTool tool)
    {
        if (Refusal(tool) is { } refusal)
            throw refusal;
    }

    /// <summary>Why a tool may not be called; null where it may.</summary>
    public string? WhyNot(CatalogTool tool) => Refusal(tool)?.Message;

    private ToolException? Refusal(CatalogTool tool)
    {
        if (tool.Product is { } product && products.Count > 0 && !products.Contains(product))
            return new(ErrorCode.Unsupported, $"This server has no {product}.", $"Use a listed tool; the operator can set {product.ToString().ToUpperInvariant()}_URL and a credential.");

        if (settings.ReadOnly && tool.Writes)
            return new(ErrorCode.ReadOnly, $"This server is read-only: {tool.Name} writes.", "Tell the user what you would have written; the operator can switch READ_ONLY_MODE off.");

        if (enabled.Count > 0 && !enabled.Contains(tool.Name))
            return new(ErrorCode.NotAllowed, $"The operator has not enabled {tool.Name}.", "Use a listed tool; the operator can add this one to ENABLED_TOOLS.");

        if (settings.Toolsets.Count > 0 && !settings.Toolsets.Any(name => name == Toolset.All || name == tool.Toolset))
            return new(ErrorCode.NotAllowed, $"{tool.Name} belongs to the toolset {tool.Toolset}, which is not switched on.", "Use a listed tool; the operator can add the toolset to TOOLSETS.");

        return tool.Permanent && !settings.AllowPermanentDelete
            ? new(ErrorCode.NotAllowed, $"{tool.Name} deletes for good.", "The operator can allow it with ALLOW_PERMANENT_DELETE=true.")
            : null;
    }
}
