namespace Tributary.Tests.Markup.Generators;

internal sealed partial class StorageBodyWriter
{
    private void RichMacro(string name, int depth) => Element("ac:structured-macro", MacroAttributes(name), () =>
    {
        if (Chance(50)) Parameter("title", Escaped());
        if (Chance(25)) Parameter(Pick("bgColor", "icon", "", "a-b", "ümlaut", "x y"), Escaped());
        Element("ac:rich-text-body", "", () => Blocks(depth));
    });

    private void Code() => Element("ac:structured-macro", MacroAttributes(Pick("code", "code", "noformat", "mermaid", "html", "mathblock")), () =>
    {
        if (Chance(50)) Parameter("language", Pick("java", "c sharp", "noformat", "c++"));
        if (Chance(30)) Parameter("title", Escaped());
        if (Chance(20)) Parameter("linenumbers", "true");
        Put($"<ac:plain-text-body><![CDATA[{Pick("", "```\n", "if (a[0]]]]><![CDATA[>b) {}\n", "  ", "~~~", "| x |\r\n")}{Word()}{Pick("", "\n", "\n\n")}]]></ac:plain-text-body>");
    });

    private void LoneMacro() => Put(random.Next(6) switch
    {
        0 => $"<ac:structured-macro{MacroAttributes("toc")}><ac:parameter ac:name=\"maxLevel\">2</ac:parameter><ac:parameter ac:name=\"include\" /></ac:structured-macro>",
        1 => $"<ac:structured-macro{MacroAttributes("include")}><ac:parameter ac:name=\"\"><ac:link><ri:page ri:space-key=\"OPS\" ri:content-title=\"A/B: C\" /></ac:link></ac:parameter></ac:structured-macro>",
        2 => $"<ac:structured-macro{MacroAttributes("view-file")}><ac:parameter ac:name=\"name\"><ri:attachment ri:filename=\"a.pdf\" /></ac:parameter></ac:structured-macro>",
        3 => $"<ac:structured-macro{MacroAttributes("jira")}><ac:parameter ac:name=\"jqlQuery\">project = ENG AND status != \"Done\" </ac:parameter></ac:structured-macro>",
        4 => $"<ac:structured-macro{MacroAttributes("drawio")} />",
        _ => $"<ac:structured-macro{MacroAttributes("widget")}><ac:parameter ac:name=\"url\"><ri:url ri:value=\"https://example.com/?a=1&amp;b=2\" /></ac:parameter></ac:structured-macro>",
    });

    private void LegacyMacro(int depth) => Element("ac:macro", $" ac:name=\"{Pick("note", "panel", "old")}\"", () =>
    {
        if (Chance(60)) Put("<ac:default-parameter>Written in 2014</ac:default-parameter>");
        Element("ac:rich-text-body", "", () => Blocks(depth));
    });

    private void InlineMacro() => Put(random.Next(6) switch
    {
        0 or 1 => $"<ac:structured-macro{MacroAttributes("status")}><ac:parameter ac:name=\"title\">{Word()}</ac:parameter><ac:parameter ac:name=\"colour\">{Pick("Green", "Red")}</ac:parameter>{Pick("", "<ac:parameter ac:name=\"subtle\">true</ac:parameter>")}</ac:structured-macro>",
        2 => $"<ac:structured-macro{MacroAttributes("jira")}><ac:parameter ac:name=\"key\">ENG-12</ac:parameter></ac:structured-macro>",
        3 => $"<ac:structured-macro{MacroAttributes("anchor")}><ac:parameter ac:name=\"\">{Pick("here", "a b", "x]y")}</ac:parameter></ac:structured-macro>",
        4 => $"<ac:structured-macro{MacroAttributes("mathinline")}><ac:parameter ac:name=\"body\">\\frac{{a}}{{b}}</ac:parameter></ac:structured-macro>",
        _ => $"<ac:structured-macro{MacroAttributes("profile")}><ac:parameter ac:name=\"user\"><ri:user ri:username=\"bob\" /></ac:parameter></ac:structured-macro>",
    });

    private void Parameter(string name, string value) => Put($"<ac:parameter ac:name=\"{name}\">{value}</ac:parameter>");

    private string MacroAttributes(string name) =>
        $" ac:name=\"{name}\" ac:schema-version=\"{random.Next(1, 4)}\"{(Chance(50) ? $" ac:macro-id=\"{Id()}\"" : "")}{(Chance(20) ? " data-layout=\"wide\" ac:local-id=\"l\"" : "")}";

    private string Escaped() => Pick("Plain", "Two words", " blanks ", "a]b[c", "\"quoted\"", "a &amp; b", "back\\slash", "{x=1}", "two\nlines", "&nbsp;");
}
