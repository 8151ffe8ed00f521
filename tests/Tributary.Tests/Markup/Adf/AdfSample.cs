using FsCheck;
using FsCheck.Fluent;

namespace Tributary.Tests.Markup.Adf;

/// <summary>Documents as sites have them, and stranger ones: all nodes and marks, unknown ones among them, members in any order, blanks anywhere. The same seed gives the same document.</summary>
internal sealed class AdfSample(int seed)
{
    private static readonly string[] Words = ["alpha", "beta", "gamma", "delta", "Ελλάδα", "日本語", "naïve", "a*b*c", "[x](y)", "`code`", "#1", ":date[x]", "{y}", "a|b", "<b>", "\\\\", "\\\"q\\\"", "\\u00e9t\\u00e9", "1.", "-", "a_b_c", "~~z~~", "\\ud83d\\ude00", "👍🏽", "https://x.example/a_b"];
    private static readonly string[] Leaves = ["paragraph", "paragraph", "paragraph", "heading", "codeBlock", "rule", "mediaSingle", "mediaGroup", "blockCard", "embedCard", "extension", "empty", "syncBlock", "unheard"];
    private static readonly string[] Containers = ["bulletList", "orderedList", "taskList", "decisionList", "blockquote", "panel", "expand", "table", "layoutSection", "bodiedExtension", "bodiedSyncBlock", "multiBodiedExtension", "unheardOfContainer"];

    private readonly Random random = new(seed);

    public static Gen<string> Documents { get; } = Gen.Choose(0, int.MaxValue - 1).Select(seed => new AdfSample(seed).Document());

    public static Gen<int> Seeds { get; } = Gen.Choose(0, int.MaxValue - 1);

    public string Document() => Pad() + Object(("type", "\"doc\""), ("version", "1"), ("content", Array(Blocks(1 + random.Next(6), 0))));

    /// <summary>The blocks of a document, each by itself.</summary>
    public List<string> Blocks(int count, int depth) => [.. Enumerable.Range(0, count).Select(_ => Block(depth))];

    public string Block(int depth)
    {
        string type = depth < 3 && random.Next(3) == 0 ? Pick(Containers) : Pick(Leaves);
        return type switch
        {
            "paragraph" => Node("paragraph", Local(), Line(), Pick("", "", "", Mark("alignment", ("align", Quoted("center"))), Mark("indentation", ("level", "2")), Mark("fontSize", ("fontSize", Quoted("small"))))),
            "empty" => Node("paragraph", Local(), random.Next(2) == 0 ? [] : null),
            "heading" => Node("heading", [("level", (1 + random.Next(6)).ToString()), .. Local()], Line()),
            "codeBlock" => Node("codeBlock", [("language", Quoted(Pick("java", "", "c++"))), .. Local()], [Node("text", null, null, extra: ("text", Quoted("a < b\\n\\n  ``` x\\n:::" + Word())))]),
            "rule" => Node("rule", Local(), null),
            "mediaSingle" => MediaSingle(),
            "mediaGroup" => Node("mediaGroup", null, [Media(), Media()]),
            "blockCard" => Node("blockCard", random.Next(2) == 0 ? [("url", Quoted("https://jira.example/browse/ENG-" + random.Next(99)))] : [("datasource", "{\"id\":\"d\",\"parameters\":{},\"views\":[{\"type\":\"table\"}]}")], null),
            "embedCard" => Node("embedCard", [("url", Quoted("https://embed.example/" + random.Next(99))), ("layout", Quoted("wide")), ("width", "70.5")], null),
            "extension" => Node("extension", Extension(), null, Pick("", "", Mark("fragment", ("localId", Quoted("f" + random.Next(99)))), Mark("dataConsumer", ("sources", "[\"s\"]")))),
            "syncBlock" => Node("syncBlock", [("resourceId", Quoted("r")), ("localId", Quoted("s" + random.Next(99)))], null, Mark("breakout", ("mode", Quoted("wide")))),
            "unheard" => Node("unheard", [("secret", "{\"a\":[1,null,true]}")], null),
            "bulletList" => Node("bulletList", Local(), [.. Times(3, () => Item(depth))]),
            "orderedList" => Node("orderedList", [("order", random.Next(5).ToString())], [.. Times(3, () => Item(depth))]),
            "taskList" => Tasks(depth),
            "decisionList" => Node("decisionList", [("localId", Quoted("dl"))], [.. Times(2, () => Node("decisionItem", [("localId", Quoted("d")), ("state", Quoted(Pick("DECIDED", "")))], Line()))]),
            "blockquote" => Node("blockquote", Local(), Blocks(1 + random.Next(2), depth + 1)),
            "panel" => Node("panel", [("panelType", Quoted(Pick("info", "note", "tip", "warning", "error", "success", "custom"))), .. random.Next(2) == 0 ? [("panelColor", Quoted("#ffeebb")), ("panelIcon", Quoted(":rocket:"))] : Local()], Blocks(1 + random.Next(2), depth + 1)),
            "expand" => Node(depth > 0 ? "nestedExpand" : "expand", [("title", Quoted(Word()))], Blocks(1 + random.Next(3), depth + 1), Pick("", Mark("breakout", ("mode", Quoted("wide"))))),
            "table" => Table(depth),
            "layoutSection" => Node("layoutSection", null, [.. Times(2, () => Node("layoutColumn", [("width", Pick("50", "33.33"))], Blocks(1 + random.Next(2), depth + 1)))]),
            "bodiedExtension" => Node("bodiedExtension", Extension(), Blocks(1 + random.Next(2), depth + 1)),
            "bodiedSyncBlock" => Node("bodiedSyncBlock", [("resourceId", Quoted("r")), ("localId", Quoted("b"))], Blocks(2, depth + 1)),
            "multiBodiedExtension" => Node("multiBodiedExtension", Extension(), [.. Times(2, () => Node("extensionFrame", null, Blocks(1, depth + 1)))]),
            _ => Node(type, [("x", Quoted("y"))], Blocks(1, depth + 1)),
        };
    }

