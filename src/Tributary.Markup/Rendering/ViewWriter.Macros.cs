using Tributary.Markup.Constructs;
using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Rendering;

internal sealed partial class ViewWriter
{
    // Each lists every heading: without a bound, a page of contents macros and headings would be rendered in quadratic size.
    private const int MostContents = 8;

    private int contents;

    private void WriteMacro(StorageElement macro)
    {
        string name = Macro.Name(macro);
        switch (name)
        {
            case "code":
                WriteCode(macro);
                break;
            case "noformat":
                WritePreformatted(macro);
                break;
            case "info" or "note" or "tip" or "warning":
                WriteInformation(macro, name);
                break;
            case "panel":
                WritePanel(macro);
                break;
            case "expand":
                WriteExpand(macro);
                break;
            case "status":
                WriteStatus(macro);
                break;
            case "toc" when contents++ < MostContents:
                WriteContents(macro);
                break;
            case "children":
                WriteChildPages(macro);
                break;
            case "anchor":
                html.Append("<span class=\"confluence-anchor-link\"").AppendAttribute("id", HeadingIds.Of(Macro.Parameter(macro, "") ?? "")).Append("></span>");
                break;
            case "jira":
                WriteIssue(macro);
                break;
            case "excerpt" or "details" or "section" or "column" or "toc-zone":
                WriteContainer(macro, name);
                break;
            default:
                WriteUnknown(macro, name);
                break;
        }
    }

    private void WriteBody(StorageElement macro)
    {
        if (Macro.RichBody(macro) is { } body) WriteChildren(body);
        else if (Macro.PlainBody(macro) is { } text) html.Append("<pre>").AppendEscaped(text).Append("</pre>");
    }

    private void Open(string classes, StorageElement macro)
    {
        bool hasBody = macro.Child("ac:rich-text-body") is not null || macro.Child("ac:plain-text-body") is not null;
        html.Append("<div").AppendAttribute("class", $"{classes} conf-macro output-block").Append(hasBody ? " data-hasbody=\"true\"" : " data-hasbody=\"false\"")
            .AppendAttribute("data-macro-name", Macro.Name(macro));
    }

    private void WriteHeader(StorageElement macro, string classes)
    {
        if (Macro.Parameter(macro, "title") is { Length: > 0 } title)
            html.Append("<div class=\"").Append(classes).Append("\"><b>").AppendEscaped(title).Append("</b></div>");
    }

    private void WriteCode(StorageElement macro)
    {
        string language = Macro.Parameter(macro, "language") ?? Macro.Parameter(macro, "") ?? "java";
        string theme = Macro.Parameter(macro, "theme") ?? "Confluence";
        string gutter = Macro.Parameter(macro, "linenumbers") == "true" ? "true" : "false";
        Open("code panel pdl", macro);
        html.Append('>');
        WriteHeader(macro, "codeHeader panelHeader pdl");
        html.Append("<div class=\"codeContent panelContent pdl\"><pre class=\"syntaxhighlighter-pre\"")
            .AppendAttribute("data-syntaxhighlighter-params", $"brush: {language}; gutter: {gutter}; theme: {theme}").AppendAttribute("data-theme", theme)
            .Append('>').AppendEscaped(Macro.PlainBody(macro) ?? "").Append("</pre></div></div>");
    }

    private void WritePreformatted(StorageElement macro)
    {
        Open("preformatted panel", macro);
        html.Append('>');
        WriteHeader(macro, "preformattedHeader panelHeader");
        html.Append("<div class=\"preformattedContent panelContent\"><pre>").AppendEscaped(Macro.PlainBody(macro) ?? "").Append("</pre></div></div>");
    }

    private void WriteInformation(StorageElement macro, string name)
    {
        (string kind, string icon) = name switch
        {
            "info" => ("information", "info"),
            "tip" => ("tip", "approve"),
            "note" => ("note", "warning"),
            _ => ("warning", "error"),
        };
        Open($"confluence-information-macro confluence-information-macro-{kind}", macro);
        html.Append('>');
        if (Macro.Parameter(macro, "title") is { Length: > 0 } title) html.Append("<p class=\"title\">").AppendEscaped(title).Append("</p>");
        if (Macro.Parameter(macro, "icon") != "false")
            html.Append("<span class=\"aui-icon aui-icon-small aui-iconfont-").Append(icon).Append(" confluence-information-macro-icon\"></span>");
        html.Append("<div class=\"confluence-information-macro-body\">");
        WriteBody(macro);
        html.Append("</div></div>");
    }

    private void WritePanel(StorageElement macro)
    {
        Open("panel", macro);
        string style = HtmlSafety.Style($"background-color: {Macro.Parameter(macro, "bgColor")}");
        if (style.Length > 0) html.AppendAttribute("style", style);
        html.Append('>');
        WriteHeader(macro, "panelHeader");
        html.Append("<div class=\"panelContent\">");
        WriteBody(macro);
        html.Append("</div></div>");
    }

