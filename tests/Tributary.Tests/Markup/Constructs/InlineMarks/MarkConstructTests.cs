namespace Tributary.Tests.Markup.Constructs.InlineMarks;

public sealed class MarkConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<p><strong>s</strong> <em>e</em> <u>u</u> <del>d</del> H<sub>2</sub>O m<sup>2</sup></p>", "p <Strong|s> <Emphasis|e> <Underline|u> <Strike|d> H<Subscript|2>O m<Superscript|2>")]
    [InlineData("<p><strong>a <em>b</em></strong><em>c</em></p>", "p <Strong|a ><Strong, Emphasis|b><Emphasis|c>")]
    [InlineData("<p><span style=\"color: rgb(255,86,48);\">red</span> <span style=\"background-color: #fffae6;\">lit</span></p>", "p <rgb(255,86,48)|red> <on #fffae6|lit>")]
    [InlineData("<p><code>a  &lt;b&gt;</code></p>", "p `a  <b>`")]
    public Task Marks_are_read_and_written(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<p><b>s</b><i>e</i><ins>u</ins><s>d</s><strike>d</strike></p>", "p <Strong|s><Emphasis|e><Underline|u><Strike|dd>", "<p><strong>s</strong><em>e</em><u>u</u><del>dd</del></p>")]
    [InlineData("<p><font color=\"red\">r</font></p>", "p <red|r>", "<p><span style=\"color: red;\">r</span></p>")]
    [InlineData("<p><small>s</small><span style=\"letter-spacing: 0.0px;\">p</span><foo:x xmlns:foo=\"u\">y</foo:x></p>", "p spy", "<p>spy</p>")]
    [InlineData("<p>a<ac:inline-comment-marker ac:ref=\"1\">b <strong>c</strong></ac:inline-comment-marker>d</p>", "p ab <Strong|c>d", "<p>ab <strong>c</strong>d</p>")]
    [InlineData("<p><code>a<strong>b</strong>\nc</code></p>", "p `a`<Strong|`b`>` c`", "<p><code>a</code><strong><code>b</code></strong><code> c</code></p>")]
    public Task Other_spellings_of_a_mark_are_the_same_mark(string storage, string model, string anew) => Construct.IsRewritten(storage, model, anew);
}
