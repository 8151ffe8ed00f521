using System.Text;

namespace Tributary.Tests.Markup.Fuzzing;

/// <summary>Texts that may be storage format, Markdown, ADF or wiki markup: put together from their parts, nested, and then damaged.</summary>
internal sealed class FuzzedText(int seed)
{
    // Most texts are short: it is their number that finds faults. Now and then one is long enough to show what grows faster than its text.
    private const int Short = 4_000;
    private const int Long = 60_000;
    private const int LongOneIn = 100;

    private static readonly string[] Words =
    [
        "word", "a", "two words", "The release of 3.2 is late.", " ", "  ", "\n", "\n\n", "\t", "1", "0", "é", "漢字", "😀", "\u0301", "\u00A0", "\u200B", "\u202E", "\u2028", "\uFEFF", "\0", "\u001B", "\ud83d", "\udc00", "\uFFFF",
        "https://a.b/c?d=e&f=g", "a@b.c", "ENG-12", "\\", "\"", "'", "<", ">", "&", "&amp;", "&nbsp;", "&#x41;", "&#0;", "&bogus;", "]]>", "-->", "\r\n", "\r",
    ];

    private static readonly string[] Storage =
    [
        "<p>", "</p>", "<p />", "<p style=\"text-align: center;\">", "<h1>", "</h1>", "<h2 local-id=\"x\">", "</h2>", "<ul>", "</ul>", "<ol start=\"3\">", "</ol>", "<li>", "</li>", "<strong>", "</strong>", "<em>", "</em>", "<u>", "</u>", "<s>", "</s>",
        "<sub>", "</sub>", "<sup>", "</sup>", "<code>", "</code>", "<pre>", "</pre>", "<blockquote>", "</blockquote>", "<br />", "<br>", "<hr />", "<span style=\"color: rgb(255,86,48);\">", "</span>", "<a href=\"https://a.b\">", "</a>",
        "<table data-layout=\"wide\">", "</table>", "<tbody>", "</tbody>", "<tr>", "</tr>", "<th colspan=\"2\">", "</th>", "<td rowspan=\"99999\">", "<td>", "</td>", "<colgroup><col style=\"width: 10px;\" /></colgroup>",
        "<ac:structured-macro ac:name=\"info\" ac:macro-id=\"1\">", "<ac:structured-macro ac:name=\"code\">", "<ac:structured-macro ac:name=\"x-1\" ac:schema-version=\"1\">", "</ac:structured-macro>", "<ac:rich-text-body>", "</ac:rich-text-body>",
        "<ac:plain-text-body>", "<![CDATA[int x = 1;\n```\n]]>", "<![CDATA[", "</ac:plain-text-body>", "<ac:parameter ac:name=\"title\">A | B</ac:parameter>", "<ac:parameter ac:name=\"\">", "</ac:parameter>",
        "<ac:link ac:anchor=\"top\">", "<ac:link-body>", "</ac:link-body>", "<ac:plain-text-link-body>", "</ac:plain-text-link-body>", "</ac:link>", "<ri:page ri:content-title=\"A/B\" ri:space-key=\"ENG\" />", "<ri:user ri:account-id=\"1\" />", "<ri:attachment ri:filename=\"a b.png\" />",
        "<ac:image ac:width=\"10\" ac:alt=\"x\">", "</ac:image>", "<ri:url ri:value=\"javascript:x\" />", "<ac:task-list>", "<ac:task>", "<ac:task-id>1</ac:task-id>", "<ac:task-status>complete</ac:task-status>", "<ac:task-body>", "</ac:task-body>", "</ac:task>", "</ac:task-list>",
        "<ac:layout>", "<ac:layout-section ac:type=\"two_equal\">", "<ac:layout-cell>", "</ac:layout-cell>", "</ac:layout-section>", "</ac:layout>", "<time datetime=\"2026-02-30\" />", "<ac:emoticon ac:name=\"smile\" ac:emoji-fallback=\"😀\" />",
        "<ac:adf-extension>", "<ac:adf-node type=\"panel\">", "<ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute>", "<ac:adf-content>", "</ac:adf-content>", "</ac:adf-node>", "<ac:adf-fallback>", "</ac:adf-fallback>", "</ac:adf-extension>",
        "<ac:inline-comment-marker ac:ref=\"r\">", "</ac:inline-comment-marker>", "<ac:placeholder ac:type=\"x\">", "</ac:placeholder>", "<!-- c -->", "<!--", "<!DOCTYPE x [<!ENTITY e \"e\">]>", "<?pi ?>", "<script>", "</script>", "<x:y z=1>", "</", "<ac:", " ac:name=", "=\"",
    ];