    private void WriteExpand(StorageElement macro)
    {
        int number = ++expanders;
        Open("expand-container", macro);
        html.Append(" id=\"expander-").Append(number).Append("\"><div class=\"expand-control\" id=\"expander-control-").Append(number)
            .Append("\"><span class=\"expand-control-icon expand-icon aui-icon aui-icon-small aui-iconfont-chevron-right\"></span><span class=\"expand-control-text\">")
            .AppendEscaped(Macro.Parameter(macro, "title") ?? Macro.Parameter(macro, "") ?? "Click here to expand...")
            .Append("</span></div><div class=\"expand-content\" id=\"expander-content-").Append(number).Append("\">");
        WriteBody(macro);
        html.Append("</div></div>");
    }

    private void WriteStatus(StorageElement macro)
    {
        string colour = Macro.Parameter(macro, "colour")?.ToLowerInvariant() switch
        {
            "green" => " aui-lozenge-success",
            "yellow" => " aui-lozenge-moved",
            "red" => " aui-lozenge-error",
            "blue" => " aui-lozenge-current",
            "purple" => " aui-lozenge-new",
            _ => "",
        };
        html.Append("<span class=\"status-macro aui-lozenge").Append(colour).Append(Macro.Parameter(macro, "subtle") == "true" ? " aui-lozenge-subtle" : "")
            .Append(" conf-macro output-inline\" data-hasbody=\"false\" data-macro-name=\"status\">").AppendEscaped(Macro.Parameter(macro, "title") ?? "").Append("</span>");
    }

    private void WriteContents(StorageElement macro)
    {
        int lowest = Level(macro, "minLevel", 1);
        int highest = Level(macro, "maxLevel", 6);
        Open("toc-macro client-side-toc-macro", macro);
        html.Append('>');
        int depth = 0;
        foreach (RenderedHeading heading in headings.All.Where(heading => heading.Level >= lowest && heading.Level <= highest))
        {
            int wanted = heading.Level - lowest + 1;
            if (wanted <= depth) html.Append("</li>");
            while (depth > wanted)
            {
                html.Append("</ul></li>");
                depth--;
            }

            while (depth < wanted)
            {
                html.Append(depth + 1 < wanted ? "<ul class=\"toc-indentation\"><li>" : "<ul class=\"toc-indentation\">");
                depth++;
            }

            html.Append("<li><a").AppendAttribute("href", "#" + heading.Id).Append('>').AppendEscaped(heading.Text).Append("</a>");
        }

        while (depth-- > 0) html.Append("</li></ul>");
        html.Append("</div>");
    }

    private static int Level(StorageElement macro, string name, int otherwise) =>
        int.TryParse(Macro.Parameter(macro, name), out int level) ? Math.Clamp(level, 1, 6) : otherwise;

    private void WriteChildPages(StorageElement macro)
    {
        int depth = Macro.Parameter(macro, "all") == "true" ? 0 : int.TryParse(Macro.Parameter(macro, "depth"), out int levels) ? Math.Clamp(levels, 0, 20) : 1;
        StorageElement? parameter = Macro.Parameters(macro).FirstOrDefault(candidate => candidate["ac:name"] == "page");
        StorageElement? link = parameter?.Child("ac:link") ?? (parameter?.Child("ri:page") is null ? null : parameter);
        PageReference? page = link is null ? null : Page(LinkTarget.Of(link));
        Open("childpages-macro", macro);
        html.Append('>');
        WriteChildPages(context.Children(page, depth), 0);
        html.Append("</div>");
    }

    private void WriteChildPages(IReadOnlyList<ChildPage> pages, int depth)
    {
        if (pages.Count == 0 || depth > Limits.Depth) return;
        html.Append("<ul class=\"childpages-macro\">");
        foreach (ChildPage page in pages)
        {
            html.Append("<li><a").AppendAttribute("href", HtmlSafety.Url(page.Url) ?? "#").Append('>').AppendEscaped(page.Title).Append("</a>");
            WriteChildPages(page.Children, depth + 1);
            html.Append("</li>");
        }

        html.Append("</ul>");
    }

    private void WriteIssue(StorageElement macro)
    {
        string? key = Macro.Parameter(macro, "key") ?? Macro.Parameter(macro, "");
        html.Append("<span class=\"jira-issue conf-macro output-inline\" data-hasbody=\"false\" data-macro-name=\"jira\"").AppendAttribute("data-jira-key", key ?? "").Append('>');
        if (key is null) html.AppendEscaped(Macro.Parameter(macro, "jqlQuery") ?? "Jira");
        else if (HtmlSafety.Url(context.IssueUrl(key)) is { } url) html.Append("<a class=\"jira-issue-key\"").AppendAttribute("href", url).Append('>').AppendEscaped(key).Append("</a>");
        else html.AppendEscaped(key);
        html.Append("</span>");
    }

    private void WriteContainer(StorageElement macro, string name)
    {
        if (name == "details" && Macro.Parameter(macro, "hidden") == "true") return;
        Open(name switch { "details" => "plugin-tabmeta-details", "section" => "sectionMacro", "column" => "columnMacro", _ => name }, macro);
        html.Append('>');
        WriteBody(macro);
        html.Append("</div>");
    }

    private void WriteUnknown(StorageElement macro, string name)
    {
        Open("wysiwyg-unknown-macro", macro);
        html.Append("><span class=\"macro-name\">").AppendEscaped(name).Append("</span>");
        WriteBody(macro);
        html.Append("</div>");
    }
}
