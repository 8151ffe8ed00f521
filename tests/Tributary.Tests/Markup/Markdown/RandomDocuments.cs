using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup.Model;

namespace Tributary.Tests.Markup.Markdown;

/// <summary>Documents full of what Markdown could take for syntax.</summary>
internal static class RandomDocuments
{
    private static readonly string[] Nasty =
    [
        "word", "a", "Words of a sentence", " ", "  ", "\n", "\t", "*", "**", "***", "_", "__", "a_b", "~", "~~", "`", "``", "```", "[", "]", "](", "](x)", "![", "(", ")", "<", ">", "<b>", "</b>", "<br>", "<!--", "-->", "<http://x.y>",
        "&", "&amp;", "&#65;", "\\", "\\\\", "\\*", "|", "\\|", "^", "#", "##", "# ", " #", "-", "- ", "--", "---", "+ ", "=", "===", "1.", "1. ", "2) ", "12", ":", "::", ":::", ":u[", ":status[x]", ":toc{}", ":a", ":-:", "{", "}", "{#m1}", "{a=b}",
        "[ ]", "[x] ", "[!NOTE]", "[^1]", "[a]: b", "http://a.b", "https://", "www.", "www.a.b", "mailto:", "mailto:a@b.c", "a@b.c", "ftp:", "!", "!!", "\"", "'", ".", ",", "…", "é", "漢字", "😀", "☕", "\u00A0", "\u2003", "\u200B", "\u202E", "\uFEFF",
        "\u0000", "\u0001", "\u001B", "\u007F", "\u0085", "\u2028", "\ud83d", "\ufe0f", "\r", "\r\n", "    x", "~~~", "$", "%%", "@", "user:", "true", "caf\u0301",
    ];

    private static readonly Gen<string> Word = Gen.Elements(Nasty);

    public static readonly Gen<string> Words = Gen.Choose(0, 4).SelectMany(count => Word.ListOf(count)).Select(string.Concat);

    private static readonly Gen<string> Name = Gen.OneOf(Gen.Elements("toc", "status", "expand", "u", "color", "row", "table", "mention", "x-1", "Big", "", "a b", "del"), Words);

    private static readonly Gen<Marks> AnyMarks = Gen.Frequency(
        (4, Gen.Constant(default(Marks))),
        (4, Gen.Elements(Mark.Strong, Mark.Emphasis, Mark.Strike, Mark.Strong | Mark.Emphasis).Select(flags => new Marks(flags))),
        (2, Gen.Choose(0, 63).SelectMany(flags => Color.Two().Select(colors => new Marks((Mark)flags, colors.Item1, colors.Item2)))));

    private static Gen<string?> Color => Gen.Frequency((4, Gen.Constant<string?>(null)), (2, Gen.Elements<string?>("#ff5630", "rgb(1,2,3)", "var(--x)")), (1, Words.Select(words => (string?)words)));

    private static readonly Gen<string> Address = Gen.OneOf(Gen.Elements("https://a.b/c", "page:ENG/Title#x", "attachment:a b.pdf", "#top", "user:1", "javascript:x", "http://x/(a)", "http://x/&amp;y", "https://a.b/c?d=e&f=g"), Words);

    private static readonly Gen<DirectiveAttribute> Attribute = Gen.OneOf(Gen.Elements("width", "a", "_", "", "two words"), Words).Two()
        .SelectMany(_ => Gen.OneOf(Gen.Elements("width", "a", "_", "", "two words"), Words).SelectMany(name => Gen.OneOf(Gen.Elements("true", "1", "#ff", "a b", ""), Words).Select(value => new DirectiveAttribute(name, value))));

    private static readonly Gen<IReadOnlyList<DirectiveAttribute>> Attributes = Gen.Choose(0, 2).SelectMany(count => Attribute.ListOf(count)).Select(list => (IReadOnlyList<DirectiveAttribute>)[.. list]);

    private static readonly Gen<string?> Handle = Gen.Elements<string?>(null, "m1", "m22");

    public static Gen<IReadOnlyList<Inline>> Line(int depth = 2) => Gen.Choose(0, 5).SelectMany(count => Piece(depth).ListOf(count)).Select(list => (IReadOnlyList<Inline>)[.. list]);

    private static Gen<Inline> Piece(int depth)
    {
        Gen<Inline> text = Words.SelectMany(words => AnyMarks.Select(Inline (marks) => new Text(words, marks)));
        Gen<Inline> other = Gen.OneOf(
            Words.SelectMany(words => AnyMarks.Select(Inline (marks) => new Code(words, marks))),
            Gen.Constant<Inline>(new Break()),
            Address.SelectMany(address => Words.SelectMany(alt => Attributes.SelectMany(attributes => AnyMarks.Select(Inline (marks) => new Image(address, alt, alt.Length > 3 ? alt : null, attributes, marks))))),
            Words.SelectMany(id => AnyMarks.Select(Inline (marks) => new Mention(id, marks))),
            Name.SelectMany(name => Words.SelectMany(label => Attributes.SelectMany(attributes => Handle.SelectMany(handle => AnyMarks.Select(Inline (marks) => new InlineDirective(name, label, attributes, handle, marks)))))));
        if (depth == 0) return Gen.Frequency((4, text), (2, other));
        Gen<Inline> link = Address.SelectMany(address => Line(depth - 1).SelectMany(inner => Attributes.SelectMany(attributes => AnyMarks.Select(Inline (marks) => new Link(address, address.Length > 8 ? address : null, inner, marks) { Attributes = attributes }))));
        Gen<Inline> autolink = Address.SelectMany(address => AnyMarks.Select(Inline (marks) => new Link(address, null, [new Text(address, marks)], marks)));
        return Gen.Frequency((6, text), (2, other), (1, link), (1, autolink));
    }