    private static readonly string[] Markdown =
    [
        "# ", "## ", "###### ", "===\n", "---\n", "- ", "* ", "+ ", "1. ", "10) ", "- [ ] ", "- [x] ", "> ", "> [!NOTE] ", "> [!CAUTION]\n", "    ", "```", "```csharp {title=\"a\" linenumbers=true}\n", "```\n", "~~~~", "`", "``", "*", "**", "_", "~~", "|", "| a | b |\n", "|---|:-:|\n", "| < | ^ |\n",
        "[", "](", "](page:ENG/Title#x)", "](user:1)", "](attachment:a.pdf){card=block}", "![", "![alt](attachment:a.png \"t\"){width=300 border}", "<br>", "<u>", "</u>", "<sub>", "<mark>", "</mark>", "<div>", "<!--", "<https://a.b>", "[^1]", "[^1]: note\n", "[a]: b\n", "\\", "\\:", ":",
        ":::info[T]{bgColor=#fff #m1}\n", ":::\n", "::::layout\n", "::::\n", ":::::table{#m5}\n", "::::row\n", ":::cell{header colspan=2}\n", "::toc{maxLevel=3 #m2}\n", "::opaque[x]{#m7}\n", ":status[Done]{colour=Green}", ":date[2026-01-31]", ":emoji[smile]", ":u[", ":color[", "]{#ff5630}", ":jira[ENG-1]{#m9}",
        "{", "}", "{#m1}", "{a=\"b\\\"c\"}", "&amp;", "&#42;", "  \n", "\\\n", "http://x.y/z",
    ];

    private static readonly string[] Adf =
    [
        "{\"type\":\"doc\",\"version\":1,\"content\":[", "{\"type\":\"paragraph\",\"content\":[", "{\"type\":\"text\",\"text\":\"a\\nb\\u0000\\ud800\"}", "{\"type\":\"text\",\"text\":\"x\",\"marks\":[{\"type\":\"strong\"},{\"type\":\"link\",\"attrs\":{\"href\":\"https://a.b\"}}]}",
        "{\"type\":\"heading\",\"attrs\":{\"level\":99},\"content\":[", "{\"type\":\"bulletList\",\"content\":[", "{\"type\":\"listItem\",\"content\":[", "{\"type\":\"table\",\"content\":[", "{\"type\":\"tableRow\",\"content\":[", "{\"type\":\"tableCell\",\"attrs\":{\"colspan\":1000000,\"rowspan\":0},\"content\":[",
        "{\"type\":\"panel\",\"attrs\":{\"panelType\":\"info\"},\"content\":[", "{\"type\":\"expand\",\"attrs\":{\"title\":\"t\"},\"content\":[", "{\"type\":\"taskList\",\"attrs\":{\"localId\":\"1\"},\"content\":[", "{\"type\":\"taskItem\",\"attrs\":{\"state\":\"DONE\"},\"content\":[", "{\"type\":\"codeBlock\",\"content\":[",
        "{\"type\":\"mention\",\"attrs\":{\"id\":\"1\",\"text\":\"@a\"}}", "{\"type\":\"emoji\",\"attrs\":{\"shortName\":\":smile:\"}}", "{\"type\":\"status\",\"attrs\":{\"text\":\"Done\",\"color\":\"green\"}}", "{\"type\":\"date\",\"attrs\":{\"timestamp\":\"99999999999999999\"}}", "{\"type\":\"hardBreak\"}", "{\"type\":\"rule\"}",
        "{\"type\":\"mediaSingle\",\"attrs\":{\"layout\":\"center\"},\"content\":[{\"type\":\"media\",\"attrs\":{\"type\":\"external\",\"url\":\"https://a.b\"}}]}", "{\"type\":\"extension\",\"attrs\":{\"extensionKey\":\"toc\",\"parameters\":{\"macroParams\":{\"a\":{\"value\":\"b\"}}}}}",
        "{\"type\":\"bodiedExtension\",\"attrs\":{\"extensionKey\":\"x\"},\"content\":[", "{\"type\":\"layoutSection\",\"content\":[", "{\"type\":\"layoutColumn\",\"attrs\":{\"width\":50},\"content\":[", "{\"type\":\"blockquote\",\"content\":[", "{\"type\":\"nestedExpand\",\"content\":[", "{\"type\":\"inlineCard\",\"attrs\":{\"url\":\"x\"}}",
        "{\"type\":\"nobody knows\",\"content\":[", "{\"type\":1}", "{\"type\":\"text\",\"text\":null}", "null", "true", "1e999", "\"x\"", "[", "]", "{", "}", ",", ":", "]}", "]}]}", "\"attrs\":", "\"type\":\"doc\",", "\"content\":[", "\\", "\"",
    ];

