using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;
using Tributary.Tests.Markup.Generators;

namespace Tributary.Tests.Markup.Storage;

public sealed partial class StorageModelProperties
{
    private static readonly Config Thorough = PropertyCases.Of(1000);

    [Fact(Timeout = 30000)]
    public void Every_generated_body_is_one_that_Confluence_takes()
    {
        Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, body => StorageFormat.Validate(body.Text) is null));
    }

    [Fact(Timeout = 30000)]
    public void Ranges_lie_within_those_of_their_parents_and_do_not_overlap()
    {
        Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, body => IsNested(Read(body.Text).Blocks, 0, body.Text.Length)));
    }

    [Fact(Timeout = 30000)]
    public void Every_word_that_a_reader_sees_is_in_the_model_in_its_place()
    {
        Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, body => Words(ModelText.Of(Read(body.Text))).SequenceEqual(Words(body.Text))));
    }

    [Fact(Timeout = 30000)]
    public void Handles_count_on_in_document_order()
    {
        Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, body =>
        {
            var handles = new List<string>();
            Collect(Read(body.Text).Blocks, handles);
            return handles.SequenceEqual(Enumerable.Range(1, handles.Count).Select(number => $"m{number}"));
        }));
    }

    [Fact(Timeout = 30000)]
    public void What_is_written_anew_says_the_same_but_for_what_is_told_as_lost()
    {
        Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, body =>
        {
            Document read = Read(body.Text);
            var losses = new LossLog();
            var written = new StringBuilder();
            new StorageRenderer(losses).WriteBlocks(read.Blocks, written);
            string storage = written.ToString();
            return StorageFormat.Validate(storage) is null && (!losses.IsEmpty || ModelText.Of(Read(storage)) == ModelText.Of(read));
        }));
    }

    [Fact(Timeout = 30000)]
    public void Markdown_that_has_been_storage_once_comes_back_as_it_is()
    {
        Check.One(PropertyCases.Of(300), Prop.ForAll(StorageBodies.Arbitrary, body =>
        {
            string once = StorageFormat.ToMarkdown(StorageFormat.FromMarkdown(StorageFormat.ToMarkdown(body.Text).Text).Text).Text;
            string anew = StorageFormat.FromMarkdown(once).Text;
            return StorageFormat.Validate(anew) is null && StorageFormat.ToMarkdown(anew).Text == once;
        }));
    }

    [Fact(Timeout = 30000)]
    public void Broken_bodies_are_read_all_the_same()
    {
        Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, body =>
        {
            string broken = Break(body);
            Document read = Read(broken);
            return IsNested(read.Blocks, 0, broken.Length) && ModelText.Of(read) is not null;
        }));
    }

    [Theory(Timeout = 10000)]
    [InlineData("<ac:link p=\"\"><ac:plain-text-link-body><ac:structured-macro n=\"\"><ac:rich-text-body><o>")]
    [InlineData("<ac:link><ac:link-body><ac:structured-macro ac:name=\"jira\"><ac:rich-text-body>a<br/>b<ac:image /></ac:rich-text-body></ac:structured-macro>")]
    [InlineData("<ac:link><ac:link-body><ac:macro ac:name=\"status\"><ac:plain-text-body>a<br/>b<ac:emoticon ac:name=\"smile\" /></ac:plain-text-body></ac:macro>")]
    public async Task Ranges_lie_within_one_another_in_what_no_editor_would_write_too(string body)
    {
        Assert.True(IsNested(Read(body).Blocks, 0, body.Length));
        await Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [InlineData("<div>")]
    [InlineData("<strong>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tbody><tr><td>")]
    [InlineData("<ac:link><ac:link-body>")]
    [InlineData("<ac:structured-macro ac:name=\"expand\"><ac:rich-text-body>")]
    public async Task A_nesting_that_no_page_has_is_read_and_written(string tags)
    {
        Document read = Read(string.Concat(Enumerable.Repeat(tags, 20_000)) + "deep");
        var written = new StringBuilder();
        new StorageRenderer(new LossLog()).WriteBlocks(read.Blocks, written);

        Assert.Contains("deep", written.ToString(), StringComparison.Ordinal);
        Assert.Null(StorageFormat.Validate(written.ToString()));
        await Task.CompletedTask;
    }

    private static string Break(StorageBody body)
    {
        var random = new Random(body.Seed);
        var text = new StringBuilder(body.Text);
        for (int cuts = random.Next(1, 6); cuts > 0 && text.Length > 4; cuts--)
        {
            int at = random.Next(text.Length - 3);
            if (random.Next(3) == 0) text.Remove(at, random.Next(1, 3));
            else if (random.Next(2) == 0) text.Insert(at, "<>&/\"'! =p"[random.Next(10)]);
            else text.Insert(at, text.ToString(at, Math.Min(text.Length - at, random.Next(30))));
        }

        return text.ToString();
    }

    private static Document Read(string storage) => StorageModel.Read(StorageDocument.Parse(storage));

    private static bool IsNested(IReadOnlyList<Block> blocks, int start, int end)
    {
        foreach (Block block in blocks)
        {
            if (block.Origin is not { } origin || origin.Start < start || origin.End <= origin.Start || origin.End > end) return false;
            if (block is TextBlock line && !IsNested(line.Inlines, origin.Start, origin.End)) return false;
            if (block is ContainerBlock container && !IsNested(container.Blocks, origin.Start, origin.End)) return false;
            start = origin.End;
        }

        return true;
    }

    private static bool IsNested(IReadOnlyList<Inline> line, int start, int end)
    {
        foreach (Inline piece in line)
        {
            if (piece.Origin is not { } origin) continue;
            if (origin.Start < start || origin.End <= origin.Start || origin.End > end) return false;
            if (piece is Link link && !IsNested(link.Inlines, origin.Start, origin.End)) return false;
            start = origin.End;
        }

        return true;
    }

    private static void Collect(IReadOnlyList<Block> blocks, List<string> handles)
    {
        foreach (Block block in blocks)
        {
            if (block is Directive { Handle: { } handle }) handles.Add(handle);
            if (block is TextBlock text) Collect(text.Inlines, handles);
            if (block is ContainerBlock container) Collect(container.Blocks, handles);
        }
    }

    private static void Collect(IReadOnlyList<Inline> line, List<string> handles)
    {
        foreach (Inline piece in line)
        {
            if (piece is InlineDirective { Handle: { } handle }) handles.Add(handle);
            if (piece is Link link) Collect(link.Inlines, handles);
        }
    }

    private static IEnumerable<string> Words(string text) => VisibleWord.Matches(text).Select(match => match.Value);

    [GeneratedRegex("w[0-9]+x")]
    private static partial Regex VisibleWord { get; }
}
