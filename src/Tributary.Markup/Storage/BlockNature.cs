using Tributary.Markup.Constructs;
using Tributary.Markup.Constructs.Macros;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Storage;

/// <summary>Which nodes stand on lines of their own: blocks by name, and whatever has such a block inside. Found in one pass.</summary>
internal sealed class BlockNature
{
    private readonly HashSet<StorageElement> holders = [];

    public static BlockNature Of(StorageElement root)
    {
        var nature = new BlockNature();
        nature.Visit(root);
        return nature;
    }

    public bool IsBlock(StorageNode node) => node is StorageElement element && (IsBlockByName(element) || holders.Contains(element));

    /// <summary>For a paragraph, a heading or anything inline: a block stands inside of it.</summary>
    public bool HoldsBlocks(StorageElement element) => holders.Contains(element);

    /// <summary>What changes nothing for a reader, so that the blocks inside stand for themselves.</summary>
    public static bool IsTransparent(StorageElement element) => element.Name is "ac:inline-comment-marker" or "span";

    private bool Visit(StorageElement element)
    {
        if (Macro.IsMacro(element) && !MacroKind.IsBlock(element)) return false;
        if (element.Name is "ac:link" or "ac:image" or "ac:emoticon" or "ac:placeholder" or "ac:parameter" or "ac:default-parameter" or "time") return false;
        bool holds = false;
        foreach (StorageElement child in element.Elements()) holds |= Visit(child);
        bool isBlock = IsBlockByName(element);
        if (holds && (!isBlock || IsTextBlock(element.Name))) holders.Add(element);
        return holds || isBlock;
    }

    private static bool IsBlockByName(StorageElement element) =>
        Macro.IsMacro(element) ? MacroKind.IsBlock(element) : Blocks.IsBlock(element.Name) || element.Name == "at:declarations";

    private static bool IsTextBlock(string name) => name == "p" || Blocks.HeadingLevel(name) > 0;
}
