using Tributary.Markup.Wiki;

namespace Tributary.Tests.Markup.Wiki;

public sealed class WikiModelTests
{
    [Theory]
    [InlineData("h1. Title\nText\nmore\n\nnext", "h1(Title) p(Text/more) p(next)")]
    [InlineData("h2.example.com", "p(h2.example.com)")]
    [InlineData("bq. said\nafter", "quote(p(said)) p(after)")]
    [InlineData("----", "rule")]
    [InlineData("one\r\n\r\ntwo", "p(one) p(two)")]
    [InlineData("* a\n** b\n* c", "bullet(item(p(a) bullet(item(p(b)))) item(p(c)))")]
    [InlineData("# a\n#* b\n# c\n\n# d", "ordered(item(p(a) bullet(item(p(b)))) item(p(c))) ordered(item(p(d)))")]
    [InlineData("- a\n# b", "bullet(item(p(a))) ordered(item(p(b)))")]
    [InlineData("# one\n{code}\nx\n{code}\n# two", "ordered(item(p(one) code[](x)) item(p(two)))")]
    [InlineData("* a\ncontinued\\\\ \\\\next", "bullet(item(p(a/continued) p(next)))")]
    [InlineData("* [ ] open\n* \\[x\\] done", "task(item-open(p(open)) item-done(p(done)))")]
    [InlineData("||A||B||\n|1|*2*|", "table(row(th(p(A)) th(p(B))) row(td(p(1)) td(p(s<2>))))")]
    [InlineData("||A|1|\n|[x|http://a.b]| |", "table(row(th(p(A)) td(p(1))) row(td(p(link<http://a.b>[x])) td()))")]
    [InlineData("|a\n* x\n* y|b|", "table(row(td(p(a) bullet(item(p(x)) item(p(y)))) td(p(b))))")]
    [InlineData("|{code}\na|b\n\nc\n{code}|", "table(row(td(code[](a|b\n\nc))))")]
    [InlineData("{quote}\na\n\n* b\n{quote}", "quote(p(a) bullet(item(p(b))))")]
    [InlineData("before {quote}in{quote} after", "p(before) quote(p(in)) p(after)")]
    [InlineData("{quote}never closed", "p({quote}never closed)")]
    [InlineData("{code:java|title=A.java}\nclass A {}\n{code}", "code[java title=A.java](class A {})")]
    [InlineData("{noformat}*x* {quote}{noformat}", "code[noformat](*x* {quote})")]
    [InlineData("{panel:title=My title|bgColor=#fff}a{panel}", "panel[My title bgColor=#fff m1](p(a))")]
    [InlineData("{panel:bgColor=#deebff|title=Mind}a{panel}", "NOTE[Mind](p(a))")]
    [InlineData("{info}a{info}", "NOTE[](p(a))")]
    [InlineData("{expand:More}a{expand}", "expand[More m1](p(a))")]
    [InlineData("the {id} of a {user}", "p(the {id} of a {user})")]
    [InlineData("{toc:maxLevel=2}\n\n{gadget:1|x=2}\nin\n{gadget}", "toc[ maxLevel=2 m1] gadget[ _=1 x=2 m2](p(in))")]
    [InlineData("{color:red}\n* a\n* b\n{color}", "macro[ name=color _=red m1](bullet(item(p(a)) item(p(b))))")]
    [InlineData("{color:red}a\nb{color} c", "p(color<#ff0000>{a}/color<#ff0000>{b} c)")]
    public void Blocks_are_read_as_Jira_shows_them(string wiki, string expected) => Assert.Equal(expected, ModelText.Of(WikiModel.Read(wiki)));

    [Theory]
    [InlineData("*s* _e_ ??c?? -d- +i+ ^p^ ~b~ {{m}}", "s<s> e<e> e<c> d<d> u<i> sup<p> sub<b> code<m>")]
    [InlineData("*_both_* snake_case_name 2*3*4 a - b - c", "es<both> snake_case_name 2*3*4 a - b - c")]
    [InlineData("in{*}side{*} *open", "ins<side> *open")]
    [InlineData("*a\nb*", "*a/b*")]
    [InlineData("\\*a\\* \\{x\\} C:\\dir \\\\server\\share", "*a* {x} C:\\dir \\\\server\\share")]
    [InlineData("a\\\\b", "a/b")]
    [InlineData("a -- b --- c", "a – b — c")]
    [InlineData("[~bob] [ENG-1] [^a b.pdf] [#top] [mailto:a@b.c] [x|ENG-2|tip]", "@bob link<ENG-1>[ENG-1] link<attachment:a%20b.pdf>[a b.pdf] link<#top>[top] link<mailto:a@b.c>[a@b.c] link<ENG-2 tip>[x]")]
    [InlineData("see https://a.b/c_d_e. [note] [x|]", "see link<https://a.b/c_d_e>[https://a.b/c_d_e]. [note] [x|]")]
    [InlineData("!a.png|thumbnail,width=300! Hey! You!", "image<attachment:a.png thumbnail=true width=300> Hey! You!")]
    [InlineData("(/) done :) f(x)", "✅ done 🙂 f(x)")]
    [InlineData("a&nbsp;b &amp; &unknown;", "a\u00A0b & &unknown;")]
    [InlineData("{anchor:top}x", ":anchor[top]x")]
    [InlineData("{color:#ff5630}a *b*{color}", "color<#ff5630>{a }color<#ff5630>{s<b>}")]
    [InlineData("{color}a {color:nothing}b{color}", "{color}a {color:nothing}b{color}")]
    public void Lines_are_read_as_Jira_shows_them(string wiki, string expected) => Assert.Equal(expected, ModelText.Of(WikiModel.ReadLine(wiki)));

    [Fact]
    public void What_only_Unicode_takes_for_a_line_end_is_a_blank() => Assert.Equal("a\u00A0b", ModelText.Of(WikiModel.ReadLine("a\u2028b")));

    [Theory]
    [InlineData("h1. Title\n\n# a\n## b\n# c\n\n||x||\n|y|\n\n{quote}z{quote} end")]
    [InlineData("* a\n{panel}\n|x|{code}y{code}|\n{panel}\n** [ ] b\n\n bq. q\n\t----\n{color:red}\n\nc{color}")]
    public void Every_block_lies_within_its_parent_and_none_overlaps(string wiki)
    {
        Origins.Check(wiki);
    }
}
