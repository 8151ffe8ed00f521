using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

/// <summary>What a container takes between its blocks, and before and after them.</summary>
/// <param name="Marker">Of the items of a list, or of the item around blocks.</param>
/// <param name="IsMacro">A closing tag follows.</param>
/// <param name="HoldsBlocks">False for lists, tables and rows, which hold nothing but their parts.</param>
internal readonly record struct WikiInside(WikiPlace Place, string Marker, bool IsMacro, bool HoldsBlocks = true)
{
    public bool IsPage => Place == WikiPlace.Page && !IsMacro;

    public string Opening(Block? first, string newLine)
    {
        if (IsMacro) return newLine;
        return Place == WikiPlace.Item && HoldsBlocks && first is not null && WikiRenderer.NeedsLine(first) ? WikiRenderer.Nothing + newLine : "";
    }

    public string Closing(bool isEmpty, string newLine)
    {
        if (IsMacro) return isEmpty ? "" : newLine;
        if (!isEmpty || !HoldsBlocks) return "";
        return Place switch { WikiPlace.Item => WikiRenderer.Nothing, WikiPlace.Cell => " ", _ => "" };
    }
}
