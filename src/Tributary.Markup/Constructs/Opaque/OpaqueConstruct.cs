using System.Collections.Frozen;
using System.Text;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Opaque;

/// <summary>What nothing else reads. What is readable inside can be edited; the rest can be moved or deleted.</summary>
internal static class OpaqueConstruct
{
    public const string Name = "opaque";

    // Elements that only say how their words look, or nothing at all.
    private static readonly FrozenSet<string> Formatting = new[]
    {
        "abbr", "acronym", "address", "article", "aside", "b", "bdi", "bdo", "big", "caption", "center", "cite", "dd", "del", "details", "dfn", "dl", "dt", "em", "figcaption", "figure", "font",
        "footer", "header", "i", "ins", "kbd", "label", "legend", "main", "mark", "nav", "q", "s", "samp", "section", "small", "span", "strike", "strong", "sub", "summary", "sup", "tt", "u", "var", "wbr",
        "ac:inline-comment-marker", "ac:link-body", "ac:plain-text-link-body",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What no reader sees of the parts of something larger, should it stand outside of it.</summary>
    public static bool IsUnseen(string name) => name is "ac:parameter" or "ac:default-parameter" or "ac:task-id" or "ac:task-uuid" or "ac:task-status" or "col" or "colgroup"
        or "ac:adf-attribute" or "ac:adf-mark" or "ac:adf-parameter" or "ac:adf-fragment-mark";

    /// <summary>An element within a line whose content, if it has any, is not words for a reader.</summary>
    public static bool IsOpaque(StorageElement element)
    {
        if (element.Name is "script" or "style" or "iframe" or "object" or "svg") return true;
        return element.Name is not ("br" or "a" or "code" or "time" or "img") && !IsKnown(element.Name) && !element.Children.Any(child => child is not StorageComment);
    }

    public static InlineDirective ReadInline(StorageElement element, Marks marks, Handles? handles, IReadOnlyList<DirectiveAttribute>? shown = null) =>
        new(Name, element.Name, shown ?? [], handles?.Take(), marks) { Origin = StorageOrigin.Of(element), IsOpaque = true };

    public static Directive ReadBlock(StorageElement element, BlockReader reader) =>
        new(Name, element.Name, [], reader.Handles.Take(), Body: null) { Origin = StorageOrigin.Of(element), IsOpaque = true };

    /// <summary>Null where nothing can be seen inside.</summary>
    public static Directive? ReadContainer(StorageElement element, BlockReader reader)
    {
        string handle = reader.Handles.Take();
        IReadOnlyList<Block> body = reader.Read(element.Children);
        if (body.Count > 0) return new Directive(Name, element.Name, [], handle, body) { Origin = StorageOrigin.Of(element) };
        reader.Handles.Release();
        return null;
    }

    public static void Write(Directive opaque, StorageRenderer renderer, StringBuilder to)
    {
        renderer.Losses.Add(Loss(opaque.Label));
        renderer.WriteBlocks(opaque.Blocks, to);
    }

    public static void Write(InlineDirective opaque, StorageRenderer renderer) => renderer.Losses.Add(Loss(opaque.Label));

    private static bool IsKnown(string name) => Formatting.Contains(name) || Blocks.IsBlock(name) || IsUnseen(name)
        || name is "ac:link" or "ac:image" or "ac:emoticon" or "ac:placeholder" or "at:var" or "ac:structured-macro" or "ac:macro";

    private static string Loss(string label) => $"opaque part '{label}', which only its original could say";
}
