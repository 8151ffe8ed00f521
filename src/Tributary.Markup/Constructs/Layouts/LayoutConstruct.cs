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
    private const string Layout = "layout";
    private const string Section = "layout-section";
    private const string Cell = "layout-cell";

    public static Directive Read(StorageElement element, BlockReader reader)
    {
        string handle = reader.Handles.Take();
        return new Directive(element.Name[Prefix.Length..], "", Attributes(element), handle, reader.Read(element.Children)) { Origin = StorageOrigin.Of(element) };
    }

    /// <summary>The values that its element has.</summary>
    public static IReadOnlyList<string> Values(Directive directive) => directive.Name == Section ? ["type", "breakout-mode", "breakout-width"] : [];

    public static bool IsLayout(Directive directive) => directive.Name is Layout or Section or Cell;

    /// <summary>What stands where Confluence takes none of it is put where it does.</summary>
    public static void Write(Directive directive, StorageRenderer renderer, StringBuilder to)
    {
        switch (directive.Name)
        {
            case Layout:
                to.Append("<ac:layout>");
                WriteChildren(directive.Blocks, Section, renderer, to);
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

    private static void WriteChildren(IReadOnlyList<Block> blocks, string wanted, StorageRenderer renderer, StringBuilder to)
    {
        for (int i = 0; i < blocks.Count;)
        {
            if (Is(blocks[i], wanted))
            {
                WritePart((Directive)blocks[i++], renderer, to);
                continue;
            }

            renderer.Losses.Add("content of a layout that stood outside of its cells");
            int start = i;
            while (i < blocks.Count && !Is(blocks[i], wanted)) i++;
            WritePart(new Directive(wanted, "", [], null, [.. blocks.Skip(start).Take(i - start)]), renderer, to);
        }

        if (blocks.Count == 0) WritePart(new Directive(wanted, "", [], null, []), renderer, to);
    }

    private static void WritePart(Directive part, StorageRenderer renderer, StringBuilder to)
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

    private static void WriteSection(Directive section, StorageRenderer renderer, StringBuilder to)
    {
        to.Append("<ac:layout-section");
        to.AppendAttribute("ac:type", section.Attributes.FirstOrDefault(attribute => attribute.Name == "type").Value ?? TypeFor(section.Blocks.Count(block => Is(block, Cell))));
        foreach (DirectiveAttribute attribute in section.Attributes.Where(attribute => attribute.Name is "breakout-mode" or "breakout-width").DistinctBy(attribute => attribute.Name))
        {
            to.AppendAttribute(Prefix + attribute.Name, attribute.Value);
        }

        to.Append('>');
        WriteChildren(section.Blocks, Cell, renderer, to);
        to.Append("</ac:layout-section>");
    }

    private static string TypeFor(int cells) => cells switch
    {
        2 => "two_equal",
        3 => "three_equal",
        4 => "four_equal",
        5 => "five_equal",
        _ => "single",
    };

    private static bool Is(Block block, string name) => block is Directive directive && directive.Name == name;

    private static List<DirectiveAttribute> Attributes(StorageElement element) =>
        [.. element.Attributes.Where(attribute => attribute.Name is "ac:type" or "ac:breakout-mode" or "ac:breakout-width").Select(attribute => new DirectiveAttribute(attribute.Name[Prefix.Length..], attribute.Value))];
}
