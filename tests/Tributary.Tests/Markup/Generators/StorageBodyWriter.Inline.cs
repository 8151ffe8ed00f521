using System.Globalization;

namespace Tributary.Tests.Markup.Generators;

internal sealed partial class StorageBodyWriter
{
    // What Markdown would take for syntax, what needs an escape or an entity, and what no one sees.
    private static readonly string[] Traps =
    [
        "*", "**x**", "_a_", "`c`", "[a](b)", "![i](j)", ":status[x]{y}", ":::note", "::toc", "{#m1}", "|", "#", "1.", "-", "+", "&gt;", "~~", "~", "\\", "\\*", "&amp;amp;", "&lt;b&gt;", "&nbsp;", "&mdash;",
        "&#x2693;", "\u200B", "\u202E", "é", "👩‍✈️", "日本語", "https://example.com/a_b", "www.example.com", "@bob", "[x]", "[!NOTE]", "---", "===", "&quot;", "'", "<![CDATA[raw <b> &amp;]]>", "a\n  b", "\t", "]]&gt;", "$x$", "^",
        "&lt;", "[^1]", "12:30", "a:b[c]", "end\\",
    ];

    private void Line(int depth)
    {
        int pieces = left > 0 ? random.Next(1, 6) : 1;
        for (int i = 0; i < pieces; i++)
        {
            if (left-- > 0) Piece(depth + 1);
            else Put(Word());
            if (Chance(70)) Put(Pick(" ", " ", "\n", "  "));
        }
    }

