using System.Text;
using Tributary.Atlassian.Confluence;
using Tributary.Tools;
using Tributary.Tools.Reading;

namespace Tributary.Tests.Tools.Reading;

public sealed class ReadCursorTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Release | plan – 第一")]
    public void A_cursor_says_what_it_was_made_of(string section)
    {
        var cursor = new ReadCursor(PageId.Parse("98304"), 7, Pinned: true, ReadFormat.Storage, section, 12345);

        Assert.Equal(cursor, ReadCursor.Parse(cursor.ToString()));
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("cjF8")]
    [InlineData("")]
    public void What_this_tool_did_not_give_is_refused(string text)
    {
        ToolException refusal = Assert.Throws<ToolException>(() => ReadCursor.Parse(text));

        Assert.Equal("`cursor` is not one that this tool gave.", refusal.Message);
        Assert.Equal("Read the page again from its start, without a cursor.", refusal.Hint);
    }

    [Theory]
    [InlineData("r1|../1|1|c|Markdown||5")]
    [InlineData("r1|1|-1|c|Markdown||5")]
    [InlineData("r1|1|1|c|Markdown||-5")]
    [InlineData("r1|1|1|x|Markdown||5")]
    [InlineData("r1|1|1|c|Word||5")]
    [InlineData("r1|1|1|c|99||5")]
    [InlineData("r2|1|1|c|Markdown||5")]
    public void A_forged_cursor_is_refused(string inside) =>
        Assert.Throws<ToolException>(() => ReadCursor.Parse(Convert.ToBase64String(Encoding.UTF8.GetBytes(inside)).TrimEnd('=').Replace('+', '-').Replace('/', '_')));
}
