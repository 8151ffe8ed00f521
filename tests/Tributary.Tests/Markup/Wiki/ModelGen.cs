using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup.Model;

namespace Tributary.Tests.Markup.Wiki;

/// <summary>Models with everything that wiki markup can say, and text that looks like markup.</summary>
internal static class ModelGen
{
    private static readonly string[] Words =
    [
        "word", "two words", "a*b", "*a*", "*", "**", "_x_", "snake_case", "-", "--", "a -- b", "a --- b", "-x-", "+1", "^2^", "~", "~x~", "??", "??why??", "?", "{", "}", "{{x}}", "{quote}", "{code}", "{color:red}", "{x:1}", "[", "]", "[a|b]",
        "[~bob]", "[x] a", "[ ] b", "|", "||", "a|b", "!", "!a!", "Hey!", "\\", "\\\\", "C:\\dir", "\\\\server\\share", "a\\", "#", "# a", "* a", "- a", "h1. a", "bq. a", "----", ":", ":)", "(/)", "(x)", "f(x)", ";)", "&", "&amp;", "&nbsp;", "&#42;",
        "http://a.b", "mailto:a@b.c", "http:", "ENG-1", "é", "😀", "1", ".", ",", "a\u00A0b", "<b>", "`code`", "_", "x_", "_x", "end*", "(", ")", "http://", "{*}", "{anchor:a}",
    ];

    private static readonly Gen<string> Word = Gen.Elements(Words);

    private static readonly Gen<Marks> Marking = Gen.Frequency(
        (6, Gen.Constant(default(Marks))),
        (3, Gen.Elements(Mark.Strong, Mark.Emphasis, Mark.Strike, Mark.Underline, Mark.Subscript, Mark.Superscript, Mark.Strong | Mark.Emphasis, Mark.Strike | Mark.Strong).Select(flags => new Marks(flags))),
        (1, Gen.Elements(new Marks(Mark.None, "#ff5630"), new Marks(Mark.Strong, "rgb(1,2,3)"))));

    private static readonly Gen<Inline> Piece = Marking.SelectMany(marks => Gen.Frequency<Inline>(
        (8, Word.Select(Inline (text) => new Text(text, marks))),
        (3, Gen.Constant<Inline>(new Text(" ", default))),
        (2, Word.Select(Inline (text) => new Code(text, marks))),
        (1, Gen.Constant<Inline>(new Break())),
        (1, Gen.Elements<Inline>(new Link("https://example.com/a_b?c=d#e", null, [new Text("https://example.com/a_b?c=d#e", default)], marks), new Link("ENG-1", "a tip | [x]", [new Text("see ", default), new Text("it", new Marks(Mark.Strong))], marks),
            new Link("attachment:a%20b.pdf", null, [new Code("x|y]", default)], marks), new Link("#top", null, [new Text("[a|b]", default)], marks), new Mention("bob", marks),
            new Image("attachment:a%20b.png", "an alt, with = and !", null, [new DirectiveAttribute("width", "300"), new DirectiveAttribute("thumbnail", "true")], marks), new Image("https://a.b/c.png", "", "title \"x\"", [], marks),
            new InlineDirective("anchor", "here {it} is", [], null, default)))));

    private static readonly Gen<IReadOnlyList<Inline>> Line = Piece.ListOf().Select(IReadOnlyList<Inline> (pieces) => Tidy(pieces)).Where(line => line.Count > 0);

    private static readonly Gen<Block> Paragraph = Line.Select(Block (line) => new Paragraph(line));

    private static readonly Gen<Block> Leaf = Gen.Frequency<Block>(
        (6, Paragraph),
        (1, Gen.Choose(1, 6).SelectMany(level => Line.Where(line => !line.Contains(new Break())).Select(Block (line) => new Heading(level, line)))),
        (1, Gen.Constant<Block>(new Rule())),
        (1, Gen.Elements("", "java", "noformat", "a=b|c").SelectMany(language => Word.ListOf().Select(Block (lines) => new CodeBlock(language, string.Join('\n', lines).Replace("{code}", "", StringComparison.Ordinal), language == "java" ? [new DirectiveAttribute("title", "A|B {c} = &amp;")] : [])))),
        (1, Gen.Constant<Block>(new Directive("toc", "", [new DirectiveAttribute("maxLevel", "2")], null, null))));