    private string Item(int depth) => Node("listItem", Local(), [Node("paragraph", null, Line()), .. random.Next(3) == 0 ? Blocks(1, depth + 1) : []]);

    private string Tasks(int depth) => Node("taskList", [("localId", Quoted("t" + random.Next(99)))], [.. Times(3, () => Task(depth)), .. depth < 3 && random.Next(3) == 0 ? [Tasks(depth + 1), Task(depth)] : (string[])[]]);

    private string Task(int depth) => random.Next(5) == 0
        ? Node("blockTaskItem", [("localId", Quoted("b" + random.Next(99))), ("state", Quoted("TODO"))], [Node("paragraph", null, Line()), .. depth > 1 ? (string[])[] : [Node("extension", Extension(), null)]])
        : Node("taskItem", [("localId", Quoted("i" + random.Next(99))), ("state", Quoted(Pick("TODO", "DONE")))], Line());

    private string Table(int depth)
    {
        int columns = 1 + random.Next(3);
        bool simple = random.Next(2) == 0;
        return Node("table", [("isNumberColumnEnabled", Pick("true", "false")), ("layout", Quoted("wide")), ("width", "760"), .. Local()], [.. Times(3, () => Node("tableRow", null, [.. Enumerable.Range(0, columns).Select(_ =>
            Node(Pick("tableCell", "tableCell", "tableHeader"), [("colwidth", "[100]"), ("background", Quoted("#deebff"))], simple ? [Node("paragraph", null, Line())] : Blocks(1, depth + 1)))]))]);
    }

    private string MediaSingle() => Node("mediaSingle", [("layout", Quoted(Pick("center", "wrap-left"))), .. random.Next(2) == 0 ? [("width", "50")] : new[] { ("width", "300"), ("widthType", Quoted("pixel")) }],
        [Media(), .. random.Next(2) == 0 ? [Node("caption", Local(), Line())] : (string[])[]]);

    private string Media() => Node("media", random.Next(3) == 0
        ? [("type", Quoted("external")), ("url", Quoted("https://img.example/a.png"))]
        : [("type", Quoted("file")), ("id", Quoted("uuid-" + random.Next(99))), ("collection", Quoted("c")), ("alt", Quoted(Word())), ("width", "1024"), ("height", "768")], null, Pick("", "", Mark("border", ("size", "2"), ("color", Quoted("#091e4224"))), Link()));

    private (string, string)[] Extension() => random.Next(3) == 0
        ? [("extensionType", Quoted("com.atlassian.ecosystem")), ("extensionKey", Quoted("key/static/x")), ("parameters", "{\"deep\":{\"a\":1}}"), ("text", Quoted(Word()))]
        : [("extensionType", Quoted("com.atlassian.confluence.macro.core")), ("extensionKey", Quoted(Pick("toc", "excerpt", "jira", "My Macro"))), ("parameters", "{\"macroParams\":{\"maxLevel\":{\"value\":\"3\"},\"\":{\"value\":" + Quoted(Word()) + "}},\"macroMetadata\":{\"macroId\":{\"value\":\"id\"}}}")];

