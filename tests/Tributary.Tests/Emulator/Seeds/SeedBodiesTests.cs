using Tributary.Emulator.Seeds;
using Tributary.Markup;
using Tributary.Markup.Syntax;

namespace Tributary.Tests.Emulator.Seeds;

public sealed class SeedBodiesTests
{
    private static readonly string[] Macros =
    [
        "anchor", "attachments", "chart", "children", "code", "column", "content-report-table", "contentbylabel", "details", "detailssummary", "drawio", "excerpt", "excerpt-include", "expand",
        "gallery", "gliffy", "harbour-webcam", "html", "html-include", "iframe", "inc-drawio", "include", "info", "jira", "livesearch", "mathblock", "mathinline", "mermaid-macro", "multimedia",
        "noformat", "note", "pagetree", "panel", "plantuml", "profile", "profile-picture", "recently-updated", "roadmap", "section", "status", "table-filter", "tasks-report-macro", "tip", "toc",
        "toc-zone", "view-file", "viewpdf", "viewxls", "warning", "widget",
    ];

    private static readonly string[] Elements =
    [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em", "i", "u", "s", "del", "sub", "sup", "small", "big", "code", "pre", "blockquote", "hr", "br", "span", "ul", "ol", "li", "a",
        "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "time", "ac:structured-macro", "ac:macro", "ac:default-parameter", "ac:parameter", "ac:plain-text-body", "ac:rich-text-body",
        "ac:link", "ac:link-body", "ac:plain-text-link-body", "ri:page", "ri:blog-post", "ri:attachment", "ri:url", "ri:shortcut", "ri:user", "ri:space", "ri:content-entity", "ac:image", "ac:caption",
        "ac:adf-mark", "ac:task-list", "ac:task", "ac:task-id", "ac:task-uuid", "ac:task-status", "ac:task-body", "ac:layout", "ac:layout-section", "ac:layout-cell", "ac:emoticon", "ac:placeholder",
        "ac:inline-comment-marker", "ac:adf-extension", "ac:adf-node", "ac:adf-attribute", "ac:adf-content", "ac:adf-fallback", "ac:adf-leaf", "ac:adf-fragment-mark", "ac:adf-parameter",
        "at:declarations", "at:string", "at:textarea", "at:list", "at:option", "at:var",
    ];

    private static readonly string[] Attributes =
    [
        "local-id", "start", "class", "style", "colspan", "rowspan", "data-layout", "data-table-width", "data-table-display-mode", "data-highlight-colour", "data-card-appearance", "datetime", "href",
        "ac:local-id", "ac:macro-id", "ac:schema-version", "ac:anchor", "ac:card-appearance", "ac:tooltip", "ri:version-at-save", "ri:space-key", "ri:content-title", "ri:posting-day", "ri:content-id",
        "ac:width", "ac:height", "ac:align", "ac:layout", "ac:alt", "ac:title", "ac:border", "ac:thumbnail", "ac:style", "ac:class", "ac:hspace", "ac:vspace", "ac:src", "ac:inline",
        "ac:original-width", "ac:custom-width", "ac:href", "ac:type", "ac:breakout-mode", "ac:breakout-width", "ac:emoji-shortname", "ac:emoji-id", "ac:emoji-fallback", "ac:ref",
    ];

    private static readonly string[] LayoutTypes =
        ["single", "two_equal", "two_right_sidebar", "two_left_sidebar", "three_equal", "three_with_sidebars", "fixed-width", "four_equal", "five_equal"];

    private static readonly string[] BodyFiles = [.. SeedData.Paths.Where(path => path.EndsWith(".xml", StringComparison.Ordinal))];

    [Fact(Timeout = 10000)]
    public Task Confluence_would_accept_every_body()
    {
        Assert.Empty(
            from path in BodyFiles
            let error = StorageFormat.Validate(SeedData.Text(path))
            where error is not null
            select $"{path}: {error}");
        Assert.Null(StorageFormat.Validate(ChangeLogBody.Write()));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Every_construct_of_storage_format_occurs()
    {
        StorageElement[] all = [.. BodyFiles.SelectMany(path => StorageDocument.Parse(SeedData.Text(path)).Descendants())];
        Assert.Empty(Elements.Except(all.Select(element => element.Name)));
        Assert.Empty(Attributes.Except(all.SelectMany(element => element.Attributes).Select(attribute => attribute.Name)));
        Assert.Empty(Macros.Except(all.Where(element => element.Name == "ac:structured-macro").Select(element => element["ac:name"])));
        Assert.Empty(LayoutTypes.Except(all.Where(element => element.Name == "ac:layout-section").Select(element => element["ac:type"])));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Bodies_reach_from_a_line_to_200_kilobytes()
    {
        int[] sizes = [.. BodyFiles.Select(path => SeedData.Find(path)!.Length).Append(ChangeLogBody.Write().Length).Order()];
        Assert.InRange(sizes[0], 50, 300);
        Assert.InRange(sizes[^2], 24_000, 28_000);
        Assert.InRange(sizes[^1], 200_000, 210_000);
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task The_long_page_is_the_same_in_every_run()
    {
        Assert.Equal(ChangeLogBody.Write(), ChangeLogBody.Write());
        return Task.CompletedTask;
    }
}
