using System.Xml;
using Tributary.Markup;
using Tributary.Markup.Rendering;

namespace Tributary.Tests.Markup.Rendering;

public sealed class ViewTests
{
    private static readonly ViewContext Wiki = new()
    {
        PageUrl = page => page.Title == "Plan" || page.ContentId == "42" || page.SpaceKey == "OPS" ? $"/wiki/{page.SpaceKey ?? "ENG"}/{page.Title}" : null,
        AttachmentUrl = file => $"/wiki/download/{file.Page?.Title}{file.FileName}",
        UserName = id => id == "u1" ? "Alice" : null,
        Children = (_, _) => [new ChildPage("One", "/1", [new ChildPage("Two & more", "/2", [])])],
        IssueUrl = key => $"https://jira.example.com/browse/{key}",
    };

    [Theory(Timeout = 10000)]
    [InlineData("<p style=\"text-align: center;\">a &amp; b<br/></p>", "<p style=\"text-align: center;\">a &amp; b<br /></p>")]
    [InlineData("<h2>A b</h2><h2>A b</h2>", "<h2 id=\"A-b\">A b</h2><h2 id=\"A-b.1\">A b</h2>")]
    [InlineData("<table><tbody><tr><th>A</th><td colspan=\"2\">b</td></tr></tbody></table>",
        "<table class=\"confluenceTable\"><tbody><tr><th class=\"confluenceTh\">A</th><td class=\"confluenceTd\" colspan=\"2\">b</td></tr></tbody></table>")]
    [InlineData("<ac:link><ri:page ri:content-title=\"Plan\" /><ac:plain-text-link-body><![CDATA[the <plan>]]></ac:plain-text-link-body></ac:link>", "<a href=\"/wiki/ENG/Plan\">the &lt;plan&gt;</a>")]
    [InlineData("<ac:link><ri:page ri:content-title=\"Gone\" /></ac:link>", "<a class=\"createlink\" href=\"#\">Gone</a>")]
    [InlineData("<ac:link ac:anchor=\"A b\" />", "<a href=\"#A-b\">A b</a>")]
    [InlineData("<ac:link><ri:user ri:account-id=\"u1\" /></ac:link>", "<a class=\"confluence-userlink user-mention\" data-account-id=\"u1\" href=\"#\">Alice</a>")]
    [InlineData("<ac:image ac:width=\"100\" ac:alt=\"x\"><ri:attachment ri:filename=\"a.png\" /></ac:image>",
        "<span class=\"confluence-embedded-file-wrapper\"><img class=\"confluence-embedded-image\" alt=\"x\" width=\"100\" src=\"/wiki/download/a.png\" data-image-src=\"/wiki/download/a.png\" data-linked-resource-default-alias=\"a.png\" data-linked-resource-type=\"attachment\" /></span>")]
    [InlineData("<ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>do</ac:task-body></ac:task></ac:task-list>",
        "<ul class=\"inline-task-list\"><li class=\"checked\" data-inline-task-id=\"7\">do</li></ul>")]
    [InlineData("<ac:layout><ac:layout-section ac:type=\"two_left_sidebar\"><ac:layout-cell>a</ac:layout-cell><ac:layout-cell>b</ac:layout-cell></ac:layout-section></ac:layout>",
        "<div class=\"contentLayout2\"><div class=\"columnLayout two-left-sidebar\" data-layout=\"two-left-sidebar\"><div class=\"cell aside\" data-type=\"aside\"><div class=\"innerCell\">a</div></div><div class=\"cell normal\" data-type=\"normal\"><div class=\"innerCell\">b</div></div></div></div>")]
    [InlineData("<time datetime=\"2026-03-09\" />", "<time datetime=\"2026-03-09\">09 Mar 2026</time>")]
    [InlineData("<ac:inline-comment-marker ac:ref=\"r\">x</ac:inline-comment-marker>", "<span class=\"inline-comment-marker\" data-ref=\"r\">x</span>")]
    public Task A_construct_is_rendered_as_Confluence_does(string storage, string html)
    {
        Assert.Equal(html, StorageFormat.ToView(storage, Wiki));
        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [InlineData("code", "<ac:parameter ac:name=\"language\">python</ac:parameter><ac:plain-text-body><![CDATA[a < b]]></ac:plain-text-body>",
        "<pre class=\"syntaxhighlighter-pre\" data-syntaxhighlighter-params=\"brush: python; gutter: false; theme: Confluence\" data-theme=\"Confluence\">a &lt; b</pre>")]
    [InlineData("info", "<ac:rich-text-body><p>x</p></ac:rich-text-body>", "<div class=\"confluence-information-macro-body\"><p>x</p></div>")]
    [InlineData("expand", "<ac:parameter ac:name=\"title\">More</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body>", "<span class=\"expand-control-text\">More</span>")]
    [InlineData("status", "<ac:parameter ac:name=\"title\">DONE</ac:parameter><ac:parameter ac:name=\"colour\">Green</ac:parameter>", "<span class=\"status-macro aui-lozenge aui-lozenge-success conf-macro output-inline\"")]
    [InlineData("children", "", "<ul class=\"childpages-macro\"><li><a href=\"/1\">One</a><ul class=\"childpages-macro\"><li><a href=\"/2\">Two &amp; more</a></li></ul></li></ul>")]
    [InlineData("jira", "<ac:parameter ac:name=\"key\">ENG-1</ac:parameter>", "<a class=\"jira-issue-key\" href=\"https://jira.example.com/browse/ENG-1\">ENG-1</a>")]
    [InlineData("drawing", "<ac:rich-text-body><p>x</p></ac:rich-text-body>", "<div class=\"wysiwyg-unknown-macro conf-macro output-block\" data-hasbody=\"true\" data-macro-name=\"drawing\"><span class=\"macro-name\">drawing</span><p>x</p></div>")]
    public Task A_macro_is_rendered_as_Confluence_does(string name, string content, string html)
    {
        Assert.Contains(html, StorageFormat.ToView($"<ac:structured-macro ac:name=\"{name}\">{content}</ac:structured-macro>", Wiki), StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task A_table_of_contents_nests_the_headings_of_the_page()
    {
        string html = StorageFormat.ToView("<ac:structured-macro ac:name=\"toc\" /><h1>A</h1><h3>B</h3><h2>C</h2><h1>D</h1>", Wiki);

        Assert.Contains(
            "<ul class=\"toc-indentation\"><li><a href=\"#A\">A</a><ul class=\"toc-indentation\"><li><ul class=\"toc-indentation\"><li><a href=\"#B\">B</a></li></ul></li>"
            + "<li><a href=\"#C\">C</a></li></ul></li><li><a href=\"#D\">D</a></li></ul>",
            html, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [InlineData("<script>alert(1)</script><p>x</p>", "<p>x</p>")]
    [InlineData("<p onclick=\"x()\" id=\"a\">x</p>", "<p>x</p>")]
    [InlineData("<a href=\"java&#10;script:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\" JavaScript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<p style=\"background: url(x); color: red\">x</p>", "<p style=\"color: red;\">x</p>")]
    [InlineData("<form action=\"/x\"><input/>x</form>", "x")]
    [InlineData("&lt;script&gt;", "&lt;script&gt;")]
    public Task What_could_run_or_reach_out_is_dropped(string storage, string html)
    {
        Assert.Equal(html, StorageFormat.ToView(storage, Wiki));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Whatever_the_body_the_page_is_balanced_and_safe()
    {
        string[] parts =
        [
            "<p>", "</p>", "<a href=\"javascript:x\">", "</a>", "<script>", "</script>", "<img src=\"data:x\" onerror=\"y\"/>", "<h1 class='a\"b'>", "</h1>", "<td style=\"color:red;x\">", "</td>", "&lt;b", "text", "\"", "'",
            "<ac:image ac:href=\"vbscript:x\" ac:alt='\"&gt;&lt;i onload=1'><ri:url ri:value=\"javascript:y\"/></ac:image>", "<ac:structured-macro ac:name=\"toc\"/>", "<ac:structured-macro ac:name='\"&gt;&lt;script&gt;'>",
            "</ac:structured-macro>", "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">x\" onload=\"</ac:parameter>", "<ac:link><ri:url ri:value=\"javascript:z\"/>", "</ac:link>", "<svg onload=\"x\">", "</svg>",
            "<h2><b>", "</b></h2>", "<a class='x' class='y' href='//h'>", "<![CDATA[<script>]]>", "<ac:emoticon ac:name='\" onclick=\"'/>", "<a href=\"http://x\">",
        ];
        var random = new Random(99);
        for (int round = 0; round < 10_000; round++)
        {
            string storage = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => parts[random.Next(parts.Length)]));
            AssertSafe(storage, StorageFormat.ToView(storage, Wiki));
        }

        return Task.CompletedTask;
    }

    private static void AssertSafe(string storage, string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment });
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            Assert.False(reader.Name is "script" or "style" or "svg" or "iframe" or "object" or "form" or "input", storage);
            while (reader.MoveToNextAttribute())
            {
                Assert.False(reader.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), storage);
                bool isAddress = reader.Name is "href" or "src" or "data-image-src";
                bool isDangerous = reader.Value.Split(':')[0].Trim().ToLowerInvariant() is "javascript" or "vbscript" or "data";
                Assert.False(isAddress && isDangerous, storage);
            }
        }
    }
}