    public static Arbitrary<Document> Documents { get; } = Gen.Sized(size => Blocks(Math.Min(size, 20), true).Select(blocks => new Document(blocks))).ToArbitrary();

    private static Gen<IReadOnlyList<Block>> Blocks(int size, bool top) => Block(size, top).ListOf().Resize(size / 2).Select(IReadOnlyList<Block> (blocks) => [.. blocks]);

    private static Gen<Block> Block(int size, bool top) => size < 2 ? Leaf : Gen.Frequency<Block>(
        (5, Leaf),
        (2, List(size / 2)),
        (1, Table(size / 2)),
        (1, Blocks(size / 2, false).Select(Block (blocks) => top ? new Quote(blocks) : new Alert("TIP", "", blocks))),
        (1, Gen.Elements("NOTE", "WARNING", "CAUTION").SelectMany(kind => Gen.Elements("", "A title").SelectMany(title => Blocks(size / 2, false).Select(Block (blocks) => new Alert(kind, title, blocks))))),
        (1, Blocks(size / 2, false).Select(Block (blocks) => new Directive("expand", "More | less", [], null, blocks))),
        (1, Blocks(size / 2, false).Select(Block (blocks) => new Directive("panel", "", [new DirectiveAttribute("borderStyle", "dashed")], null, blocks))),
        (1, Blocks(size / 2, false).Select(Block (blocks) => new Directive("gadget", "", [], null, blocks))));

    private static Gen<Block> List(int size) => Gen.Elements(ListKind.Bullet, ListKind.Ordered, ListKind.Task).SelectMany(kind => Item(kind, size).NonEmptyListOf().Select(Block (items) => new ListBlock(kind, 1, [.. items])));

    private static Gen<Block> Item(ListKind kind, int size) => Gen.Elements(true, false).SelectMany(isDone => Paragraph.ListOf().Resize(3).SelectMany(texts => Inner.ListOf().Resize(2).SelectMany(inner =>
        Nested(size).Select(Block (nested) => new ListItem(kind == ListKind.Task ? isDone : null, [.. texts, .. inner, .. nested])))));

    private static Gen<Block[]> Nested(int size) => size < 2 ? Gen.Constant<Block[]>([]) : Gen.Frequency((3, Gen.Constant<Block[]>([])), (1, List(size / 2).Select(list => new[] { list })));

    private static Gen<Block> Inner => Gen.Elements<Block>(new CodeBlock("", "x\n\n|y|", []), new Alert("NOTE", "", [new Paragraph([new Text("in it", default)])]), new Paragraph([new Text("more", default)]), new Directive("panel", "T", [], null, []));

    private static Gen<Block> Table(int size) => Gen.Elements(true, false).SelectMany(isHeader => Cell(isHeader, size).NonEmptyListOf().Resize(3).Select(Block (cells) => new TableRow([.. cells]))).NonEmptyListOf().Select(Block (rows) => new Table([.. rows]));

    private static Gen<Block> Cell(bool isHeader, int size) => Paragraph.ListOf().Resize(3).SelectMany(texts => Gen.Frequency((4, Nested(size)), (1, Inner.Select(inner => new[] { inner }))).Select(Block (more) =>
        new TableCell(isHeader, 1, 1, CellAlignment.None, [.. texts, .. more])));

    /// <summary>As readers of Markdown give it: no breaks at the ends, no two blanks in a row, none beside a break.</summary>
    private static List<Inline> Tidy(IEnumerable<Inline> pieces)
    {
        var line = new List<Inline>();
        foreach (Inline piece in pieces)
        {
            bool isGap = piece is Break or Text { Value: " " };
            if (!isGap || (line.Count > 0 && line[^1] is not (Break or Text { Value: " " }))) line.Add(piece);
        }

        while (line.Count > 0 && line[^1] is Break or Text { Value: " " }) line.RemoveAt(line.Count - 1);
        return line;
    }
}
