namespace Tributary.Markup.Adf;

/// <summary>The blocks of the schema, as a set.</summary>
[Flags]
internal enum AdfBlocks
{
    None = 0,
    Paragraph = 1 << 0,
    Heading = 1 << 1,
    List = 1 << 2,
    TaskList = 1 << 3,
    DecisionList = 1 << 4,
    Quote = 1 << 5,
    Code = 1 << 6,
    Panel = 1 << 7,
    Rule = 1 << 8,
    Table = 1 << 9,
    Media = 1 << 10,
    MediaGroup = 1 << 11,
    Card = 1 << 12,
    EmbedCard = 1 << 13,
    Expand = 1 << 14,
    NestedExpand = 1 << 15,
    Layout = 1 << 16,
    Extension = 1 << 17,
    BodiedExtension = 1 << 18,
    SyncBlock = 1 << 19,

    /// <summary>Items, rows, cells and columns, which stand in their own list, table or layout alone.</summary>
    Part = 1 << 20,
}

/// <summary>Which blocks the schema allows where.</summary>
internal static class AdfPlace
{
    public const AdfBlocks ListItem = AdfBlocks.Paragraph | AdfBlocks.List | AdfBlocks.TaskList | AdfBlocks.Media | AdfBlocks.Code | AdfBlocks.Extension;

    public const AdfBlocks Quote = AdfBlocks.Paragraph | AdfBlocks.List | AdfBlocks.Code | AdfBlocks.Media | AdfBlocks.MediaGroup | AdfBlocks.Extension;

    public const AdfBlocks Panel =
        AdfBlocks.Paragraph | AdfBlocks.Heading | AdfBlocks.List | AdfBlocks.TaskList | AdfBlocks.DecisionList | AdfBlocks.Code | AdfBlocks.Rule | AdfBlocks.Media | AdfBlocks.MediaGroup | AdfBlocks.Card | AdfBlocks.Extension;

    public const AdfBlocks NestedExpand = (Panel & ~AdfBlocks.Card) | AdfBlocks.Panel | AdfBlocks.Quote;

    public const AdfBlocks Cell = NestedExpand | AdfBlocks.Card | AdfBlocks.EmbedCard | AdfBlocks.NestedExpand;

    public const AdfBlocks Extension = (Cell & ~AdfBlocks.NestedExpand) | AdfBlocks.Table;

    public const AdfBlocks Expand = Extension | AdfBlocks.NestedExpand;

    public const AdfBlocks Column = Extension | AdfBlocks.Expand | AdfBlocks.BodiedExtension;

    public const AdfBlocks Document = Column | AdfBlocks.Layout | AdfBlocks.SyncBlock;

    public const AdfBlocks SyncBlock = (Column & ~(AdfBlocks.Extension | AdfBlocks.BodiedExtension)) | AdfBlocks.Layout;

    /// <summary>What may stand in a node of the type. What is unknown may hold anything.</summary>
    public static AdfBlocks Within(string type) => type switch
    {
        "doc" => Document,
        "listItem" => ListItem,
        "blockTaskItem" => AdfBlocks.Paragraph | AdfBlocks.Extension,
        "blockquote" => Quote,
        "panel" => Panel,
        "expand" => Expand,
        "nestedExpand" => NestedExpand,
        "tableCell" or "tableHeader" => Cell,
        "layoutColumn" => Column,
        "bodiedExtension" or "extensionFrame" => Extension,
        "bodiedSyncBlock" => SyncBlock,
        _ => Document | AdfBlocks.Part | AdfBlocks.NestedExpand,
    };

    /// <summary>None for what is unknown: it may stand anywhere.</summary>
    public static AdfBlocks Of(string type) => type switch
    {
        "paragraph" => AdfBlocks.Paragraph,
        "heading" => AdfBlocks.Heading,
        "bulletList" or "orderedList" => AdfBlocks.List,
        "taskList" => AdfBlocks.TaskList,
        "decisionList" => AdfBlocks.DecisionList,
        "blockquote" => AdfBlocks.Quote,
        "codeBlock" => AdfBlocks.Code,
        "panel" => AdfBlocks.Panel,
        "rule" => AdfBlocks.Rule,
        "table" => AdfBlocks.Table,
        "mediaSingle" => AdfBlocks.Media,
        "mediaGroup" => AdfBlocks.MediaGroup,
        "blockCard" => AdfBlocks.Card,
        "embedCard" => AdfBlocks.EmbedCard,
        "expand" => AdfBlocks.Expand,
        "nestedExpand" => AdfBlocks.NestedExpand,
        "layoutSection" => AdfBlocks.Layout,
        "extension" => AdfBlocks.Extension,
        "bodiedExtension" or "multiBodiedExtension" => AdfBlocks.BodiedExtension,
        "syncBlock" or "bodiedSyncBlock" => AdfBlocks.SyncBlock,
        "listItem" or "taskItem" or "blockTaskItem" or "decisionItem" or "tableRow" or "tableCell" or "tableHeader" or "layoutColumn" or "media" or "caption" => AdfBlocks.Part,
        _ => AdfBlocks.None,
    };

    /// <summary>Whether nodes of the type stand in a line.</summary>
    public static bool IsInline(string type) =>
        type is "text" or "hardBreak" or "mention" or "emoji" or "date" or "status" or "inlineCard" or "inlineExtension" or "placeholder" or "mediaInline";
}