    private void Piece(int depth)
    {
        switch (random.Next(depth < Deepest ? 26 : 12))
        {
            case < 6: Put(Word()); break;
            case 6 or 7 or 8: Put(Pick(Traps)); break;
            case 9: Put(Pick("<br />", "<br/>", "<br></br>", "<br />\n")); break;
            case 10: Put(Emoticon()); break;
            case 11: InlineMacro(); break;
            case 12 or 13: Element(Pick("strong", "b", "em", "i", "u", "s", "del", "sub", "sup", "small"), "", () => Line(depth)); break;
            case 14: Element("span", $" style=\"{Pick("color: rgb(255,86,48);", "background-color: #fffae6;", "letter-spacing: 0.0px;", "color: red; background-color: blue")}\"", () => Line(depth)); break;
            case 15: Element("code", "", () => CodeContent(depth)); break;
            case 16: Element("a", $" href=\"{Pick("https://example.com/?a=1&amp;b=2", "/wiki/x", "mailto:a@example.com", "#here", "javascript:alert(1)", "")}\"{Pick("", " title=\"T\"", " data-card-appearance=\"inline\"")}", () => Line(depth)); break;
            case 17 or 18: Link(depth); break;
            case 19: Image(depth); break;
            case 20: Element("ac:inline-comment-marker", $" ac:ref=\"{Id()}\"", () => Line(depth)); break;
            case 21: SplitMarker(); break;
            case 22: Put(Pick("<time datetime=\"2026-11-21\" />", "<time datetime=\"2026-11-21\"></time>")); break;
            case 23: Put($"<ac:link><ri:user {Pick("ri:account-id=\"557058:ab-c\"", "ri:userkey=\"8a7f\"", "ri:username=\"alice\"")} /></ac:link>"); break;
            case 24: Put(Pick($"<ac:placeholder>{Word()} &amp; more</ac:placeholder>", "<ac:placeholder ac:type=\"mention\">Who?</ac:placeholder>", "<at:var at:name=\"x\" />", "<foo:empty xmlns:foo=\"urn:foo\" />", "<!-- c -->", "<span></span>", "<strong/>", "<font color=\"red\">red</font>")); break;
            case 25: Element("foo:inline", " xmlns:foo=\"urn:foo\"", () => Line(depth)); break;
        }
    }

    // A comment may begin in the middle of a word and end in another element.
    private void SplitMarker()
    {
        string reference = Id();
        Put($"{Word()}<ac:inline-comment-marker ac:ref=\"{reference}\">{Word()} <strong>{Word()}</strong></ac:inline-comment-marker><em><ac:inline-comment-marker ac:ref=\"{reference}\">{Word()}</ac:inline-comment-marker> {Word()}</em>");
    }

    private void CodeContent(int depth)
    {
        Put(Pick(Word(), $"{Word()} ` {Word()}", " ", $" {Word()} ", "a  b", "`", "\\", "|"));
        if (Chance(10)) Element("strong", "", () => Put(Word()));
        if (depth < Deepest && Chance(5)) Element("a", " href=\"https://example.com/\"", () => Put(Word()));
    }

    private void Link(int depth)
    {
        string target = Pick("<ri:page ri:content-title=\"Some Page\" />", "<ri:page ri:space-key=\"OPS\" ri:content-title=\"A/B #1 (x)\" ri:version-at-save=\"4\" />", "<ri:blog-post ri:space-key=\"ENG\" ri:content-title=\"News\" ri:posting-day=\"2026/09/15\" />",
            "<ri:attachment ri:filename=\"a b.pdf\" />", "<ri:attachment ri:filename=\"x.csv\"><ri:page ri:space-key=\"ENG\" ri:content-title=\"Other\" /></ri:attachment>", "<ri:url ri:value=\"https://example.org/\" />",
            "<ri:space ri:space-key=\"OPS\" />", "<ri:content-entity ri:content-id=\"98304\" />", "<ri:shortcut ri:key=\"ISSUE\" ri:parameter=\"ENG-12\" />", "", "<ri:page />", "<ri:user ri:username=\"bob\" />");
        Element("ac:link", Pick("", " ac:anchor=\"a place\"", " ac:card-appearance=\"inline\"", " ac:tooltip=\"T &amp; t\""), () =>
        {
            Put(target);
            switch (random.Next(4))
            {
                case 0: Put($"<ac:plain-text-link-body><![CDATA[{Word()} <x> &amp;]]></ac:plain-text-link-body>"); break;
                case 1 or 2: Element("ac:link-body", "", () => Line(depth)); break;
            }
        });
    }

    private void Image(int depth) => Element("ac:image", $"{Pick("", " ac:width=\"300\"", " ac:align=\"center\" ac:layout=\"center\"", " ac:border=\"true\"", " ac:inline=\"true\" ac:height=\"18\"")}{Pick("", " ac:alt=\"An [alt] text\"", " ac:title=\"T\"", " ac:href=\"https://example.com/\"")}", () =>
    {
        Put(Pick("<ri:attachment ri:filename=\"a.png\" ri:version-at-save=\"1\" />", "<ri:url ri:value=\"https://example.com/a(b).png\" />", "<ri:attachment ri:filename=\"b.png\"><ri:page ri:content-title=\"Other\" /></ri:attachment>", "<ri:page ri:content-title=\"No picture\" />"));
        if (Chance(20)) Element("ac:caption", "", () => Element("p", "", () => Line(depth)));
        if (Chance(10)) Put("<ac:adf-mark key=\"border\" ac:size=\"2\" ac:color=\"#091e4224\" />");
    });

    private string Emoticon() => Pick("<ac:emoticon ac:name=\"smile\" />", "<ac:emoticon ac:name=\"blue-star\" ac:emoji-shortname=\":ferry:\" ac:emoji-id=\"26f4\" ac:emoji-fallback=\"⛴️\" />",
        "<ac:emoticon ac:name=\"cross\" ac:emoji-shortname=\":cross_mark:\" ac:emoji-id=\"atlassian-cross_mark\" ac:emoji-fallback=\":cross_mark:\" />", "<ac:emoticon ac:name=\"thumbs-up\" ac:emoji-shortname=\":thumbsup:\" ac:emoji-id=\"1f44d\" ac:emoji-fallback=\"👍\" />");

    private string Word() => $"w{(++words).ToString(CultureInfo.InvariantCulture)}x";
}
