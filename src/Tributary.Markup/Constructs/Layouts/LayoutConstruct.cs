using System.Text;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Constructs.Layouts;

/// <summary><c>ac:layout</c>, its sections and their cells.</summary>
internal static class LayoutConstruct
{
    private const string Prefix = "ac:";
    public const string Layout = "layout";
    public const string Section = "layout-section";
    public const string Cell = "layout-cell";

    public static Directive Read(StorageElement element, BlockReader reader)
    {
        string handle = reader.Handles.Take();
        return new Directive(element.Name[Prefix.Length..], "", Attributes(element), handle, reader.Read(element.Children)) { Origin = StorageOrigin.Of(element) };
    }

    /// <summary>The values that its element has.</summary>
    public static IReadOnlyList<string> Values(Directive directive) => directive.Name == Section ? ["type", "breakout-mode", "breakout-width"] : [];

    public static bool IsLayout(Directive directive) => directive.Name is Layout or Section or Cell;

    public static bool Is(Block block, string name) => block is Directive directive && directive.Name == name;

    /// <summary>What stands where Confluence takes none of it is put where it does.</summary>
    public static void Write(Directive directive, StorageRenderer renderer, StringBuilder to)
    {
        switch (directive.Name)
        {
            case Layout:
                to.Append("<ac:layout>");
                foreach (Directive section in LayoutShape.Fit(null, directive, renderer.Losses).Blocks.Cast<Directive>()) WriteSection(section, renderer, to);
                to.Append("</ac:layout>");
                break;
            case Section:
                renderer.Losses.Add("section of a layout that stood outside of one");
                to.Append("<ac:layout>");
                WriteSection(directive, renderer, to);
                to.Append("</ac:layout>");
                break;
            default:
                renderer.Losses.Add("cell of a layout that stood outside of one");
                renderer.WriteBlocks(directive.Blocks, to);
                break;
        }
    }

    /// <summary>A section or a cell where it belongs.</summary>
    public static void WritePart(Directive part, StorageRenderer renderer, StringBuilder to)
    {
        if (part.Name == Section)
        {
            WriteSection(part, renderer, to);
            return;
        }

        to.Append("<ac:layout-cell>");
        renderer.WriteContent(part.Blocks, to);
        to.Append("</ac:layout-cell>");
    }

    /// <summary>What it holds, where none of it may stand.</summary>
    public static void Release(Directive part, StorageRenderer renderer, StringBuilder to)
    {
        renderer.Losses.Add($"{part.Name} where none may stand, kept as what it holds");
        renderer.WriteBlocks(LayoutShape.Contents(part), to);
    }

    private static void WriteSection(Directive given, StorageRenderer renderer, StringBuilder to)
    {
        Directive section = LayoutShape.Fit(null, given, renderer.Losses);
        to.Append("<ac:layout-section");
        foreach (DirectiveAttribute attribute in section.Attributes.Where(attribute => Values(section).Contains(attribute.Name)).DistinctBy(attribute => attribute.Name).OrderByDescending(attribute => attribute.Name == "type"))
        {
            to.AppendAttribute(Prefix + attribute.Name, attribute.Value);
        }

        to.Append('>');
        foreach (Directive cell in section.Blocks.Cast<Directive>()) WritePart(cell, renderer, to);
        to.Append("</ac:layout-section>");
    }

    private static List<DirectiveAttribute> Attributes(StorageElement element) =>
        [.. element.Attributes.Where(attribute => attribute.Name is "ac:type" or "ac:breakout-mode" or "ac:breakout-width").Select(attribute => new DirectiveAttribute(attribute.Name[Prefix.Length..], attribute.Value))];
}
