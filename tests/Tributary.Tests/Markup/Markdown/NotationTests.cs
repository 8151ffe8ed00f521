using Tributary.Markup;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Tests.Markup.Markdown;

public sealed class NotationTests
{
    [Fact(Timeout = 10000)]
    public async Task Footnotes_become_links_to_anchors_at_the_end()
    {
        await Task.CompletedTask;
        Assert.Equal(
            "A:sup[[1](#fn-1)] B:sup[[2](#fn-2)]\n\nEnd\n\n:anchor[fn-1]:sup[1] *One*\n\n:anchor[fn-2]:sup[2] Two\n\n- more\n\n:anchor[fn-3]:sup[3] Unnamed\n",
            Write("A[^x] B[^y]\n\n[^y]: Two\n\n    - more\n[^x]: *One*\n[^z]: Unnamed\n\nEnd\n"));
    }

    [Theory(Timeout = 10000)]
    [InlineData("H<sub>2</sub>O <u>a<br>b</u>", "H:sub[2]O :u[a\\\nb]\n")]
    [InlineData("<b>a</b> <i>c</i> <mark>d</mark>", "**a** *c* :highlight[d]{#fffae6}\n")]
    [InlineData("<u>open <b>x</b>", "\\<u>open **x**\n")]
    public async Task A_few_tags_of_HTML_are_taken_in_pairs(string markdown, string expected)
    {
        await Task.CompletedTask;
        Assert.Equal(expected, Write(markdown));
    }

    [Theory(Timeout = 10000)]
    [InlineData("[a](javascript:x)", "link to a script, kept as text")]
    [InlineData("a <span>b</span>", "raw HTML, kept as text")]
    [InlineData("<!-- c -->", "raw HTML, kept as text")]
    [InlineData("a <!-- c --> b", "HTML comment")]
    public async Task What_cannot_be_kept_is_told(string markdown, string loss)
    {
        await Task.CompletedTask;
        var losses = new LossLog();
        MarkdownReader.Read(markdown, losses);
        Assert.Equal(loss, losses.ToList()[0].What);
    }

    [Fact(Timeout = 10000)]
    public async Task Directives_of_the_same_length_nest_and_code_hides_their_ends()
    {
        await Task.CompletedTask;
        Document document = MarkdownReader.Read(":::a\n:::b\n```\n:::\n```\n:::\nc\n:::\nd\n", new LossLog());
        Assert.Equal("::::a\n:::b\n```\n:::\n```\n:::\n\nc\n::::\n\nd\n", MarkdownWriter.Write(document, new MarkdownOptions()).Text);
    }

    [Fact(Timeout = 10000)]
    public async Task Code_in_a_list_keeps_its_blanks_and_tabs()
    {
        await Task.CompletedTask;
        const string markdown = "- ```go\n  func {\n  \tone()\n   two()\n  }\n  ```\n";
        Assert.Equal(markdown, Write(markdown));
    }

    private static string Write(string markdown) => MarkdownWriter.Write(MarkdownReader.Read(markdown, new LossLog()), new MarkdownOptions()).Text;
}
