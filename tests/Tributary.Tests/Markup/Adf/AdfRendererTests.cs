using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup.Adf;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Model;
using Tributary.Tests.Markup.Adf.Schema;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Tests.Markup.Adf;

public sealed class AdfRendererTests
{
    private static readonly Config Thorough = PropertyCases.Of(150);
    private static readonly Config Costly = PropertyCases.Of(30);

    [Fact(Timeout = 20000)]
    public void Whatever_a_page_says_the_schema_accepts_it()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(AdfSample.Documents), adf => Assert.Null(AdfSchema.Fault(Rendered(AdfModel.Read(AdfTree.Read(adf)))))));
    }

    [Fact(Timeout = 20000)]
    public void Blocks_where_none_may_stand_give_way_to_what_they_hold()
    {
        Check.One(Costly, Prop.ForAll(Arb.From(AdfSample.Documents), adf =>
        {
            IReadOnlyList<Block> blocks = AdfModel.Read(AdfTree.Read(adf)).Blocks;
            Block[] all =
            [
                new Quote(blocks), new Alert("TIP", "Title", blocks), new ListBlock(ListKind.Bullet, 1, [new ListItem(null, blocks)]), new ListBlock(ListKind.Task, 1, [new ListItem(true, blocks)]),
                new Table([new TableRow([new TableCell(false, 1, 1, CellAlignment.Right, blocks)])]), new Directive("expand", "", [], null, blocks), new Directive("decision-list", "", [], null, blocks),
                new Directive("excerpt", "", [], null, blocks), new Directive("layout", "", [], null, [new Directive("layout-section", "", [], null, [.. Enumerable.Repeat(new Directive("layout-cell", "", [], null, blocks), blocks.Count)])]),
            ];
            Assert.All(all, block => Assert.Null(AdfSchema.Fault(Rendered(new Document([block])))));
        }));
    }

    [Fact(Timeout = 20000)]
    public void Any_nesting_is_written_within_the_depth_that_is_read()
    {
        Func<Block, Block>[] around =
        [
            block => new Quote([block]), block => new ListBlock(ListKind.Bullet, 1, [new ListItem(null, [block])]), block => new ListBlock(ListKind.Task, 1, [new ListItem(null, [block])]),
            block => new Directive("layout-section", "", [], null, [new Directive("layout-cell", "", [], null, [block]), new Directive("layout-cell", "", [], null, [block is Paragraph ? block : new Rule()])]),
            block => new Directive("expand", "", [], null, [block]), block => new Table([new TableRow([new TableCell(false, 1, 1, CellAlignment.None, [block])])]),
        ];
        foreach (Func<Block, Block> wrap in around)
        {
            Block nested = new Paragraph([new Text("core", new Marks(Mark.Subscript)), new InlineDirective("toc", "", [new("a", "b")], null, default)]);
            for (int i = 0; i < 150; i++) nested = wrap(nested);

            string adf = Rendered(new Document([nested]));

            Assert.Null(AdfTree.Read(adf).Error);
            Assert.Contains("core", adf, StringComparison.Ordinal);
            Assert.Null(AdfSchema.Fault(adf));
        }
    }

    [Fact(Timeout = 20000)]
    public void What_was_written_is_read_back_the_same()
    {
        Marks strong = new(Mark.Strong);
        Document document = new(
        [
            new Heading(2, [new Text("Title", default)]),
            new Paragraph([new Text("a ", default), new Text("b", strong), new Break(), new Link("https://x.example", "T", [new Text("c", default)], default), new Code("d", default), new Mention("id", default)]),
            new Paragraph([new InlineDirective("status", "Done", [new("colour", "Green")], null, default), new InlineDirective("date", "2026-01-31", [], null, default), new InlineDirective("emoji", "😄", [new("shortname", "smile")], null, default)]),
            new ListBlock(ListKind.Ordered, 3, [new ListItem(null, [new Paragraph([new Text("x", default)])])]),
            new ListBlock(ListKind.Task, 1, [new ListItem(true, [new Paragraph([new Text("x", default)]), new ListBlock(ListKind.Task, 1, [new ListItem(false, [new Paragraph([new Text("y", default)])])])])]),
            new CodeBlock("java", "a\n\nb", []),
            new Alert("CAUTION", "", [new Paragraph([new Text("x", default)])]),
            new Table([new TableRow([new TableCell(true, 2, 1, CellAlignment.Right, [new Paragraph([new Text("x", default)])])])]),
            new Rule(),
            new Paragraph([new Image("attachment:a.png", "Alt", null, [new("width", "300"), new("caption", "Below")], default)]),
            new Paragraph([new Image("https://img.example/a.png", "", null, [], default)]),
        ]);
        var losses = new LossLog();

        string adf = new AdfRenderer(losses).Write(document);

        Assert.Empty(losses.ToList());
        Assert.Equal(Said(document.Blocks), Said(AdfModel.Read(AdfTree.Read(adf)).Blocks));
    }

    [Theory]
    [InlineData("rgb(255,86,48)", "#ff5630")]
    [InlineData("#F00", "#FF0000")]
    [InlineData("#ff5630", "#ff5630")]
    public void Colours_are_written_in_six_digits(string colour, string written) =>
        Assert.Contains(written, Rendered(new Document([new Paragraph([new Text("x", new Marks(Mark.None, colour))])])), StringComparison.Ordinal);

    [Fact(Timeout = 20000)]
    public void What_ADF_cannot_say_is_told()
    {
        var losses = new LossLog();
        new AdfRenderer(losses).Write(new Document(
        [
            new Paragraph([new Link("page:ENG/Title", null, [new Text("x", default)], default), new Text("y", new Marks(Mark.None, "red"))]),
            new ListBlock(ListKind.Bullet, 1, [new ListItem(null, [new Heading(1, [new Text("h", default)]), new Rule()])]),
            new CodeBlock("java", "x", [new("title", "Program.java")]),
        ]));

        Assert.Equal(["link to 'page:ENG/Title', kept as text", "colour 'red'", "heading where none may stand, kept as a paragraph", "rule where none may stand", "title of a code block"], losses.ToList().Select(loss => loss.What));
    }

    private static string Rendered(Document document) => new AdfRenderer(new LossLog()).Write(document);

    // Records compare lists by reference; their words do not.
    private static string Said(IReadOnlyList<Block> blocks) => string.Join('\n', blocks.Select(Said));

    private static string Said(Block block) => block switch
    {
        Paragraph paragraph => "p " + Said(paragraph.Inlines),
        Heading heading => $"h{heading.Level} {Said(heading.Inlines)}",
        CodeBlock code => $"{code.Language} {code.Code} {string.Join(',', code.Attributes)}",
        ListBlock list => $"{list.Kind} {list.Start} [{Said(list.Blocks)}]",
        ListItem item => $"{item.IsDone} [{Said(item.Blocks)}]",
        Alert alert => $"{alert.Kind} [{Said(alert.Blocks)}]",
        TableCell cell => $"{cell.IsHeader} {cell.ColumnSpan} {cell.RowSpan} {cell.Alignment} [{Said(cell.Blocks)}]",
        ContainerBlock container => $"{container.GetType().Name} [{Said(container.Blocks)}]",
        _ => block.GetType().Name,
    };

    private static string Said(IReadOnlyList<Inline> line) => string.Join('|', line.Select(inline => inline switch
    {
        Link link => $"{link.Address} {link.Title} ({Said(link.Inlines)})",
        Image image => $"{image.Address} {image.Alt} {string.Join(',', image.Attributes)}",
        InlineDirective directive => $"{directive.Name} {directive.Label} {string.Join(',', directive.Attributes)}",
        _ => (inline with { Origin = null }).ToString(),
    }));
}
