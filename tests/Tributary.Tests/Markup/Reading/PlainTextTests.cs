using Tributary.Markup;

namespace Tributary.Tests.Markup.Reading;

public sealed class PlainTextTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<h1>Title</h1><p>One\n  two <strong>th</strong>ree&nbsp;!</p>", "Title\nOne two three\u00A0!")]
    [InlineData("<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul>", "a\nb\nc")]
    [InlineData("<table><tbody><tr><th>A</th><th>B</th></tr><tr><td><p>1</p></td><td>2</td></tr></tbody></table>", "A\tB\n1\n2")]
    [InlineData("<p>a<br/>b</p>", "a\nb")]
    [InlineData("<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">c</ac:parameter><ac:plain-text-body><![CDATA[int  a;\n  b;]]></ac:plain-text-body></ac:structured-macro><p>x</p>", "int  a;\n  b;\nx")]
    [InlineData("<p>see <ac:link><ri:page ri:content-title=\"The plan\" ri:space-key=\"ENG\" /></ac:link> and <ac:link><ri:page ri:content-title=\"T\" /><ac:plain-text-link-body><![CDATA[this]]></ac:plain-text-link-body></ac:link></p>", "see The plan and this")]
    [InlineData("<p>State: <ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"title\">DONE</ac:parameter></ac:structured-macro> since <time datetime=\"2026-01-02\" /></p>", "State: DONE since 2026-01-02")]
    [InlineData("<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>do it</ac:task-body></ac:task></ac:task-list>", "do it")]
    [InlineData("<p>ok <ac:emoticon ac:name=\"smile\" /> <ac:emoticon ac:name=\"blue-star\" ac:emoji-id=\"1f389\" /></p>", "ok 🙂 🎉")]
    public Task Words_come_a_block_a_line(string storage, string text)
    {
        Assert.Equal(text, StorageFormat.ToPlainText(storage));
        return Task.CompletedTask;
    }
}
