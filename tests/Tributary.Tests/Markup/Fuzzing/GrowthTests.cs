using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Rendering;

namespace Tributary.Tests.Markup.Fuzzing;

/// <summary>What is said once and holds for many places could be written in each of them: no text is made longer than a small multiple of itself that way.</summary>
public sealed class GrowthTests
{
    private const int Times = 4_000;

    private static readonly string Address = "https://example.com/" + new string('x', 20_000);

    public static TheoryData<string> Texts =>
    [
        Repeated("[a] ") + $"\n\n[a]: {Address}",
        Repeated("![a] ") + $"\n\n[a]: {Address}",
        Repeated("[a] ") + $"\n\n[a]: /x \"{Address}\"",
        $"[{Repeated("**a** *b* ")}]({Address})",
        $"[{Repeated(":status[a] b ")}]({Address})",
        $"[{Repeated("`a` b ")}]({Address})",
        Repeated("[^1] ") + $"\n\n[^1]: {Repeated("long ")}",
        Repeated(":toc{#m1} ") + Repeated("\n\n::toc{#m1}"),
    ];

    public static TheoryData<string> Bodies =>
    [
        $"<p><a href=\"{Address}\">{Repeated("a<br/>")}</a></p>",
        $"<p><ac:link ac:anchor=\"{Address}\"><ac:link-body>{Repeated("a<br/>")}</ac:link-body></ac:link></p>",
        $"<p><ac:inline-comment-marker ac:ref=\"{Address}\">{Repeated("a<br/>")}</ac:inline-comment-marker></p>",
        $"<p>{Repeated("<ac:inline-comment-marker ac:ref=\"1\">", 200)}{Repeated("a<br/>")}",
        $"<p>{Repeated("<sub>", 200)}{Repeated("a<br/>")}",
        $"<p>{Repeated("<sub>>", 50)}",
        $"<p>{Repeated("<span style=\"color: #ff5630\">", 200)}{Repeated("a<br/>")}",
        $"{Repeated("<h1>", 200)}{Repeated("word ")}",
        $"{Repeated("<ac:structured-macro ac:name=\"toc\" />")}{Repeated("<h1>a</h1>")}",
    ];

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Texts))]
    public async Task Markdown(string markdown)
    {
        foreach (Conversion written in (Conversion[])[
            StorageFormat.FromMarkdown(markdown), StorageFormat.FromMarkdown(markdown, "<p>b</p>"), AdfDocument.FromMarkdown(markdown), WikiMarkup.FromMarkdown(markdown), WikiMarkup.FromMarkdown(markdown, "b"),
            AdfDocument.FromMarkdown(markdown, "{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"b\"}]}]}")])
            Assert.InRange(written.Text.Length, 0, 32 * markdown.Length);
        await Task.CompletedTask;
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Bodies))]
    public async Task Storage_format(string storage)
    {
        var view = new ViewContext();
        foreach (string written in (string[])[StorageFormat.ToMarkdown(storage).Text, StorageFormat.ToView(storage, view), AdfDocument.FromStorage(storage, view), string.Join('\n', StorageFormat.Outline(storage))])
            Assert.InRange(written.Length, 0, 96 * storage.Length);
        await Task.CompletedTask;
    }

    [Theory(Timeout = 20000)]
    [InlineData("<em><ac:>")]
    [InlineData("<em><ac:ny>")]
    public async Task A_word_more_among_tags_that_nothing_closes(string tags)
    {
        string storage = $"y{Repeated(tags, 100)}<n";

        Conversion written = StorageFormat.FromMarkdown(storage + " more", storage);

        Assert.InRange(written.Text.Length, 0, 32 * storage.Length);
        Assert.Contains(written.Losses, loss => loss.What == "the look of words among very many tags");
        await Task.CompletedTask;
    }

    [Fact(Timeout = 20000)]
    public async Task What_is_left_out_for_it_is_told()
    {
        Conversion links = StorageFormat.FromMarkdown(Repeated("[a] ") + $"\n\n[a]: {Address}"), marks = AdfDocument.FromMarkdown($"[{Repeated("**a** *b* ")}]({Address})");

        Assert.Contains(links.Losses, loss => loss.What == "link whose address is named too often, kept as text");
        Assert.Contains(marks.Losses, loss => loss.What.StartsWith("link around more words than ADF has room for", StringComparison.Ordinal));
        await Task.CompletedTask;
    }

    private static string Repeated(string part, int times = Times) => string.Concat(Enumerable.Repeat(part, times));
}
