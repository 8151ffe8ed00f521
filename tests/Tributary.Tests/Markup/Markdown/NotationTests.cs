using Tributary.Markup;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Tests.Markup.Markdown;

public sealed class NotationTests
{
    [Fact(Timeout = 10000)]
    public async Task Footnotes_stand_where_they_are_written()
    {
        await Task.CompletedTask;
        Assert.Equal(
            "A[^x] B[^y]\n\n[^y]: Two\n\n- more\n\n[^x]: *One*\n\n[^z]: Unnamed\n\nEnd\n",
            Write("A[^x] B[^y]\n\n[^y]: Two\n\n    - more\n[^x]: *One*\n[^z]: Unnamed\n\nEnd\n"));
    }

    [Theory(Timeout = 10000)]
    [InlineData("a[^1]\n\n- b\n  - c\n\n[^1]: d\n")]
    [InlineData("> a[^1]\n\n[^1]: d\n\n- e\n")]
    [InlineData("| a[^1] |\n| --- |\n| b[^2] |\n\n[^1]: d\n\n[^2]: e[^1]<br>f\n")]
    [InlineData(":::expand[x]\na[^1]\n:::\n\n[^1]: d\n")]
    public async Task A_note_begins_after_any_block(string markdown)
    {
        await Task.CompletedTask;
        Assert.Equal(markdown, Write(markdown));
    }

    [Theory(Timeout = 10000)]
    [InlineData("x:sup[[2](#fn-1)]\n\n:anchor[fn-1]:sup[2] Wrong number\n")]
    [InlineData("x:sup[[1](#fn-1)]\n\n> :anchor[fn-1]:sup[1] Not at the level of the page\n")]
    [InlineData("x[^1]\n\n:anchor[fn-1]{#m2}:sup[1] Another anchor\n")]
    [InlineData("x[^1] :sup[[1](#fn-1)]{card=block}\n\n[^1]: Kept\n")]
    [InlineData("![^1](a.png) \\[^1\\] [\\^1](b) !\\[^1]: [^1]\\: y\n\n[^1]: [^1]\\: z\n")]
    public async Task What_is_no_note_is_written_as_it_is(string markdown)
    {
        await Task.CompletedTask;
        string once = Write(markdown);
        Assert.Equal(once, Write(once));
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
    [InlineData("list:item[0] and :foo[bar]", "<p>list:item[0] and :foo[bar]</p>")]
    [InlineData(":status[OK] :foo[bar]{}", "<p><ac:structured-macro ac:name=\"status\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\">OK</ac:parameter></ac:structured-macro> <ac:structured-macro ac:name=\"foo\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\">bar</ac:parameter></ac:structured-macro></p>")]
    public async Task Within_a_line_a_name_that_is_not_the_notations_own_is_prose_without_braces(string markdown, string storage)
    {
        await Task.CompletedTask;
        Assert.Equal(storage, StorageFormat.FromMarkdown(markdown).Text);
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
