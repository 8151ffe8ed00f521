using Tributary.Markup;
using Tributary.Markup.Adf;

namespace Tributary.Tests.Markup.Adf;

public sealed class AdfEmitterTests
{
    [Theory]
    [InlineData("a word in a comment keeps its anchor", "quick", "very quick",
        """{"type":"paragraph","attrs":{"localId":"p"},"content":[{"type":"text","text":"the "},{"type":"text","text":"quick br\u006fwn","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]},{"type":"text","text":" fox"}]}""",
        """{"type":"paragraph","attrs":{"localId":"p"},"content":[{"type":"text","text":"the very "},{"type":"text","text":"quick br\u006fwn","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]},{"type":"text","text":" fox"}]}""")]
    [InlineData("a word amid a comment becomes part of it", "brown", "dark red",
        """{"type":"paragraph","content":[{"type":"text","text":"quick brown fox","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"quick dark red fox","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]}]}""")]
    [InlineData("a word that turns bold keeps its anchor", "quick", "**quick**",
        """{"type":"paragraph","content":[{"text":"quick fox","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}],"type":"text"}]}""",
        """{"type":"paragraph","content":[{"text":"quick","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}},{"type":"strong"}],"type":"text"},{"text":" fox","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}],"type":"text"}]}""")]
    [InlineData("a link keeps what else it has", "fox", "wolf",
        """{"type":"paragraph","content":[{"type":"text","text":"quick fox","marks":[{"type":"link","attrs":{"href":"https://x.example","collection":"c","occurrenceKey":"k"}},{"type":"unheard"}]}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"quick wolf","marks":[{"type":"link","attrs":{"href":"https://x.example","collection":"c","occurrenceKey":"k"}},{"type":"unheard"}]}]}""")]
    [InlineData("a comment's only word that becomes another keeps its anchor", "fast", "slow",
        """{"type":"paragraph","content":[{"text":"a ","type":"text"},{"text":"fast","type":"text","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]},{"type":"text","text":" fox "}]}""",
        """{"type":"paragraph","content":[{"text":"a ","type":"text"},{"text":"slow","type":"text","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]},{"type":"text","text":" fox "}]}""")]
    [InlineData("a word that a comment cuts stays cut", "here", "there",
        """{"type":"paragraph","content":[{"type":"text","text":"half"},{"type":"text","text":"way","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]},{"type":"text","text":" here"}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"half"},{"type":"text","text":"way","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]},{"type":"text","text":" there"}]}""")]
    [InlineData("an emoji keeps the order of what it has", "shortname=gear", "shortname=cog",
        """{"type":"paragraph","content":[{"type":"emoji","attrs":{"id":"2699","text":"⚙️","shortName":":gear:"}}]}""",
        """{"type":"paragraph","content":[{"type":"emoji","attrs":{"id":"2699","text":"⚙️","shortName":":cog:"}}]}""")]
    [InlineData("what comes for another block stands in its place", "___", "New",
        """{"type":"paragraph","content":[{"type":"text","text":"a"}]}, {"type":"paragraph"} , {"type":"rule"} ,{"type":"paragraph","content":[{"type":"text","text":"b"}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"a"}]}, {"type":"paragraph"}, {"type":"paragraph","content":[{"type":"text","text":"New"}]} ,{"type":"paragraph","content":[{"type":"text","text":"b"}]}""")]
    [InlineData("blanks keep the marks that Markdown does not show on them", "high", "low",
        """{"type":"paragraph","content":[{"type":"text","text":"Priority: ","marks":[{"type":"strong"}]},{"type":"text","text":"high "},{"type":"hardBreak"}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"Priority: ","marks":[{"type":"strong"}]},{"type":"text","text":"low "},{"type":"hardBreak"}]}""")]
    [InlineData("a blank that no one saw is not seen where its break goes", "one\\\ntwo", "one**two**",
        """{"type":"paragraph","content":[{"type":"text","text":"one "},{"type":"hardBreak"},{"type":"text","text":"two"}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"one"},{"type":"text","text":"two","marks":[{"type":"strong"}]}]}""")]
    [InlineData("a blank at the end stays at the end", "two", "two!",
        """{"type":"paragraph","content":[{"type":"text","text":"one "},{"type":"text","text":"two ","marks":[{"type":"em"}]}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"one "},{"type":"text","text":"two! ","marks":[{"type":"em"}]}]}""")]
    [InlineData("a heading keeps its id and its place", "## Title", "### Title",
        """{"attrs":{"localId":"h","level":2},"content":[{"type":"text","text":"Title"}],"type":"heading"}""",
        """{"attrs":{"localId":"h","level":3},"content":[{"type":"text","text":"Title"}],"type":"heading"}""")]
    [InlineData("a paragraph that becomes a heading keeps its id and its comment", "the quick", "## the quick",
        """{"type":"paragraph","attrs":{"localId":"p"},"content":[{"type":"text","text":"the "},{"type":"text","text":"quick","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]},{"type":"text","text":" fox"}]}""",
        """{"type":"heading","attrs":{"localId":"p","level":2},"content":[{"type":"text","text":"the "},{"type":"text","text":"quick","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]},{"type":"text","text":" fox"}]}""")]
    [InlineData("one without an id gets a level", "the quick", "# the quick",
        """{"type":"paragraph","content":[{"type":"text","text":"the "},{"type":"text","text":"quick","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]},{"type":"text","text":" fox"}]}""",
        """{"type":"heading","content":[{"type":"text","text":"the "},{"type":"text","text":"quick","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]},{"type":"text","text":" fox"}],"attrs":{"level":1}}""")]
    [InlineData("a heading that becomes a paragraph keeps its id and its comment", "## the", "the",
        """{"attrs":{"level":2,"localId":"p"},"content":[{"type":"text","text":"the "},{"type":"text","text":"quick","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]},{"type":"text","text":" fox"}],"type":"heading"}""",
        """{"attrs":{"localId":"p"},"content":[{"type":"text","text":"the "},{"type":"text","text":"quick","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]},{"type":"text","text":" fox"}],"type":"paragraph"}""")]
    [InlineData("a task that is done keeps its id", "- [ ] two", "- [x] two",
        """{"type":"taskList","attrs":{"localId":"l"},"content":[{"type":"taskItem","attrs":{"localId":"1","state":"TODO"},"content":[{"type":"text","text":"one"}]},{"type":"taskItem","attrs":{"localId":"2","state":"TODO"},"content":[{"type":"text","text":"two"}]}]}""",
        """{"type":"taskList","attrs":{"localId":"l"},"content":[{"type":"taskItem","attrs":{"localId":"1","state":"TODO"},"content":[{"type":"text","text":"one"}]},{"type":"taskItem","attrs":{"localId":"2","state":"DONE"},"content":[{"type":"text","text":"two"}]}]}""")]
    [InlineData("a new task below another", "- [ ] one", "- [ ] one\n  - [ ] new",
        """{"type":"taskList","attrs":{"localId":"l"},"content":[{"type":"taskItem","attrs":{"localId":"1","state":"TODO"},"content":[{"type":"text","text":"one"}]}, {"type":"taskItem","attrs":{"localId":"2","state":"TODO"},"content":[{"type":"text","text":"two"}]}]}""",
        """{"type":"taskList","attrs":{"localId":"l"},"content":[{"type":"taskItem","attrs":{"localId":"1","state":"TODO"},"content":[{"type":"text","text":"one"}]},{"type":"taskList","attrs":{"localId":"local-2"},"content":[{"type":"taskItem","attrs":{"localId":"local-1","state":"TODO"},"content":[{"type":"text","text":"new"}]}]}, {"type":"taskItem","attrs":{"localId":"2","state":"TODO"},"content":[{"type":"text","text":"two"}]}]}""")]
    [InlineData("a status keeps its style", "[Open]{colour=Blue}", "[Done]{colour=Green}",
        """{"type":"paragraph","content":[{"type":"status","attrs":{"localId":"s","text":"Open","color":"blue","style":"bold"}}]}""",
        """{"type":"paragraph","content":[{"type":"status","attrs":{"localId":"s","text":"Done","color":"green","style":"bold"}}]}""")]
    [InlineData("a date keeps its id", "2026-01-31", "2026-02-01",
        """{"type":"paragraph","content":[{"type":"text","text":"By "},{"type":"date","attrs":{"timestamp":"1769817600000","localId":"d"}}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"By "},{"type":"date","attrs":{"timestamp":"1769904000000","localId":"d"}}]}""")]
    [InlineData("a parameter of a macro alone", "maxLevel=3", "maxLevel=4 minLevel=2",
        """{"type":"extension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"toc","parameters":{"macroParams":{"maxLevel":{"value":"3"}},"macroMetadata":{"macroId":{"value":"i"}}},"localId":"e"}}""",
        """{"type":"extension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"toc","parameters":{"macroParams":{"maxLevel":{"value":"4"},"minLevel":{"value":"2"}},"macroMetadata":{"macroId":{"value":"i"}}},"localId":"e"}}""")]
    [InlineData("an image keeps what Markdown does not show", "![A]", "![New]",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","width":10,"height":20,"alt":"A"}}]}""",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","width":10,"height":20,"alt":"New"}}]}""")]
    [InlineData("code keeps how it is shown", "a = 1", "a = \"2\"",
        """{"type":"codeBlock","attrs":{"language":"java","uniqueId":"u"},"marks":[{"type":"breakout","attrs":{"mode":"wide"}}],"content":[{"type":"text","text":"a = 1"}]}""",
        """{"type":"codeBlock","attrs":{"language":"java","uniqueId":"u"},"marks":[{"type":"breakout","attrs":{"mode":"wide"}}],"content":[{"type":"text","text":"a = \"2\""}]}""")]
    [InlineData("a panel of another colour", "[!NOTE]", "[!CAUTION]",
        """{"type":"panel","attrs":{"panelType":"info","localId":"p"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""",
        """{"type":"panel","attrs":{"panelType":"error","localId":"p"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""")]
    [InlineData("text in an empty cell replaces its empty paragraph", "| a | |", "| a | b |",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#ffffff"},"content":[{"type":"paragraph"}]}]}]}""",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#ffffff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]}]}""")]
    [InlineData("an item that goes takes one comma along", "- b\n", "",
        """{"type":"bulletList","content":[ {"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]} , {"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]} , {"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"c"}]}]} ]}""",
        """{"type":"bulletList","content":[ {"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]} , {"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"c"}]}]} ]}""")]
    public void An_edit_changes_what_it_says_and_nothing_else(string what, string from, string to, string before, string after)
    {
        string markdown = AdfDocument.ToMarkdown(Document(before)).Text;
        Assert.Contains(from, markdown, StringComparison.Ordinal);

        Conversion altered = AdfDocument.FromMarkdown(markdown.Replace(from, to, StringComparison.Ordinal), Document(before));

        Assert.Equal(Document(after), altered.Text);
        Assert.True(altered.Losses.Count == 0, what);
    }

    [Fact(Timeout = 10000)]
    public void What_moves_takes_its_text_along()
    {
        const string macro = """{"type":"extension","attrs":{"extensionType":"com.forge","extensionKey":"k","parameters":{"secret":true}}}""";
        const string paragraph = """{"type":"paragraph","content":[{"type":"text","text":"Text"}]}""";
        string markdown = AdfDocument.ToMarkdown(Document($"{macro},{paragraph}")).Text;

        string altered = AdfDocument.FromMarkdown("Text\n\n::opaque[extension k]{#m1}\n", Document($"{macro},{paragraph}")).Text;

        Assert.Equal("::opaque[extension k]{#m1}\n\nText\n", markdown);
        Assert.Equal(Document($"{paragraph},{macro}"), altered);
    }

    [Fact(Timeout = 10000)]
    public void What_goes_is_told()
    {
        const string page = """{"type":"extension","attrs":{"extensionType":"com.forge","extensionKey":"k"}},{"type":"paragraph","content":[{"type":"text","text":"Some "},{"type":"text","text":"words","marks":[{"type":"annotation","attrs":{"id":"c1","annotationType":"inlineComment"}}]}]}""";

        Conversion altered = AdfDocument.FromMarkdown("Some\n", Document(page));

        Assert.Equal(Document("""{"type":"paragraph","content":[{"type":"text","text":"Some"}]}"""), altered.Text);
        Assert.Equal(["inline comment anchor on \"words\"", "opaque #m1"], altered.Losses.Select(loss => loss.What));
    }

    [Fact(Timeout = 10000)]
    public void A_base_that_is_no_document_is_told()
    {
        Conversion fresh = AdfDocument.FromMarkdown("Text", "{");

        Assert.Contains("\"Text\"", fresh.Text, StringComparison.Ordinal);
        Assert.Contains("no ADF", Assert.Single(fresh.Losses).What, StringComparison.Ordinal);
        Assert.Equal("", AdfDocument.ToMarkdown("{").Text);
        Assert.NotNull(AdfDocument.Validate("{"));
    }

    [Fact(Timeout = 10000)]
    public void People_are_called_as_the_document_calls_them()
    {
        string mention = Document("""{"type":"paragraph","content":[{"type":"mention","attrs":{"id":"a1","text":"@Alice"}},{"type":"mention","attrs":{"id":"b1","text":"@Bob"}}]}""");

        Assert.Equal("[@Alice](user:a1)[@Robert](user:b1)\n", AdfDocument.ToMarkdown(mention, new MarkdownOptions { UserName = id => id == "b1" ? "Robert" : null }).Text);
        Assert.Equal(mention, AdfDocument.FromMarkdown("[@](user:a1)[@](user:b1)\n", mention).Text);
    }

    private static string Document(string blocks) => $$"""{"version":1,"type":"doc","content":[{{blocks}}]}""";
}
