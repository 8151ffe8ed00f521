using Tributary.Markup;

namespace Tributary.Tests.Markup.Storage;

/// <summary>Each form of the notation, said otherwise than the page has it: the page changes there and nowhere else, or the conversion tells why not.</summary>
public sealed class SaidOtherwiseTests
{
    [Theory]
    [InlineData("align column none->right", "| --- | --- |", "| --- | --: |",
        "<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>",
        "<table><tbody><tr><th><p>a</p></th><th><p style=\"text-align: right;\">b</p></th></tr><tr><td><p>1</p></td><td><p style=\"text-align: right;\">2</p></td></tr></tbody></table>")]
    [InlineData("align column right->center", "--:", ":-:",
        "<table><tbody><tr><th><p>a</p></th><th><p style=\"text-align: right;\">b</p></th></tr><tr><td><p>1</p></td><td><p style=\"text-align: right;\">2</p></td></tr></tbody></table>",
        "<table><tbody><tr><th><p>a</p></th><th><p style=\"text-align: center;\">b</p></th></tr><tr><td><p>1</p></td><td><p style=\"text-align: center;\">2</p></td></tr></tbody></table>")]
    [InlineData("align column right->none", "--:", "---",
        "<table><tbody><tr><th><p>a</p></th><th><p style=\"text-align: right; color: red;\">b</p></th></tr><tr><td><p>1</p></td><td><p style=\"text-align: right;\">2</p></td></tr></tbody></table>",
        "<table><tbody><tr><th><p>a</p></th><th><p style=\"color: red;\">b</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>")]
    [InlineData("align old cell style", "--:", ":-:",
        "<table><tbody><tr><th>a</th><th style=\"text-align: right;\">b</th></tr><tr><td>1</td><td style=\"text-align: right;\">2</td></tr></tbody></table>",
        "<table><tbody><tr><th>a</th><th style=\"text-align: center;\">b</th></tr><tr><td>1</td><td style=\"text-align: center;\">2</td></tr></tbody></table>")]
    [InlineData("header row removed", "| a | b |\n| --- | --- |", "| | |\n| --- | --- |\n| a | b |",
        "<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>",
        "<table><tbody><tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>")]
    [InlineData("header row added", "| | |\n| --- | --- |\n| a | b |", "| a | b |\n| --- | --- |",
        "<table><tbody><tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>",
        "<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>")]
    [InlineData("column added", "| a |\n| --- |\n| 1 |", "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "<table><tbody><tr><th><p>a</p></th></tr><tr><td><p>1</p></td></tr></tbody></table>",
        "<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>")]
    [InlineData("column removed", "| a | b |\n| --- | --- |\n| 1 | 2 |", "| a |\n| --- |\n| 1 |",
        "<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>",
        "<table><tbody><tr><th><p>a</p></th></tr><tr><td><p>1</p></td></tr></tbody></table>")]
    [InlineData("merge right", "| 1 | 2 |", "| 1 | < |",
        "<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>",
        "<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td colspan=\"2\"><p>1</p></td></tr></tbody></table>")]
    [InlineData("unmerge", "| 1 | < |", "| 1 | 2 |",
        "<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td colspan=\"2\"><p>1</p></td></tr></tbody></table>",
        "<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>")]
    [InlineData("merge down", "| 3 | 4 |", "| ^ | 4 |",
        "<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr><tr><td><p>3</p></td><td><p>4</p></td></tr></tbody></table>",
        "<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td rowspan=\"2\"><p>1</p></td><td><p>2</p></td></tr><tr><td><p>4</p></td></tr></tbody></table>")]
    [InlineData("directive cell header", ":::cell\ny", ":::cell{header}\ny",
        "<table><tbody><tr><td><ul><li><p>x</p></li></ul></td><td><p>y</p></td></tr></tbody></table>",
        "<table><tbody><tr><td><ul><li><p>x</p></li></ul></td><th><p>y</p></th></tr></tbody></table>")]
    [InlineData("directive cell colspan", ":::cell\ny", ":::cell{colspan=2}\ny",
        "<table><tbody><tr><td><ul><li><p>x</p></li></ul></td><td><p>y</p></td></tr></tbody></table>",
        "<table><tbody><tr><td><ul><li><p>x</p></li></ul></td><td colspan=\"2\"><p>y</p></td></tr></tbody></table>")]
    [InlineData("list start", "1. a", "4. a",
        "<ol><li><p>a</p></li></ol>",
        "<ol start=\"4\"><li><p>a</p></li></ol>")]
    [InlineData("list start back", "4. a", "1. a",
        "<ol start=\"4\"><li><p>a</p></li></ol>",
        "<ol start=\"1\"><li><p>a</p></li></ol>")]
    [InlineData("list kind", "- a\n- b", "1. a\n2. b",
        "<ul><li><p>a</p></li><li><p>b</p></li></ul>",
        "<ol><li><p>a</p></li><li><p>b</p></li></ol>")]
    [InlineData("list to task", "- a\n- b", "- [ ] a\n- [x] b",
        "<ul><li><p>a</p></li><li><p>b</p></li></ul>",
        "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>a</ac:task-body></ac:task><ac:task><ac:task-id>2</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>b</ac:task-body></ac:task></ac:task-list>")]
    [InlineData("task state", "[ ]", "[x]",
        "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>a</ac:task-body></ac:task></ac:task-list>",
        "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>a</ac:task-body></ac:task></ac:task-list>")]
    [InlineData("task state missing", "[ ]", "[x]",
        "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-body>a</ac:task-body></ac:task></ac:task-list>",
        "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>a</ac:task-body></ac:task></ac:task-list>")]
    [InlineData("code lang", "```java", "```python",
        "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">java</ac:parameter><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">python</ac:parameter><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro>")]
    [InlineData("code lang gone", "```java", "```",
        "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">java</ac:parameter><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro>")]
    [InlineData("code title", "{title=T}", "{title=U linenumbers}",
        "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"title\">T</ac:parameter><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"title\">U</ac:parameter><ac:parameter ac:name=\"linenumbers\">true</ac:parameter><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro>")]
    [InlineData("code to mermaid", "```java", "```mermaid",
        "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">java</ac:parameter><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"mermaid\"><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro>")]
    [InlineData("pre lang", "```\nx", "```java\nx",
        "<pre>x</pre>",
        "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:parameter ac:name=\"language\">java</ac:parameter><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro>")]
    [InlineData("pre title", "```\nx", "``` {title=T}\nx",
        "<pre>x</pre>",
        "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:parameter ac:name=\"title\">T</ac:parameter><ac:plain-text-body><![CDATA[x]]></ac:plain-text-body></ac:structured-macro>")]
    [InlineData("pre text", "```\nx", "```\ny",
        "<pre>x</pre>",
        "<pre>y</pre>")]
    [InlineData("panel type", "NOTE", "WARNING",
        "<ac:structured-macro ac:name=\"info\"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"note\"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>")]
    [InlineData("panel title", "[!NOTE]", "[!NOTE] Hi",
        "<ac:structured-macro ac:name=\"info\"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"info\"><ac:parameter ac:name=\"title\">Hi</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>")]
    [InlineData("panel to quote", "> [!NOTE]\n", "",
        "<ac:structured-macro ac:name=\"info\"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>",
        "<blockquote><p>x</p></blockquote>")]
    [InlineData("panel param", "bgColor=red", "bgColor=blue",
        "<ac:structured-macro ac:name=\"panel\"><ac:parameter ac:name=\"bgColor\">red</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"panel\"><ac:parameter ac:name=\"bgColor\">blue</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>")]
    [InlineData("panel to expand", ":::panel", ":::expand",
        "<ac:structured-macro ac:name=\"panel\"><ac:parameter ac:name=\"bgColor\">red</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"expand\"><ac:parameter ac:name=\"bgColor\">red</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>")]
    [InlineData("link href", "https://x.example/", "https://y.example/",
        "<p><a href=\"https://x.example/\" class=\"k\">t</a></p>",
        "<p><a href=\"https://y.example/\" class=\"k\">t</a></p>")]
    [InlineData("link href with marker", "https://x.example/", "https://y.example/",
        "<p><a href=\"https://x.example/\"><ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></a></p>",
        "<p><a href=\"https://y.example/\"><ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></a></p>")]
    [InlineData("link href marker outside", "https://x.example/", "https://y.example/",
        "<p><ac:inline-comment-marker ac:ref=\"1\"><a href=\"https://x.example/\">t</a></ac:inline-comment-marker></p>",
        "<p><ac:inline-comment-marker ac:ref=\"1\"><a href=\"https://y.example/\">t</a></ac:inline-comment-marker></p>")]
    [InlineData("link href marker part", "https://x.example/", "https://y.example/",
        "<p>w <a href=\"https://x.example/\">go <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker> u</a> v</p>",
        "<p>w <a href=\"https://y.example/\">go <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker> u</a> v</p>")]
    [InlineData("link title", "\"T\"", "\"U\"",
        "<p><a href=\"https://x.example/\" title=\"T\" data-x=\"1\">t</a></p>",
        "<p><a href=\"https://x.example/\" title=\"U\" data-x=\"1\">t</a></p>")]
    [InlineData("link title gone", " \"T\"", "",
        "<p><a href=\"https://x.example/\" title=\"T\" data-x=\"1\">t</a></p>",
        "<p><a href=\"https://x.example/\" data-x=\"1\">t</a></p>")]
    [InlineData("link card", "card=inline", "card=block",
        "<p><a href=\"https://x.example/\" data-card-appearance=\"inline\" data-x=\"1\">t</a></p>",
        "<p><a href=\"https://x.example/\" data-card-appearance=\"block\" data-x=\"1\">t</a></p>")]
    [InlineData("link web->page", "https://x.example/", "page:Plan",
        "<p><a href=\"https://x.example/\">t <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></a></p>",
        "<p><ac:link><ri:page ri:content-title=\"Plan\" /><ac:link-body>t <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></ac:link-body></ac:link></p>")]
    [InlineData("page link", "page:Plan", "page:OPS/Other",
        "<p><ac:link ac:card-appearance=\"inline\"><ri:page ri:content-title=\"Plan\" ri:version-at-save=\"4\" /><ac:link-body>t <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></ac:link-body></ac:link></p>",
        "<p><ac:link ac:card-appearance=\"inline\"><ri:page ri:space-key=\"OPS\" ri:content-title=\"Other\" /><ac:link-body>t <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></ac:link-body></ac:link></p>")]
    [InlineData("page link wordless", "page:Plan", "page:OPS/Other",
        "<p><ac:link><ri:page ri:content-title=\"Plan\" /></ac:link></p>",
        "<p><ac:link><ri:page ri:space-key=\"OPS\" ri:content-title=\"Other\" /><ac:link-body>Plan</ac:link-body></ac:link></p>")]
    [InlineData("page link anchor", "#a", "#b",
        "<p><ac:link ac:anchor=\"a\"><ri:page ri:content-title=\"Plan\" /><ac:link-body>t</ac:link-body></ac:link></p>",
        "<p><ac:link ac:anchor=\"b\"><ri:page ri:content-title=\"Plan\" /><ac:link-body>t</ac:link-body></ac:link></p>")]
    [InlineData("anchor link", "#a", "#b",
        "<p><ac:link ac:anchor=\"a\"><ac:plain-text-link-body><![CDATA[t]]></ac:plain-text-link-body></ac:link></p>",
        "<p><ac:link ac:anchor=\"b\"><ac:plain-text-link-body><![CDATA[t]]></ac:plain-text-link-body></ac:link></p>")]
    [InlineData("attachment link", "a.pdf", "b.pdf",
        "<p><ac:link><ri:attachment ri:filename=\"a.pdf\" ri:version-at-save=\"2\" /><ac:plain-text-link-body><![CDATA[t]]></ac:plain-text-link-body></ac:link></p>",
        "<p><ac:link><ri:attachment ri:filename=\"b.pdf\" /><ac:plain-text-link-body><![CDATA[t]]></ac:plain-text-link-body></ac:link></p>")]
    [InlineData("image address", "a.png", "b.png",
        "<ac:image ac:width=\"10\" ac:local-id=\"z\"><ri:attachment ri:filename=\"a.png\" /></ac:image>",
        "<ac:image ac:width=\"10\" ac:local-id=\"z\"><ri:attachment ri:filename=\"b.png\" /></ac:image>")]
    [InlineData("image width", "width=10", "width=20 align=center",
        "<ac:image ac:width=\"10\" ac:local-id=\"z\"><ri:attachment ri:filename=\"a.png\" /></ac:image>",
        "<ac:image ac:align=\"center\" ac:width=\"20\" ac:local-id=\"z\"><ri:attachment ri:filename=\"a.png\" /></ac:image>")]
    [InlineData("image alt", "![", "![Alt",
        "<p>x <ac:image ac:width=\"10\" ac:local-id=\"z\"><ri:attachment ri:filename=\"a.png\" /></ac:image></p>",
        "<p>x <ac:image ac:alt=\"Alt\" ac:width=\"10\" ac:local-id=\"z\"><ri:attachment ri:filename=\"a.png\" /></ac:image></p>")]
    [InlineData("image border mark", "{border}", "",
        "<ac:image ac:local-id=\"i1\"><ri:attachment ri:filename=\"a.png\" /><ac:adf-mark key=\"border\" ac:size=\"1\" /></ac:image>",
        "<ac:image ac:local-id=\"i1\"><ri:attachment ri:filename=\"a.png\" /></ac:image>")]
    [InlineData("html image", "a.png", "b.png",
        "<p><img src=\"https://x.example/a.png\" alt=\"B\" class=\"q\" /></p>",
        "<p><img src=\"https://x.example/b.png\" alt=\"B\" class=\"q\" /></p>")]
    [InlineData("html image alt", "![B]", "![C]",
        "<p><img src=\"https://x.example/a.png\" alt=\"B\" class=\"q\" /></p>",
        "<p><img src=\"https://x.example/a.png\" alt=\"C\" class=\"q\" /></p>")]
    [InlineData("html image width", "a.png)", "a.png){width=10}",
        "<p><img src=\"https://x.example/a.png\" alt=\"B\" class=\"q\" /></p>",
        "<p><ac:image ac:width=\"10\" ac:alt=\"B\"><ri:url ri:value=\"https://x.example/a.png\" /></ac:image></p>")]
    [InlineData("image unknown attr", "a.png)", "a.png){foo=10}",
        "<ac:image ac:local-id=\"i1\"><ri:attachment ri:filename=\"a.png\" /></ac:image>",
        "<ac:image ac:local-id=\"i1\"><ri:attachment ri:filename=\"a.png\" /></ac:image>", "value 'foo' of 'image', which has none of that name")]
    [InlineData("date", "01-31", "02-01",
        "<p><time datetime=\"2026-01-31\" x=\"1\" /></p>",
        "<p><time datetime=\"2026-02-01\" x=\"1\" /></p>")]
    [InlineData("date bad", "2026-01-31", "soon",
        "<p><time datetime=\"2026-01-31\" x=\"1\" /></p>",
        "<p>soon</p>", "date that is none, kept as text")]
    [InlineData("status colour", "Green", "Red",
        "<p><ac:structured-macro ac:name=\"status\" ac:macro-id=\"q\"><ac:parameter ac:name=\"title\">Done</ac:parameter><ac:parameter ac:name=\"colour\">Green</ac:parameter></ac:structured-macro></p>",
        "<p><ac:structured-macro ac:name=\"status\" ac:macro-id=\"q\"><ac:parameter ac:name=\"title\">Done</ac:parameter><ac:parameter ac:name=\"colour\">Red</ac:parameter></ac:structured-macro></p>")]
    [InlineData("status subtle", "[Done]", "[Done]{subtle}",
        "<p><ac:structured-macro ac:name=\"status\" ac:macro-id=\"q\"><ac:parameter ac:name=\"title\">Done</ac:parameter></ac:structured-macro></p>",
        "<p><ac:structured-macro ac:name=\"status\" ac:macro-id=\"q\"><ac:parameter ac:name=\"title\">Done</ac:parameter><ac:parameter ac:name=\"subtle\">true</ac:parameter></ac:structured-macro></p>")]
    [InlineData("status no title", "[Done]", "{colour=Red}",
        "<p><ac:structured-macro ac:name=\"status\" ac:macro-id=\"q\"><ac:parameter ac:name=\"title\">Done</ac:parameter></ac:structured-macro></p>",
        "<p><ac:structured-macro ac:name=\"status\" ac:macro-id=\"q\"><ac:parameter ac:name=\"colour\">Red</ac:parameter></ac:structured-macro></p>")]
    [InlineData("layout type", "two_equal", "two_left_sidebar",
        "<ac:layout><ac:layout-section ac:type=\"two_equal\" ac:x=\"1\"><ac:layout-cell><p>x</p></ac:layout-cell><ac:layout-cell><p>y</p></ac:layout-cell></ac:layout-section></ac:layout>",
        "<ac:layout><ac:layout-section ac:type=\"two_left_sidebar\" ac:x=\"1\"><ac:layout-cell><p>x</p></ac:layout-cell><ac:layout-cell><p>y</p></ac:layout-cell></ac:layout-section></ac:layout>")]
    [InlineData("layout breakout", "type=two_equal", "type=two_equal breakout-mode=wide",
        "<ac:layout><ac:layout-section ac:type=\"two_equal\" ac:x=\"1\"><ac:layout-cell><p>x</p></ac:layout-cell><ac:layout-cell><p>y</p></ac:layout-cell></ac:layout-section></ac:layout>",
        "<ac:layout><ac:layout-section ac:breakout-mode=\"wide\" ac:type=\"two_equal\" ac:x=\"1\"><ac:layout-cell><p>x</p></ac:layout-cell><ac:layout-cell><p>y</p></ac:layout-cell></ac:layout-section></ac:layout>")]
    [InlineData("layout unknown attr", "type=two_equal", "type=two_equal foo=wide",
        "<ac:layout><ac:layout-section ac:type=\"two_equal\" ac:x=\"1\"><ac:layout-cell><p>x</p></ac:layout-cell><ac:layout-cell><p>y</p></ac:layout-cell></ac:layout-section></ac:layout>",
        "<ac:layout><ac:layout-section ac:type=\"two_equal\" ac:x=\"1\"><ac:layout-cell><p>x</p></ac:layout-cell><ac:layout-cell><p>y</p></ac:layout-cell></ac:layout-section></ac:layout>", "value 'foo' of 'layout-section', which has none of that name")]
    [InlineData("layout label", "layout-section{", "layout-section[Hi]{",
        "<ac:layout><ac:layout-section ac:type=\"single\"><ac:layout-cell><p>x</p></ac:layout-cell></ac:layout-section></ac:layout>",
        "<ac:layout><ac:layout-section ac:type=\"single\"><ac:layout-cell><p>x</p></ac:layout-cell></ac:layout-section></ac:layout>", "a change to 'layout-section' (#m2), of which only the place and the content can change")]
    [InlineData("macro param", "maxLevel=2", "maxLevel=3 style=disc",
        "<ac:structured-macro ac:name=\"toc\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"toc\"><ac:parameter ac:name=\"maxLevel\">3</ac:parameter><ac:parameter ac:name=\"style\">disc</ac:parameter></ac:structured-macro>")]
    [InlineData("macro param gone", "maxLevel=2 ", "",
        "<ac:structured-macro ac:name=\"toc\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"toc\"></ac:structured-macro>")]
    [InlineData("macro name", "::toc", "::children",
        "<ac:structured-macro ac:name=\"toc\" ac:macro-id=\"1\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"children\" ac:macro-id=\"1\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro>")]
    [InlineData("macro handle", "#m1", "#m7",
        "<ac:structured-macro ac:name=\"toc\" ac:macro-id=\"1\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro>", "the handle #m7, which is none of this page", "toc #m1")]
    [InlineData("inline macro handle", "#m1", "#m7",
        "<p>a <ac:structured-macro ac:name=\"jira\" ac:macro-id=\"1\"><ac:parameter ac:name=\"key\">A-2</ac:parameter></ac:structured-macro></p>",
        "<p>a <ac:structured-macro ac:name=\"jira\" ac:schema-version=\"1\"><ac:parameter ac:name=\"key\">A-2</ac:parameter></ac:structured-macro></p>", "the handle #m7, which is none of this page", "jira #m1")]
    [InlineData("inline macro key", "A-2", "A-3",
        "<p>a <ac:structured-macro ac:name=\"jira\" ac:macro-id=\"1\"><ac:parameter ac:name=\"key\">A-2</ac:parameter></ac:structured-macro></p>",
        "<p>a <ac:structured-macro ac:name=\"jira\" ac:macro-id=\"1\"><ac:parameter ac:name=\"key\">A-3</ac:parameter></ac:structured-macro></p>")]
    [InlineData("macro resource", "page:P", "page:Q",
        "<ac:structured-macro ac:name=\"include\"><ac:parameter ac:name=\"\"><ac:link><ri:page ri:content-title=\"P\" /></ac:link></ac:parameter></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"include\"><ac:parameter ac:name=\"\"><ac:link><ri:page ri:content-title=\"Q\" /></ac:link></ac:parameter></ac:structured-macro>")]
    [InlineData("macro body gets", "::x{#m1}", ":::x{#m1}\nbody\n:::",
        "<ac:structured-macro ac:name=\"x\" ac:macro-id=\"1\"></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"x\" ac:macro-id=\"1\"><ac:rich-text-body><p>body</p></ac:rich-text-body></ac:structured-macro>")]
    [InlineData("plain body becomes rich", "```\nb\n```", "**b** and",
        "<ac:structured-macro ac:name=\"html\" ac:macro-id=\"1\"><ac:plain-text-body><![CDATA[b]]></ac:plain-text-body></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"html\" ac:macro-id=\"1\"><ac:plain-text-body><![CDATA[b and]]></ac:plain-text-body></ac:structured-macro>", "the look of the body of macro 'html', which is plain text")]
    [InlineData("plain body language", "```\nb\n```", "```java\nb\n```",
        "<ac:structured-macro ac:name=\"html\" ac:macro-id=\"1\"><ac:plain-text-body><![CDATA[b]]></ac:plain-text-body></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"html\" ac:macro-id=\"1\"><ac:plain-text-body><![CDATA[b]]></ac:plain-text-body></ac:structured-macro>", "the language of the body of a macro, which is plain text")]
    [InlineData("rich body becomes code", "\nb\n", "\n```\nb\n```\n",
        "<ac:structured-macro ac:name=\"x\" ac:macro-id=\"1\"><ac:rich-text-body><p>b</p></ac:rich-text-body></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"x\" ac:macro-id=\"1\"><ac:rich-text-body><ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:plain-text-body><![CDATA[b]]></ac:plain-text-body></ac:structured-macro></ac:rich-text-body></ac:structured-macro>")]
    [InlineData("mention", "user:1:a", "user:2:b",
        "<p><ac:link><ri:user ri:account-id=\"1:a\" /></ac:link></p>",
        "<p><ac:link><ri:user ri:account-id=\"2:b\" /></ac:link></p>")]
    [InlineData("mention in marker", "user:1:a", "user:2:b",
        "<p>x <ac:inline-comment-marker ac:ref=\"1\"><ac:link><ri:user ri:account-id=\"1:a\" /></ac:link></ac:inline-comment-marker></p>",
        "<p>x <ac:inline-comment-marker ac:ref=\"1\"><ac:link><ri:user ri:account-id=\"2:b\" /></ac:link></ac:inline-comment-marker></p>")]
    [InlineData("emoji", "smile", "sad",
        "<p><ac:emoticon ac:name=\"smile\" ac:x=\"1\" /></p>",
        "<p><ac:emoticon ac:name=\"sad\" ac:x=\"1\" /></p>")]
    [InlineData("emoji char", ":emoji[⛴️]{shortname=ferry}", ":emoji[👍]{shortname=thumbsup}",
        "<p><ac:emoticon ac:name=\"blue-star\" ac:emoji-shortname=\":ferry:\" ac:emoji-id=\"26f4\" ac:emoji-fallback=\"⛴️\" ac:x=\"1\" /></p>",
        "<p><ac:emoticon ac:name=\"blue-star\" ac:emoji-shortname=\":thumbsup:\" ac:emoji-id=\"1f44d\" ac:emoji-fallback=\"👍\" ac:x=\"1\" /></p>")]
    [InlineData("emoji shortname", "shortname=ferry", "shortname=boat",
        "<p>a <ac:emoticon ac:name=\"blue-star\" ac:emoji-shortname=\":ferry:\" ac:emoji-id=\"26f4\" ac:emoji-fallback=\"⛴️\" ac:x=\"1\" /> b</p>",
        "<p>a <ac:emoticon ac:name=\"blue-star\" ac:emoji-shortname=\":boat:\" ac:emoji-id=\"26f4\" ac:emoji-fallback=\"⛴️\" ac:x=\"1\" /> b</p>")]
    [InlineData("maths", "[x]", "[y]",
        "<p>a <ac:structured-macro ac:name=\"mathinline\" ac:macro-id=\"1\"><ac:parameter ac:name=\"body\">x</ac:parameter></ac:structured-macro></p>",
        "<p>a <ac:structured-macro ac:name=\"mathinline\" ac:macro-id=\"1\"><ac:parameter ac:name=\"body\">y</ac:parameter></ac:structured-macro></p>")]
    [InlineData("placeholder type", "type=mention", "type=jira",
        "<p>a <ac:placeholder ac:type=\"mention\">Who?</ac:placeholder></p>",
        "<p>a <ac:placeholder ac:type=\"jira\">Who?</ac:placeholder></p>")]
    [InlineData("placeholder words", "Who?", "Whom?",
        "<p>a <ac:placeholder ac:type=\"mention\">Who?</ac:placeholder></p>",
        "<p>a <ac:placeholder ac:type=\"mention\">Whom?</ac:placeholder></p>")]
    [InlineData("var", "[date]", "[day]",
        "<p>on <at:var at:name=\"date\" at:x=\"1\" /></p>",
        "<p>on <at:var at:name=\"day\" at:x=\"1\" /></p>")]
    [InlineData("anchor", "state", "place",
        "<p><ac:structured-macro ac:name=\"anchor\" ac:macro-id=\"1\"><ac:parameter ac:name=\"\">state</ac:parameter></ac:structured-macro>x</p>",
        "<p><ac:structured-macro ac:name=\"anchor\" ac:macro-id=\"1\"><ac:parameter ac:name=\"\">place</ac:parameter></ac:structured-macro>x</p>")]
    [InlineData("colour", "rgb(255,86,48)", "#00ff00",
        "<p>a <span style=\"color: rgb(255,86,48);\">b <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></span></p>",
        "<p>a <span style=\"color: #00ff00;\">b <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></span></p>")]
    [InlineData("highlight", "rgb(255,86,48)", "#00ff00",
        "<p>a <span style=\"background-color: rgb(255,86,48);\">b</span></p>",
        "<p>a <span style=\"background-color: #00ff00;\">b</span></p>")]
    [InlineData("mark", "**b t**", "*b t*",
        "<p>a <strong>b <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></strong></p>",
        "<p>a <em>b <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></em></p>")]
    [InlineData("heading level", "## b", "### b",
        "<h2 id=\"x\">b</h2>",
        "<h3 id=\"x\">b</h3>")]
    [InlineData("paragraph to quote", "b t", "> b t",
        "<p>b <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></p>",
        "<blockquote><p>b <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></p></blockquote>")]
    [InlineData("paragraph to item", "b t", "- b t",
        "<p>b <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></p>",
        "<ul><li><p>b <ac:inline-comment-marker ac:ref=\"1\">t</ac:inline-comment-marker></p></li></ul>")]
    [InlineData("expand title", "[More]", "[Less]",
        "<ac:structured-macro ac:name=\"expand\"><ac:parameter ac:name=\"title\">More</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"expand\"><ac:parameter ac:name=\"title\">Less</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>")]
    [InlineData("opaque label", "[foo:clock]", "[foo:watch]",
        "<p>a</p><foo:clock xmlns:foo=\"urn:app\" />",
        "<p>a</p><foo:clock xmlns:foo=\"urn:app\" />", "a change to 'opaque' (#m1), of which only the place can change")]
    [InlineData("opaque inline label", "[foo:clock]", "[foo:watch]",
        "<p>a <foo:clock xmlns:foo=\"urn:app\" /> b</p>",
        "<p>a <foo:clock xmlns:foo=\"urn:app\" /> b</p>", "a change to 'opaque' (#m1), of which only the place can change")]
    [InlineData("opaque attrs", "{#m1}", "{x=1 #m1}",
        "<p>a</p><foo:clock xmlns:foo=\"urn:app\" />",
        "<p>a</p><foo:clock xmlns:foo=\"urn:app\" />", "a change to 'opaque' (#m1), of which only the place can change")]
    [InlineData("opaque name", "::opaque[foo:clock]", "::clock",
        "<p>a</p><foo:clock xmlns:foo=\"urn:app\" />",
        "<p>a</p><foo:clock xmlns:foo=\"urn:app\" />", "a change to 'opaque' (#m1), of which only the place can change")]
    [InlineData("opaque div attr", "[div]", "[section]",
        "<div class=\"hint\"><p>x</p></div>",
        "<div class=\"hint\"><p>x</p></div>", "a change to 'opaque' (#m1), of which only the place and the content can change")]
    public void What_Markdown_says_otherwise_changes_the_page_or_is_told(string what, string from, string to, string before, string after, params string[] losses)
    {
        string markdown = StorageFormat.ToMarkdown(before).Text;
        int at = markdown.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, what);

        Conversion changed = StorageFormat.FromMarkdown(string.Concat(markdown.AsSpan(0, at), to, markdown.AsSpan(at + from.Length)), before);

        Assert.Equal(after, changed.Text);
        Assert.Equal(losses, changed.Losses.Select(loss => loss.What));
        Assert.Null(StorageFormat.Validate(changed.Text));
        Assert.True(before != changed.Text || losses.Length > 0, what);
    }

    [Theory]
    [InlineData("<ac:structured-macro ac:name=\"x\" ac:macro-id=\"1\"><ac:rich-text-body><p>b</p></ac:rich-text-body></ac:structured-macro>", "::x{#m1}")]
    [InlineData("<p>Ask <ac:link><ri:user ri:account-id=\"1:a\" /></ac:link></p>", "Ask [our lead](user:1:a)")]
    public void A_handle_stands_for_its_body_and_an_id_for_its_person(string page, string markdown)
    {
        Conversion same = StorageFormat.FromMarkdown(markdown, page);

        Assert.Equal((page, 0), (same.Text, same.Losses.Count));
    }

    [Theory]
    [InlineData("<ac:structured-macro ac:name=\"toc\" />", "::toc{#m1}", "::toc{maxLevel=2 style=disc #m1}", "<ac:structured-macro ac:name=\"toc\" ><ac:parameter ac:name=\"maxLevel\">2</ac:parameter><ac:parameter ac:name=\"style\">disc</ac:parameter></ac:structured-macro>")]
    [InlineData("<ac:structured-macro ac:name=\"x\" />", "::x{#m1}", ":::x{a=1 #m1}\nbody\n:::", "<ac:structured-macro ac:name=\"x\" ><ac:parameter ac:name=\"a\">1</ac:parameter><ac:rich-text-body><p>body</p></ac:rich-text-body></ac:structured-macro>")]
    [InlineData("<p>a &amp;amp; b</p>", "amp;", "xmp;", "<p>a &amp;xmp; b</p>")]
    [InlineData("<p>a <strong>b c</strong> d</p>", "**b c**", "*b c*", "<p>a <em>b</em> <em>c</em> d</p>")]
    public void Several_changes_at_one_place_are_all_made(string before, string from, string to, string after)
    {
        string markdown = StorageFormat.ToMarkdown(before).Text;

        Assert.Equal(after, StorageFormat.FromMarkdown(markdown.Replace(from, to, StringComparison.Ordinal), before).Text);
    }
}
