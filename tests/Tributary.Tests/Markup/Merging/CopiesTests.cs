using Tributary.Markup;
using Tributary.Markup.Adf;

namespace Tributary.Tests.Markup.Merging;

public sealed class CopiesTests
{
    private const int Times = 1_000;

    private static readonly string Unseen = new('x', 5_000);

    public static TheoryData<string> Bodies =>
    [
        $"<p>a</p><x:y z=\"{Unseen}\" />",
        $"<p>a <x:y z=\"{Unseen}\" /> b</p>",
        $"<p>a</p><ac:structured-macro ac:name=\"toc\" ac:macro-id=\"{Unseen}\" />",
        $"<p>a <ac:structured-macro ac:name=\"jira\" ac:macro-id=\"{Unseen}\"><ac:parameter ac:name=\"key\">A-1</ac:parameter></ac:structured-macro> b</p>",
        $"<ac:structured-macro ac:name=\"expand\" ac:macro-id=\"{Unseen}\"><ac:rich-text-body><p>a</p></ac:rich-text-body></ac:structured-macro>",
    ];

    public static TheoryData<string> Documents =>
    [
        Document($"{{\"type\":\"extension\",\"attrs\":{{\"extensionType\":\"a\",\"extensionKey\":\"toc\",\"text\":\"{Unseen}\"}}}}"),
        Document($"{{\"type\":\"paragraph\",\"content\":[{{\"type\":\"text\",\"text\":\"a \"}},{{\"type\":\"inlineExtension\",\"attrs\":{{\"extensionType\":\"a\",\"extensionKey\":\"x\",\"text\":\"{Unseen}\"}}}}]}}"),
    ];

    [Theory(Timeout = 10000)]
    [MemberData(nameof(Bodies))]
    public async Task A_placeholder_that_is_named_again_and_again_is_copied_once(string body)
    {
        await Task.CompletedTask;
        string markdown = StorageFormat.ToMarkdown(body).Text;
        Holds(body, markdown, repeated => StorageFormat.FromMarkdown(repeated, body));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(Documents))]
    public async Task So_it_is_in_ADF(string adf)
    {
        await Task.CompletedTask;
        string markdown = AdfDocument.ToMarkdown(adf).Text;
        Holds(adf, markdown, repeated => AdfDocument.FromMarkdown(repeated, adf));
    }

    [Fact(Timeout = 10000)]
    public async Task So_it_is_in_wiki_markup()
    {
        await Task.CompletedTask;
        string wiki = string.Concat(Enumerable.Repeat("{toc:x=1}\n", 3));
        Holds(wiki, WikiMarkup.ToMarkdown(wiki).Text, repeated => WikiMarkup.FromMarkdown(repeated, wiki));
    }

    private static void Holds(string source, string markdown, Func<string, Conversion> convert)
    {
        Assert.Contains("#m1}", markdown, StringComparison.Ordinal);
        string repeated = string.Concat(Enumerable.Repeat(markdown + "\n", Times));
        Conversion all = convert(repeated);
        Assert.InRange(all.Text.Length, 0, (2 * source.Length) + (10 * repeated.Length));
        Assert.Contains(all.Losses, loss => loss.Count >= Times - 2);
    }

    private static string Document(string content) => $"{{\"type\":\"doc\",\"version\":1,\"content\":[{content}]}}";
}