    private static readonly string[] Wiki =
    [
        "*", "_", "-", "+", "^", "~", "??", "{*}", "{{", "}}", "{", "}", "[", "]", "|", "||", "!", "\\\\", "#", "h1. ", "bq. ", "* ", "** ", "# ", "#* ", "- ", "[ ] ", "{quote}", "{panel:title=a b|bgColor=#deebff}", "{panel}", "{code:java}", "{code}", "{noformat}", "{color:red}", "{color}",
        "{expand:x}", "{expand}", "{toc}", "{anchor:a}", "{info}", "[a|http://b.c]", "[~bob]", "[^a.txt]", "!a.png|width=3!", "mailto:a@b.c", "(/)", ":)", "----\n", "--", "---", "|a|b|\n", "||a||b||\n", "\n",
    ];

    private static readonly string[][] Vocabularies = [Storage, Markdown, Adf, Wiki];

    // What opens and what closes it, so that depth is reached and not only disorder.
    private static readonly (string Open, string Close)[] Nests =
    [
        ("<div>", "</div>"), ("<ul><li>", "</li></ul>"), ("<blockquote>", "</blockquote>"), ("<strong>", "</strong>"), ("<table><tbody><tr><td>", "</td></tr></tbody></table>"), ("<span>", "</span>"),
        ("<ac:structured-macro ac:name=\"panel\"><ac:rich-text-body>", "</ac:rich-text-body></ac:structured-macro>"), ("<ac:adf-extension><ac:adf-node type=\"x\"><ac:adf-content>", "</ac:adf-content></ac:adf-node></ac:adf-extension>"),
        ("> ", ""), ("- ", ""), ("1. ", ""), ("[", "](x)"), ("**", "**"), ("*a ", "*"), ("![", "](x)"), (":u[", "]"), ("{\"type\":\"doc\",\"content\":[", "]}"), ("{\"type\":\"blockquote\",\"content\":[", "]}"), ("[", "]"), ("{\"a\":", "}"),
        ("{quote}", "{quote}"), ("{panel}\n", "\n{panel}"), ("{color:red}", "{color}"), ("|", "|"), ("* ", "\n"), ("`", "`"), ("(", ")"), ("<", ">"), ("&", ";"), ("\\", ""),
    ];

    private readonly Random random = new(seed);
    private int longest = Short;

