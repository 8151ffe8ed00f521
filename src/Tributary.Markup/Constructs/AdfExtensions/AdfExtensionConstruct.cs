using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.AdfExtensions;

/// <summary>
/// <c>ac:adf-extension</c>: what the newer editor has and storage format has no element for, such as decisions and violet notes. Its content is read; where it has none, what stands in for it
/// on older sites is shown and cannot be edited.
/// </summary>
internal static class AdfExtensionConstruct
{
    public static Directive Read(StorageElement element, BlockReader reader)
    {
        string handle = reader.Handles.Take();
        StorageElement? node = element.Child("ac:adf-node");
        string label = string.Join(' ', new[] { node?["type"], Attribute(node, "panel-type") ?? Attribute(node, "extension-key") }.Where(word => word is { Length: > 0 }));
        StorageElement[] contents = node is null ? [] : [.. Content(node)];
        IReadOnlyList<Block> body = (node is null ? null : DecisionConstruct.Read(node, reader)) ?? [.. contents.SelectMany(content => reader.Read(content.Children))];

        // What is written anew could come to stand in the wrong one of several parts, or outside of them.
        bool isOpaque = body.Count == 0 || (contents.Length > 1 && !DecisionConstruct.IsDecision(body[0].Origin));
        if (body.Count == 0 && element.Child("ac:adf-fallback") is { } fallback) body = reader.Read(fallback.Children);
        return new Directive(OpaqueConstruct.Name, label.Length > 0 ? label : element.Name, [], handle, body.Count > 0 ? body : null) { Origin = StorageOrigin.Of(element), IsOpaque = isOpaque };
    }

    private static string? Attribute(StorageElement? node, string key) =>
        node?.Elements().FirstOrDefault(child => child.Name == "ac:adf-attribute" && child["key"] == key) is { } attribute ? VerbatimText.Of(attribute).Trim() : null;

    // What is content of the node or of any node within, in their order.
    private static IEnumerable<StorageElement> Content(StorageElement node) =>
        node.Elements().SelectMany(child => child.Name switch { "ac:adf-content" => [child], "ac:adf-node" => Content(child), _ => Enumerable.Empty<StorageElement>() });
}
