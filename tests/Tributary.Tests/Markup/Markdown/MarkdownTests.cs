using Tributary.Markup;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Tests.Markup.Markdown;

public sealed class MarkdownTests
{
    [Theory(Timeout = 10000)]
    [InlineData("# Title\n\nText **bold *both* more** and ~~gone~~ `code` :u[under] x:sub[2] :color[red **b**]{#ff5630}\n")]
    [InlineData("[link](page:ENG/Title \"t\"){card=block} ![a](attachment:a.png){width=300 border} :status[Done]{colour=Green subtle #m4} <https://a.b/c>\n")]
    [InlineData("> [!NOTE] A title\n> body\n\n> [!TIP]\n>\n> - a\n> - b\n\n> quote\n")]
    [InlineData("- [ ] one\n- [x] two\n  - [ ] three\n\n1. a\n\n2. b\n\n   c\n\n___\n")]
    [InlineData("::toc{maxLevel=2 #m1}\n\n::::layout{#m2}\n:::layout-section{type=two_equal #m3}\ninside\n\n```csharp {title=Program.cs linenumbers}\n:::\ncode\n```\n:::\n::::\n")]
    [InlineData("| a | b |\n| :-- | --- |\n| 1 \\| 2 | < |\n| ^ | ^ |\n| `a\\|b` | x<br><br>y |\n")]
    [InlineData("| | |\n| --- | --- |\n| \\< | \\^ |\n")]
    public async Task The_notation_is_read_and_written_the_same(string markdown)
    {
        await Task.CompletedTask;
        Assert.Equal(markdown, MarkdownWriter.Write(MarkdownReader.Read(markdown, new LossLog()), new MarkdownOptions()).Text);
    }

    [Fact(Timeout = 10000)]
    public async Task Each_block_knows_its_lines()
    {
        await Task.CompletedTask;
        const string markdown = "# A\n\nB\nb\n\n- c\n- d\n\n:::expand[E]\nf\n:::\n";
        MarkdownParse parse = MarkdownReader.ReadWithLines(markdown, new LossLog());
        Assert.Equal(["# A", "B\nb", "- c\n- d", ":::expand[E]\nf\n:::"], parse.Blocks.Select(range => markdown[range].TrimEnd('\n')));
        MarkdownText written = MarkdownWriter.Write(parse.Document, new MarkdownOptions());
        Assert.Equal(["# A", "B b", "- c\n- d", ":::expand[E]\nf\n:::"], written.Blocks.Select(range => written.Text[range]));
    }

    [Fact(Timeout = 10000)]
    public async Task A_mention_shows_a_name_that_does_not_count()
    {
        await Task.CompletedTask;
        Document document = MarkdownReader.Read("[@Anyone](user:557058:f1)", new LossLog());
        Assert.Equal("[@Alice](user:557058:f1)\n", MarkdownWriter.Write(document, new MarkdownOptions { UserName = _ => "Alice" }).Text);
        Assert.Equal("[@](user:557058:f1)", MarkdownWriter.Canonical(document.Blocks[0]));
    }
}
