using Tributary.Markup;

namespace Tributary.Tests.Markup.Storage;

/// <summary>What only stands in another container now keeps its source: <c>{</c> and <c>}</c> stand for the marker of a comment.</summary>
public sealed class RegroupedBlocksTests
{
    private const string Panel = "<ac:structured-macro ac:name=\"info\"><ac:rich-text-body>";
    private const string EndPanel = "</ac:rich-text-body></ac:structured-macro>";

    [Theory(Timeout = 20000)]
    [InlineData("a panel goes", Panel + "<p style=\"text-align: center;\">in {a}</p><ul class=\"x\"><li>b</li></ul>" + EndPanel, "in a\n\n- b", "<p style=\"text-align: center;\">in {a}</p><ul class=\"x\"><li>b</li></ul>")]
    [InlineData("a quote goes", "<p>one</p><blockquote><p local-id=\"1\">in {a}</p></blockquote>", "one\n\nin a", "<p>one</p><p local-id=\"1\">in {a}</p>")]
    [InlineData("a panel becomes a quote", Panel + "<p local-id=\"1\">in {a}</p>" + EndPanel, "> in a", "<blockquote><p local-id=\"1\">in {a}</p></blockquote>")]
    [InlineData("bullets become numbers", "<ul><li class=\"1\"><p>a {b}</p></li><li>c<ul><li>d</li></ul></li></ul>", "1. a b\n2. c\n   - d", "<ol><li class=\"1\"><p>a {b}</p></li><li>c<ul><li>d</li></ul></li></ol>")]
    [InlineData("a paragraph comes between items", "<ul><li class=\"1\">one {x}</li><li class=\"2\">two</li><li class=\"3\">three</li></ul>", "- one x\n\nNew\n\n- two\n- three", "<ul><li class=\"1\">one {x}</li></ul><p>New</p><ul><li class=\"2\">two</li><li class=\"3\">three</li></ul>")]
    [InlineData("what stood between two lists goes", "<ul><li>one {x} words</li></ul><h2>Mid</h2><ul><li class=\"3\">three {y} words</li></ul>", "- one x words\n- three y words", "<ul><li>one {x} words</li><li class=\"3\">three {y} words</li></ul>")]
    [InlineData("an item moves in", "<ul><li class=\"1\"><p>a</p></li><li class=\"2\"><p>b {x} and more words</p></li></ul>", "- a\n  - b x and more words", "<ul><li class=\"1\"><p>a</p><ul><li class=\"2\"><p>b {x} and more words</p></li></ul></li></ul>")]
    [InlineData("an item moves out", "<ul><li class=\"1\"><p>a</p><ul><li class=\"2\"><p>b {x}</p></li></ul></li></ul>", "- a\n- b x", "<ul><li class=\"1\"><p>a</p></li><li class=\"2\"><p>b {x}</p></li></ul>")]
    public async Task It_keeps_its_source(string what, string before, string markdown, string after)
    {
        await Task.CompletedTask;

        Conversion changed = StorageFormat.FromMarkdown(markdown, Page(before));

        Assert.Equal((what, Page(after), 0), (what, changed.Text, changed.Losses.Count));
        Assert.Equal(markdown, StorageFormat.ToMarkdown(changed.Text).Text.Trim());
    }

    [Theory(Timeout = 20000)]
    [InlineData("- [ ] order the cake\n  - [ ] call the printer about the flyers\n- [x] pay", "1(2)3")]
    [InlineData("- [ ] order the cake\n\n# Then\n\n- [ ] call the printer about the flyers\n- [x] pay", "1|23")]
    [InlineData("1. order the cake\n\n- [ ] call the printer about the flyers\n- [x] pay", "23")]
    public async Task A_task_keeps_its_id_wherever_it_goes(string markdown, string expected)
    {
        await Task.CompletedTask;
        string list = $"<ac:task-list>{string.Concat(Item(1, "order the cake"), Item(2, "call the printer about the flyers"), Item(3, "pay").Replace("incomplete", "complete", StringComparison.Ordinal))}</ac:task-list>";

        string changed = StorageFormat.FromMarkdown(markdown, list).Text;

        string shape = changed.Replace("</ac:task-list><h1>Then</h1><ac:task-list>", "|", StringComparison.Ordinal);
        Assert.Equal(expected, string.Concat(Shape().Matches(shape).Select(part => part.Value switch { "<ac:task-list>" => "(", "</ac:task-list>" => ")", "|" => "|", var id => id[^1..] })).Trim('(', ')'));
        Assert.Equal(markdown, StorageFormat.ToMarkdown(changed).Text.Trim());

        static string Item(int id, string words) => $"<ac:task><ac:task-id>{id}</ac:task-id><ac:task-uuid>u{id}</ac:task-uuid><ac:task-status>incomplete</ac:task-status><ac:task-body><span class=\"placeholder-inline-tasks\">{words}</span></ac:task-body></ac:task>";
    }

    private static string Page(string body) =>
        body.Replace("{", "<ac:inline-comment-marker ac:ref=\"c\">", StringComparison.Ordinal).Replace("}", "</ac:inline-comment-marker>", StringComparison.Ordinal);

    private static System.Text.RegularExpressions.Regex Shape() => new("</?ac:task-list>|\\||<ac:task-uuid>u[0-9]", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
}
