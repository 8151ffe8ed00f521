using Tributary.Markup;
using Tributary.Markup.Adf;

namespace Tributary.Tests.Markup.Fuzzing;

/// <summary>Twice the text takes twice the memory, and so no more than twice the time to fill it. Memory is counted, for time is nobody's alone.</summary>
[Trait("Requires", "Time")]
public sealed class LinearTests
{
    private const int Times = 1_500;

    // What is kept for each part grows by doubling, and twice as much may fall just behind a step of that.
    private const double MostFold = 2.9;

    private const string AdfPage = "{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"y\"}]}]}";

    [Theory(Timeout = 60000)]
    [InlineData("<b>a</b>")]
    [InlineData("<b>a</b>c")]
    [InlineData("<b>a</b> <i>b</i> ")]
    [InlineData("<code>a</code>")]
    [InlineData("<code>a</code> b ")]
    [InlineData("<a href=\"x\">a</a>")]
    [InlineData("<a href=\"x#\">a#</a>")]
    [InlineData("<span style=\"color:rgb(1,2,#)\">a</span>")]
    [InlineData("<ac:inline-comment-marker ac:ref=\"#\">a</ac:inline-comment-marker>")]
    [InlineData("<ac:image><ri:attachment ri:filename=\"a#\" /></ac:image>")]
    [InlineData("a <ac:structured-macro ac:name=\"m#\" /> ")]
    [InlineData("a\u200B")]
    [InlineData("a<br/>")]
    [InlineData("<li>a</li>")]
    [InlineData("<p>a#</p>")]
    [InlineData("<ul><li>a</li></ul>")]
    [InlineData("<td>a</td>")]
    public async Task Storage_format_of_any_length(string part)
    {
        Holds(part, storage => StorageFormat.FromMarkdown("y", storage));
        Holds(part, storage => StorageFormat.FromMarkdown(Changed(StorageFormat.ToMarkdown(storage).Text), storage));
        Holds($"<p>{part}</p>", storage => StorageFormat.FromMarkdown(Changed(StorageFormat.ToMarkdown(storage).Text), storage));
        await Task.CompletedTask;
    }

    [Theory(Timeout = 60000)]
    [InlineData("a*b*")]
    [InlineData("**a**_b_")]
    [InlineData("`a` b ")]
    [InlineData("[a](x)")]
    [InlineData("![a](x)")]
    [InlineData(":status[a]")]
    [InlineData(":x[a]{#m1} ")]
    [InlineData("\\*a")]
    [InlineData("<u>a</u>")]
    [InlineData("- a\n")]
    [InlineData("a#\n\n")]
    [InlineData("::toc{#m1}\n\n")]
    [InlineData("| a")]
    public async Task Markdown_of_any_length(string part)
    {
        foreach (Func<string, Conversion> convert in (Func<string, Conversion>[])[
            StorageFormat.FromMarkdown, markdown => StorageFormat.FromMarkdown(markdown, "<p>y</p>"), AdfDocument.FromMarkdown, markdown => AdfDocument.FromMarkdown(markdown, AdfPage),
            WikiMarkup.FromMarkdown, markdown => WikiMarkup.FromMarkdown(markdown, "y")])
            Holds(part, convert);
        await Task.CompletedTask;
    }

    [Theory(Timeout = 60000)]
    [InlineData("*a")]
    [InlineData("_a_*b*")]
    [InlineData("[a|b")]
    [InlineData("!a|")]
    [InlineData("h1.")]
    [InlineData("{panel:")]
    [InlineData("{color:red}a{color}")]
    [InlineData("{quote}a{quote}\n")]
    [InlineData("|a|\n")]
    [InlineData("* a#\n")]
    public async Task Wiki_markup_of_any_length(string part)
    {
        Holds(part, wiki => WikiMarkup.FromMarkdown("y", wiki));
        Holds(part, wiki => WikiMarkup.FromMarkdown(Changed(WikiMarkup.ToMarkdown(wiki).Text), wiki));
        await Task.CompletedTask;
    }

    private static string Changed(string markdown) => markdown.Replace('a', 'q');

    private static void Holds(string part, Func<string, Conversion> convert)
    {
        string once = Repeated(part, Times), twice = Repeated(part, 2 * Times);
        convert(once);
        long first = Allocated(once), second = Allocated(twice);
        Assert.True(second < MostFold * first, $"{first} bytes for {once.Length} characters of '{part}', {second} for twice as many.");

        long Allocated(string text)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.InRange(convert(text).Text.Length, 0, 64 * text.Length);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static string Repeated(string part, int times) =>
        string.Concat(Enumerable.Range(0, times).Select(number => part.Replace("#", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
