using System.Globalization;
using System.Text;
using Tributary.Bench;
using Tributary.Markup;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
foreach (int bytes in (int[])[20_000, 200_000, 1_000_000])
{
    string page = BenchPage.OfBytes(bytes);
    string markdown = StorageFormat.ToMarkdown(page).Text;
    string changed = markdown.Replace("sentence", "clause", StringComparison.Ordinal);
    int middle = markdown.IndexOf("sentence", markdown.Length / 2, StringComparison.Ordinal);
    string oneWord = markdown.Remove(middle, "sentence".Length).Insert(middle, "clause");
    string paragraph = $"<p>{string.Concat(Enumerable.Range(0, bytes / 12).Select(number => $"word{number:D5} is "))}</p>";
    string paragraphChanged = StorageFormat.ToMarkdown(paragraph).Text.Replace("word00100", "changed", StringComparison.Ordinal);
    IReadOnlyList<Timing> timings = Measure.ByTurns(
        rounds: 9,
        () => Markdig.Markdown.Parse(markdown),
        () => StorageFormat.ToMarkdown(page),
        () => StorageFormat.FromMarkdown(markdown),
        () => StorageFormat.FromMarkdown(markdown, page),
        () => StorageFormat.FromMarkdown(oneWord, page),
        () => StorageFormat.FromMarkdown(changed, page),
        () => StorageFormat.FromMarkdown(paragraphChanged, paragraph));
    bool same = StorageFormat.FromMarkdown(markdown, page).Text == page;
    Console.WriteLine($"A page of {Encoding.UTF8.GetByteCount(page):N0} bytes, {Encoding.UTF8.GetByteCount(markdown):N0} as Markdown{(same ? "" : "; NOT THE SAME after a round trip")}:");
    Show("Markdig parses the Markdown", markdown, timings[0]);
    Show("storage to Markdown", page, timings[1]);
    Show("Markdown to new storage", markdown, timings[2]);
    Show("Markdown onto its base, unchanged", page, timings[3]);
    Show("Markdown onto its base, a word changed", page, timings[4]);
    Show("Markdown onto its base, a word changed in each section", page, timings[5]);
    Show("one paragraph as long, a word changed", paragraph, timings[6]);

    void Show(string what, string text, Timing timing)
    {
        double size = Encoding.UTF8.GetByteCount(text);
        Console.WriteLine(
            $"  {what,-56} {timing.Milliseconds,8:F2} ms {size / timing.Milliseconds / 1000,7:F1} MB/s, {timing.Milliseconds / timings[0].Milliseconds,5:F2} times Markdig, {timing.AllocatedBytes / size,6:F1} bytes a byte");
    }
}

Depth.Show();
