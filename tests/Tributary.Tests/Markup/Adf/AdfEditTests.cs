using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Tests.Markup.Adf;

public sealed class AdfEditTests
{
    private const string Marker = """{"type":"paragraph","content":[{"type":"text","text":"MARKER one two"}]}""";

    private static readonly Config Thorough = PropertyCases.Of(150);

    private static readonly Gen<string> Marked = AdfSample.Seeds.Select(seed =>
    {
        var sample = new AdfSample(seed);
        List<string> blocks = sample.Blocks(4, 0);
        blocks.Insert(seed % 5, (seed % 4) switch
        {
            1 => $$"""{"type":"panel","attrs":{"panelType":"info"},"content":[{{sample.Block(1)}}, {{Marker}} ,{{sample.Block(1)}}]}""",
            2 => $$"""{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#ffffff"},"content":[{{Marker}}]},{"type":"tableCell","content":[{{sample.Block(1)}}]}]}]}""",
            3 => $$"""{"type":"bulletList","content":[{"type":"listItem","content":[{{Marker}},{{sample.Block(2)}}]},{"type":"listItem","content":[{{sample.Block(2)}}]}]}""",
            _ => Marker,
        });
        return $$"""{"type":"doc","content":[{{string.Join(" ,\n", blocks)}}],"version":1}""";
    });

    [Fact(Timeout = 60000)]
    public void A_document_that_nobody_changed_is_the_same_text()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(AdfSample.Documents), adf => Assert.Equal(adf, AdfDocument.FromMarkdown(AdfDocument.ToMarkdown(adf).Text, adf).Text)));
    }

    [Fact(Timeout = 60000)]
    public void A_changed_word_changes_that_word_alone()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(Marked), adf =>
        {
            string markdown = AdfDocument.ToMarkdown(adf).Text;
            Assert.Contains("MARKER one two", markdown, StringComparison.Ordinal);

            Conversion changed = AdfDocument.FromMarkdown(markdown.Replace("MARKER one two", "MARKER one and two", StringComparison.Ordinal), adf);

            Assert.Equal(adf.Replace("MARKER one two", "MARKER one and two", StringComparison.Ordinal), changed.Text);
        }));
    }

    [Fact(Timeout = 60000)]
    public void A_block_that_goes_takes_its_own_text_along_and_no_more()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(AdfSample.Documents), Arb.From(Gen.Choose(0, 9)), (adf, at) =>
        {
            (Document page, MarkdownText shown) = Shown(adf);
            if (page.Blocks.Count == 0) return;
            int gone = at % page.Blocks.Count;

            // Of two that say the same either may go, and lists that come to stand side by side are one in Markdown.
            if (page.Blocks.Count(block => MarkdownWriter.Canonical(block) == MarkdownWriter.Canonical(page.Blocks[gone])) > 1) return;
            if (page.Blocks.ElementAtOrDefault(gone - 1) is ListBlock && page.Blocks.ElementAtOrDefault(gone + 1) is ListBlock) return;
            Range lines = shown.Blocks[gone];

            string altered = AdfDocument.FromMarkdown(shown.Text[..lines.Start] + "\n" + shown.Text[lines.End..], adf).Text;

            Assert.Null(AdfTree.Read(altered).Error);
            AssertKept(adf, altered, page.Blocks.Where((_, index) => index != gone));
        }));
    }

    [Fact(Timeout = 60000)]
    public void New_blocks_leave_all_others_as_they_are()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(AdfSample.Documents), Arb.From(Gen.Choose(0, 9)), (adf, at) =>
        {
            (Document page, MarkdownText shown) = Shown(adf);
            int place = page.Blocks.Count == 0 ? 0 : shown.Blocks[at % page.Blocks.Count].Start.Value;

            string altered = AdfDocument.FromMarkdown($"{shown.Text[..place]}\n\n## Brand new\n\nwords\n\n{shown.Text[place..]}", adf).Text;

            Assert.Null(AdfTree.Read(altered).Error);
            AssertKept(adf, altered, page.Blocks);
            Assert.Contains("Brand new", altered, StringComparison.Ordinal);
        }));
    }

    [Fact(Timeout = 60000)]
    public void Any_edit_is_read_back_as_it_was_meant()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(AdfSample.Documents), Arb.From(Gen.Choose(0, 50)), Arb.From(Gen.Elements("omega", "omega **strong** psi", "", "[omega](https://o.example)")), (adf, at, put) =>
        {
            string markdown = AdfDocument.ToMarkdown(adf).Text;
            int[] places = [.. Enumerable.Range(0, markdown.Length).Where(i => string.CompareOrdinal(markdown, i, "gamma", 0, 5) == 0 && IsInText(markdown, i))];
            if (places.Length == 0) return;
            int place = places[at % places.Length];
            if (put.Length == 0 && IsAlone(markdown, place)) return;
            string edited = markdown[..place] + put + markdown[(place + 5)..];

            Conversion altered = AdfDocument.FromMarkdown(edited, adf);

            // Words whose neighbour goes may become a rule, and the schema takes none in a list.
            string[] told = [.. altered.Losses.Select(loss => loss.What).Where(what => !what.StartsWith("inline comment anchor", StringComparison.Ordinal))];
            Assert.All(told, what => Assert.Equal("rule where none may stand", what));
            if (told.Length == 0) Assert.Equal(Normal(edited), Normal(AdfDocument.ToMarkdown(altered.Text).Text));
        }));
    }

    // Not within code, nor in what a directive says.
    private static bool IsInText(string markdown, int place)
    {
        string line = markdown[(markdown.LastIndexOf('\n', place) + 1)..(markdown.IndexOf('\n', place) is >= 0 and var end ? end : markdown.Length)];
        return !line.Contains('`', StringComparison.Ordinal) && !line.Contains('[', StringComparison.Ordinal) && !line.Contains('{', StringComparison.Ordinal);
    }

    // A heading without words, and a break in front of the first one, are not shown.
    private static bool IsAlone(string markdown, int place)
    {
        string line = markdown[(markdown.LastIndexOf('\n', place) + 1)..(markdown.IndexOf('\n', place) is >= 0 and var end ? end : markdown.Length)];
        return line.Trim('#', '>', ' ', '\\') == "gamma";
    }

    private static string Normal(string markdown) => MarkdownWriter.Write(MarkdownReader.Read(markdown, new LossLog()), new MarkdownOptions()).Text;

    private static (Document Page, MarkdownText Shown) Shown(string adf)
    {
        Document page = AdfModel.Read(AdfTree.Read(adf));
        return (page, MarkdownWriter.Write(page, new MarkdownOptions()));
    }

    private static void AssertKept(string adf, string altered, IEnumerable<Block> blocks)
    {
        int at = 0;
        foreach (Block block in blocks)
        {
            string source = adf[block.Origin!.Start..block.Origin.End];
            int found = altered.IndexOf(source, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{source}\n is not in\n{altered}");
            at = found + source.Length;
        }
    }
}