    public string Next()
    {
        if (random.Next(LongOneIn) == 0) longest = Long;
        string[] vocabulary = Vocabularies[random.Next(Vocabularies.Length)];
        string text = random.Next(8) switch
        {
            0 => Nested(),
            1 => AdfDocument(),
            _ => Sequence(vocabulary),
        };
        if (random.Next(4) == 0) text = Around(text);
        for (int damage = random.Next(4); damage > 0; damage--) text = Damaged(text, vocabulary);
        return text.Length <= longest ? text : text[..longest];
    }

    private string Sequence(string[] vocabulary)
    {
        var text = new StringBuilder();
        int count = random.Next(random.Next(longest == Long ? 2 : 20) == 0 ? 300 : 30);
        for (int i = 0; i < count; i++)
            text.Append(random.Next(3) == 0 ? One(Words) : random.Next(40) == 0 ? One(Vocabularies[random.Next(Vocabularies.Length)]) : One(vocabulary));
        return text.ToString();
    }

    /// <summary>JSON that is well formed, of nodes where they belong and where they do not.</summary>
    private string AdfDocument()
    {
        int nodes = random.Next(60);
        return $"{{\"type\":\"doc\",\"version\":1,\"content\":[{Content(0)}]}}";

        string Content(int depth) => string.Join(',', Enumerable.Range(0, random.Next(5)).TakeWhile(_ => nodes-- > 0).Select(_ => Node(depth)));

        string Node(int depth)
        {
            // What opens a node ends with an open list of its content.
            string start = One(Adf);
            return start.EndsWith("\"content\":[", StringComparison.Ordinal) ? $"{start}{(depth < 12 ? Content(depth + 1) : "")}]}}" : start.Count(c => c == '{') == start.Count(c => c == '}') && start.StartsWith('{') ? start : "null";
        }
    }

    /// <summary>One construct in itself, or two by turns.</summary>
    private string Nested()
    {
        (string Open, string Close) outer = Nests[random.Next(Nests.Length)];
        (string Open, string Close) inner = random.Next(2) == 0 ? outer : Nests[random.Next(Nests.Length)];
        int depth = 1 << random.Next(longest == Long ? 13 : 8);
        var text = new StringBuilder();
        for (int i = 0; i < depth; i++) text.Append((i % 2 == 0 ? outer : inner).Open);
        text.Append(One(Words));
        if (random.Next(4) == 0) return text.ToString();
        for (int i = depth - 1; i >= 0; i--) text.Append((i % 2 == 0 ? outer : inner).Close);
        return text.ToString();
    }

    /// <summary>As part of a whole that its format accepts.</summary>
    private string Around(string text) => random.Next(6) switch
    {
        0 => $"<p>{text}</p>",
        1 => $"<table><tbody><tr><td>{text}</td><td>{Sequence(Storage)}</td></tr></tbody></table>",
        2 => $"<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[{text}]]></ac:plain-text-body></ac:structured-macro>",
        3 => $"{{\"type\":\"doc\",\"version\":1,\"content\":[{text}]}}",
        4 => $":::panel[x]\n{text}\n:::\n",
        _ => $"{{panel}}\n{text}\n{{panel}}",
    };

    private string Damaged(string text, string[] vocabulary)
    {
        int from = random.Next(text.Length + 1);
        int length = Math.Min(random.Next(1 + (random.Next(4) == 0 ? text.Length : 12)), text.Length - from);
        string part = text.Substring(from, length);
        return random.Next(7) switch
        {
            0 => text.Remove(from, length),
            1 => text.Insert(from, part),
            2 => text.Insert(from, One(vocabulary)),
            3 => text.Insert(from, One(Words)),
            4 => text.Insert(from, ((char)random.Next(random.Next(3) == 0 ? char.MaxValue + 1 : 128)).ToString()),
            5 => text.Insert(random.Next(text.Length + 1), string.Concat(Enumerable.Repeat(part, Math.Min(1 << random.Next(10), longest / (part.Length + 1))))),
            _ => text[..from],
        };
    }

    private string One(string[] parts) => parts[random.Next(parts.Length)];
}