    public static Gen<Document> Documents(int depth = 3) => Blocks(depth).Select(blocks => new Document(blocks));

    private static Gen<IReadOnlyList<Block>> Blocks(int depth) => Gen.Choose(0, 4).SelectMany(count => Block(depth).ListOf(count)).Select(list => (IReadOnlyList<Block>)[.. list]);

    private static Gen<Block> Block(int depth)
    {
        Gen<Block> paragraph = Line().Select(Block (line) => new Paragraph(line));
        Gen<Block> leaf = Gen.OneOf(
            Gen.Choose(1, 6).SelectMany(level => Line().Select(Block (line) => new Heading(level, line))),
            Gen.Constant<Block>(new Rule()),
            Gen.OneOf(Gen.Elements("", "csharp", "c++", "a b", "`"), Words).SelectMany(language => Lines.SelectMany(code => Attributes.Select(Block (attributes) => new CodeBlock(language, code, attributes)))),
            Name.SelectMany(name => Words.SelectMany(label => Attributes.SelectMany(attributes => Handle.Select(Block (handle) => new Directive(name, label, attributes, handle, null))))));
        if (depth == 0) return Gen.Frequency((3, paragraph), (1, leaf));
        Gen<Block> container = Gen.OneOf(
            Blocks(depth - 1).Select(Block (blocks) => new Quote(blocks)),
            Gen.Elements("NOTE", "TIP", "WARNING", "CAUTION").SelectMany(kind => Words.SelectMany(title => Blocks(depth - 1).Select(Block (blocks) => new Alert(kind, title, blocks)))),
            ListOf(depth),
            ListOf(depth),
            TableOf(depth),
            Name.SelectMany(name => Words.SelectMany(label => Attributes.SelectMany(attributes => Handle.SelectMany(handle => Blocks(depth - 1).Select(Block (blocks) => new Directive(name, label, attributes, handle, blocks)))))));
        return Gen.Frequency((3, paragraph), (2, leaf), (3, container));
    }

    private static Gen<string> Lines => Gen.Choose(0, 4).SelectMany(count => Gen.OneOf(Words, Gen.Elements("", "   ", "\tx", ":::", "```", "~~~", "> x", "- x")).ListOf(count)).Select(list => string.Join('\n', list));

    private static Gen<Block> ListOf(int depth) =>
        Gen.Elements(ListKind.Bullet, ListKind.Ordered, ListKind.Task).SelectMany(kind => Gen.Elements(1, 1, 1, 0, 7, 999_999_999).SelectMany(start => Gen.Choose(0, 3).SelectMany(count => ItemOf(kind, depth).ListOf(count)).Select(Block (items) => new ListBlock(kind, start, [.. items]))));

    private static Gen<Block> ItemOf(ListKind kind, int depth) => Gen.OneOf(Blocks(depth - 1), Line().Select(line => (IReadOnlyList<Block>)[new Paragraph(line)]))
        .SelectMany(blocks => Gen.Elements(true, false).Select(Block (done) => new ListItem(kind == ListKind.Task ? done : null, blocks)));

    private static Gen<Block> TableOf(int depth)
    {
        Gen<IReadOnlyList<Block>> paragraphs = Gen.Choose(0, 2).SelectMany(count => Line().Select(Block (line) => new Paragraph(line)).ListOf(count)).Select(list => (IReadOnlyList<Block>)[.. list]);
        Gen<Block> cell = Gen.Frequency((12, paragraphs), (1, Blocks(depth - 1))).SelectMany(blocks => Gen.Elements(1, 1, 1, 1, 2, 3).SelectMany(width => Gen.Elements(1, 1, 1, 1, 2, 3).SelectMany(height => Gen.Elements(CellAlignment.None, CellAlignment.Right, CellAlignment.Center, CellAlignment.Left)
            .Select(Block (alignment) => new TableCell(false, width, height, alignment, blocks)))));
        Gen<Block> row = Gen.Choose(0, 4).SelectMany(count => cell.ListOf(count)).SelectMany(cells => Gen.Elements(true, false).Select(Block (header) => new TableRow([.. cells.Select(Block (one) => header ? (TableCell)one with { IsHeader = true } : one)])));
        return Gen.Choose(0, 4).SelectMany(count => row.ListOf(count)).Select(Block (rows) => new Table([.. rows]));
    }
}
