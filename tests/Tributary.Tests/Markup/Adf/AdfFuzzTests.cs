using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup.Adf;
using Tributary.Markup.Adf.Syntax;
using Tributary.Tests.Markup.Adf.Schema;

namespace Tributary.Tests.Markup.Adf;

public sealed class AdfFuzzTests
{
    private static readonly Config Thorough = PropertyCases.Of(300);

    private static readonly string[] Parts =
    [
        "# ", "## Head\n", "\n", "\n\n", "- a\n", "  - b\n", "1. c\n", "- [ ] t\n", "  - [x] u\n", "> ", "> [!NOTE] Title\n> x\n", "| a | b |\n|---|:-:|\n| 1 | ^ |\n", "```java {title=x}\ncode\n```\n", "---\n", "**b**", "*i*", "~~s~~", "`c`",
        "[l](https://x.example \"t\")", "[p](page:ENG/Title)", "![a](attachment:a.png){width=50% layout=wide}", "![w](https://img.example/x.png)", "[![w](https://img.example/x.png)](https://x.example)", "[@A](user:1)", ":status[Done]{colour=Green}", ":status[]{colour=x}",
        ":date[2026-01-31]", ":date[x]", ":emoji[👍]{shortname=y}", ":u[x]", ":color[y]{#ff5630}", ":highlight[z]{yellow}", ":math[x^2]", ":anchor[here]", ":jira[ENG-1]{#m9}", ":::expand[T]\n", ":::\n", "::::layout-section\n", ":::layout-cell\n", "::::\n",
        ":::panel{type=custom color=#ffeebb}\nx\n:::\n", "::toc{maxLevel=2}\n", ":::decision-list\nyes\n\nno\n:::\n", ":::excerpt\nx\n:::\n", ":::plantuml\n```\na\n```\n:::\n", "::opaque[x]{#m1}\n", "[c](https://card.example){card=block}\n\n", "[e](https://card.example){card=embed}\n\n", "\\", "<br>", "text ", "😄", "\u200b", "    ",
    ];

    private static readonly Gen<string> Markdowns = Gen.Elements(Parts).ListOf().Select(parts => string.Concat(parts));

    [Fact(Timeout = 60000)]
    public void Whatever_Markdown_says_becomes_a_document_that_the_schema_accepts()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(Markdowns), markdown =>
        {
            string adf = AdfDocument.FromMarkdown(markdown).Text;
            Assert.Null(AdfSchema.Fault(adf));
            Assert.Null(AdfDocument.Validate(adf));
        }));
    }

    [Fact(Timeout = 60000)]
    public void Whatever_replaces_a_document_can_be_read()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(AdfSample.Documents), Arb.From(Markdowns), Arb.From(Gen.Choose(0, 1000)), (adf, put, at) =>
        {
            string markdown = AdfDocument.ToMarkdown(adf).Text;
            int place = at * markdown.Length / 1000;
            Assert.Null(AdfDocument.Validate(AdfDocument.FromMarkdown(markdown[..place] + put + markdown[place..], adf).Text));
            Assert.Null(AdfDocument.Validate(AdfDocument.FromMarkdown(put, adf).Text));
        }));
    }

    [Fact(Timeout = 60000)]
    public void Any_JSON_under_a_document_is_read_and_kept()
    {
        string[] names = ["type", "content", "attrs", "marks", "text", "level", "id", "parameters", "macroParams", "value", "x"];
        string[] types = ["doc", "paragraph", "text", "taskList", "taskItem", "table", "tableRow", "tableCell", "mediaSingle", "media", "extension", "panel", "layoutSection", "decisionList", "status", "link", "codeBlock", "heading"];
        Gen<string> leaves = Gen.OneOf(Gen.Elements("null", "true", "-1.5e3", "\"\"", "[]", "{}"), Gen.Elements(types).Select(type => $"\"{type}\""));
        Gen<string> values = Gen.Sized(size => Value(Math.Min(6, size)));

        Check.One(Thorough, Prop.ForAll(Arb.From(values), value =>
        {
            string adf = $$"""{"type":"doc","content":{{value}}}""";
            if (AdfTree.Read(adf).Error is not null) return;
            string markdown = AdfDocument.ToMarkdown(adf).Text;
            Assert.Equal(adf, AdfDocument.FromMarkdown(markdown, adf).Text);
            Assert.Null(AdfDocument.Validate(AdfDocument.FromMarkdown("New.\n\n" + markdown, adf).Text));
            Assert.Null(AdfDocument.Validate(AdfDocument.FromMarkdown(markdown.Replace("e", "u v", StringComparison.Ordinal), adf).Text));
        }));

        Gen<string> Value(int depth)
        {
            if (depth == 0) return leaves;
            Gen<string> node =
                from type in Gen.Elements(types)
                from members in (from name in Gen.Elements(names) from inner in Value(depth - 1) select (name, inner)).ListOf()
                select $"{{\"type\":\"{type}\"{string.Concat(members.Where(member => member.name != "type").DistinctBy(member => member.name).Take(4).Select(member => $",\"{member.name}\":{member.inner}"))}}}";
            return Gen.Frequency((1, leaves), (3, node), (2, Value(depth - 1).ListOf().Select(items => $"[{string.Join(',', items.Take(4))}]")));
        }
    }

    [Fact(Timeout = 10000)]
    public void A_document_that_nests_without_end_is_refused()
    {
        string nested = string.Concat(Enumerable.Repeat("""{"type":"blockquote","content":[""", 200_000)) + string.Concat(Enumerable.Repeat("]}", 200_000));

        Assert.NotNull(AdfDocument.Validate($$"""{"type":"doc","content":[{{nested}}]}"""));
        Assert.Equal("", AdfDocument.ToMarkdown($$"""{"type":"doc","content":[{{nested}}]}""").Text);
    }
}