    private List<string> Line()
    {
        var line = new List<string>();
        for (int count = 1 + random.Next(6); count > 0; count--)
        {
            string inline = Inline();

            // Two breaks in a row are the end of a paragraph in a cell of a Markdown table.
            if (line.Count == 0 || !(inline.Contains("hardBreak", StringComparison.Ordinal) && line[^1].Contains("hardBreak", StringComparison.Ordinal))) line.Add(inline);
        }

        return line;
    }

    private string Inline() => random.Next(16) switch
    {
        0 => Node("hardBreak", null, null),
        1 => Node("mention", [("id", Quoted("acc:" + random.Next(9))), ("text", Quoted("@Alice")), ("accessLevel", Quoted(""))], null),
        2 => Node("emoji", [("shortName", Quoted(":smile:")), .. random.Next(2) == 0 ? [("id", Quoted("1f604")), ("text", Quoted("😄"))] : new[] { ("id", Quoted("atlassian-x")) }], null),
        3 => Node("date", [("timestamp", Quoted(Pick("1738281600000", "1738281600123", "never")))], null),
        4 => Node("status", [("text", Quoted(Word())), ("color", Quoted(Pick("green", "neutral", "#ff0000"))), ("localId", Quoted("st")), ("style", Quoted("bold"))], null),
        5 => Node("inlineCard", random.Next(3) == 0 ? [("data", "{\"@type\":\"Document\"}")] : [("url", Quoted("https://card.example/" + random.Next(99)))], null),
        6 => Node("inlineExtension", Extension(), null),
        7 => Node("placeholder", [("text", Quoted("Type here"))], null),
        8 => Node("mediaInline", [("type", Quoted("image")), ("id", Quoted("m" + random.Next(9))), ("collection", Quoted("c"))], null),
        9 => Node("unheardInline", [("a", "1")], null),
        _ => Node("text", null, null, Marks(), ("text", Quoted(string.Join(Pick(" ", " ", " ", "  ", "\\n"), Times(4, Word)) + Pick("", " ")))),
    };

    private string Marks() => random.Next(8) switch
    {
        0 => Mark("strong"),
        1 => $"{Mark("em")},{Mark("strong")}",
        2 => $"{Mark("annotation", ("id", Quoted("a" + random.Next(9))), ("annotationType", Quoted("inlineComment")))},{Pick(Mark("underline"), Mark("strike"), Mark("unheardMark", ("x", "1")))}",
        3 => Link(),
        4 => $"{Link()},{Mark("strong")}",
        5 => Pick(Mark("code"), Mark("subsup", ("type", Quoted("sub"))), Mark("textColor", ("color", Quoted("#ff5630"))), Mark("backgroundColor", ("color", Quoted("#fffae6")))),
        _ => "",
    };

    private string Link() => Mark("link", ("href", Quoted("https://link.example/?a=1&b=" + random.Next(9))), ("title", Quoted(Pick("T", ""))), ("occurrenceKey", Quoted("k")));

    private string Word() => Pick(Words);

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private List<string> Times(int most, Func<string> make) => [.. Enumerable.Range(0, 1 + random.Next(most)).Select(_ => make())];

    private (string, string)[] Local() => random.Next(3) == 0 ? [("localId", Quoted("l" + random.Next(1000)))] : [];

    private static string Quoted(string text) => $"\"{text}\"";

    private string Mark(string type, params (string, string)[] attributes) => attributes.Length == 0 ? Object(("type", Quoted(type))) : Object(("type", Quoted(type)), ("attrs", Object(attributes)));

    private string Node(string type, (string, string)[]? attributes, IReadOnlyList<string>? content, string marks = "", (string, string)? extra = null)
    {
        var members = new List<(string, string)> { ("type", Quoted(type)) };
        if (extra is { } given) members.Add(given);
        if (attributes is { Length: > 0 }) members.Add(("attrs", Object(attributes)));
        if (marks.Length > 0) members.Add(("marks", $"[{marks}]"));
        if (content is not null) members.Add(("content", Array(content)));
        if (random.Next(6) == 0) members.Add(("unheardMember", "\"kept\\u0020\""));
        if (random.Next(3) == 0) members = [.. members.OrderBy(_ => random.Next())];
        return Object([.. members]);
    }

    private string Object(params (string Name, string Value)[] members) => $"{{{Pad()}{string.Join($",{Pad()}", members.Select(member => $"\"{member.Name}\":{Pad()}{member.Value}"))}{Pad()}}}";

    private string Array(IReadOnlyList<string> items) => $"[{Pad()}{string.Join($"{Pad()},{Pad()}", items)}{Pad()}]";

    private string Pad() => random.Next(20) switch { 0 => " ", 1 => "\n  ", _ => "" };
}
