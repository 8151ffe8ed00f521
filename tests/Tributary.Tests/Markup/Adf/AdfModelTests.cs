using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup.Adf;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Model;

namespace Tributary.Tests.Markup.Adf;

public sealed class AdfModelTests
{
    private static readonly Config Thorough = PropertyCases.Of(300);

    [Fact(Timeout = 10000)]
    public void Every_block_stands_within_its_parent_and_none_overlap()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(AdfSample.Documents), adf => AreNested(Read(adf).Blocks, 0, adf.Length)));
    }

    [Fact(Timeout = 10000)]
    public void Handles_count_from_one_in_the_order_of_the_page()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(AdfSample.Documents), adf =>
        {
            List<string> handles = [.. Handles(Read(adf).Blocks)];
            return handles.SequenceEqual(Enumerable.Range(1, handles.Count).Select(number => $"m{number}"));
        }));
    }

    [Fact(Timeout = 10000)]
    public void Marks_lie_on_the_letters_and_comments_are_not_seen()
    {
        var paragraph = (Paragraph)Only("""{"type":"paragraph","content":[{"type":"text","text":"a "},{"type":"text","text":"b","marks":[{"type":"annotation","attrs":{"id":"1","annotationType":"inlineComment"}}]},{"type":"text","text":"c","marks":[{"type":"strong"},{"type":"textColor","attrs":{"color":"#ff5630"}}]},{"type":"text","text":"d","marks":[{"type":"link","attrs":{"href":"https://x.example"}},{"type":"em"}]},{"type":"text","text":"e","marks":[{"type":"link","attrs":{"href":"https://x.example"}}]}]}""");

        Assert.Equal(3, paragraph.Inlines.Count);
        Assert.Equal(new Text("a b", default), paragraph.Inlines[0]);
        Assert.Equal(new Text("c", new Marks(Mark.Strong, "#ff5630")), paragraph.Inlines[1]);
        var link = Assert.IsType<Link>(paragraph.Inlines[2]);
        Assert.Equal([new Text("d", new Marks(Mark.Emphasis)), new Text("e", default)], link.Inlines);
    }

    [Fact(Timeout = 10000)]
    public void A_task_holds_the_list_below_it()
    {
        var list = (ListBlock)Only("""{"type":"taskList","attrs":{"localId":"l"},"content":[{"type":"taskItem","attrs":{"localId":"1","state":"DONE"},"content":[{"type":"text","text":"a"}]},{"type":"taskList","attrs":{"localId":"m"},"content":[{"type":"taskItem","attrs":{"localId":"2","state":"TODO"},"content":[{"type":"text","text":"b"}]}]}]}""");

        var item = (ListItem)Assert.Single(list.Blocks);
        Assert.True(item.IsDone);
        Assert.IsType<Paragraph>(item.Blocks[0]);
        Assert.Equal(ListKind.Task, Assert.IsType<ListBlock>(item.Blocks[1]).Kind);
    }

    [Theory]
    [InlineData("info", "NOTE")]
    [InlineData("success", "TIP")]
    [InlineData("tip", "TIP")]
    [InlineData("warning", "WARNING")]
    [InlineData("error", "CAUTION")]
    public void Panels_that_Markdown_knows_are_alerts(string panel, string kind)
    {
        var alert = (Alert)Only($$"""{"type":"panel","attrs":{"panelType":"{{panel}}"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""");

        Assert.Equal(kind, alert.Kind);
    }

    [Fact(Timeout = 10000)]
    public void Other_panels_say_what_they_are()
    {
        var panel = (Directive)Only("""{"type":"panel","attrs":{"panelType":"custom","panelIcon":":rocket:","panelColor":"#ffeebb"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""");

        Assert.Equal("panel", panel.Name);
        Assert.Equal([new("type", "custom"), new("icon", ":rocket:"), new("color", "#ffeebb")], panel.Attributes);
        Assert.Equal("m1", panel.Handle);
    }

    [Fact(Timeout = 10000)]
    public void A_macro_is_a_directive_under_its_own_name()
    {
        var toc = (Directive)Only("""{"type":"extension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"toc","parameters":{"macroParams":{"maxLevel":{"value":"3"},"":{"value":"x"}}}}}""");

        Assert.Equal("toc", toc.Name);
        Assert.Equal([new("maxLevel", "3"), new("_", "x")], toc.Attributes);
        Assert.Null(toc.Body);
        Assert.False(toc.IsOpaque);
    }

    [Fact(Timeout = 10000)]
    public void What_is_unknown_shows_what_it_holds_or_is_opaque()
    {
        var empty = (Directive)Only("""{"type":"unheard","attrs":{"a":1}}""");
        var holder = (Directive)Only("""{"type":"unheard","content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""");

        Assert.Equal(("opaque", "unheard", true), (empty.Name, empty.Label, empty.IsOpaque));
        Assert.False(holder.IsOpaque);
        Assert.IsType<Paragraph>(Assert.Single(holder.Body!));
    }

    [Fact(Timeout = 10000)]
    public void An_image_is_a_paragraph_of_its_own()
    {
        var paragraph = (Paragraph)Only("""{"type":"mediaSingle","attrs":{"layout":"wide","width":300,"widthType":"pixel"},"content":[{"type":"media","attrs":{"type":"file","id":"u-1","collection":"c","alt":"A"}},{"type":"caption","content":[{"type":"text","text":"Said below"}]}]}""");

        var image = Assert.IsType<Image>(Assert.Single(paragraph.Inlines));
        Assert.Equal(("attachment:u-1", "A"), (image.Address, image.Alt));
        Assert.Equal([new("width", "300"), new("layout", "wide"), new("caption", "Said below")], image.Attributes);
    }

    [Fact(Timeout = 10000)]
    public void Empty_paragraphs_and_what_is_no_node_are_no_blocks() =>
        Assert.Empty(Read("""{"type":"doc","content":[{"type":"paragraph"},{"type":"paragraph","content":[{"type":"text","text":" \u200b"}]},5,null,"x",{"type":"bulletList","content":[]},{"type":"table","content":[{"type":"tableRow","content":[]}]}]}""").Blocks);

    private static Document Read(string adf) => AdfModel.Read(AdfTree.Read(adf));

    private static Block Only(string node) => Assert.Single(Read($$"""{"version":1,"type":"doc","content":[{{node}}]}""").Blocks);

    private static bool AreNested(IReadOnlyList<Block> blocks, int start, int end)
    {
        int at = start;
        foreach (Block block in blocks)
        {
            if (block.Origin is not { } origin || origin.Start < at || origin.End > end || origin.End <= origin.Start) return false;
            if (block is ContainerBlock container && !AreNested(container.Blocks, origin.Start, origin.End)) return false;
            at = origin.End;
        }

        return true;
    }

    private static IEnumerable<string> Handles(IReadOnlyList<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Directive directive => Own(directive.Handle).Concat(Handles(directive.Blocks)),
        ContainerBlock container => Handles(container.Blocks),
        TextBlock text => text.Inlines.OfType<InlineDirective>().SelectMany(inline => Own(inline.Handle)).ToArray(),
        _ => [],
    });

    private static IEnumerable<string> Own(string? handle) => handle is null ? [] : [handle];
}
