using Tributary.Emulator.Search.Text;

namespace Tributary.Tests.Emulator.Search.Text;

public sealed class ExcerptTests
{
    [Fact(Timeout = 10000)]
    public void The_words_looked_for_stand_between_Confluences_marks()
    {
        Assert.Equal(
            "Drain the @@@hl@@@Queue@@@endhl@@@ &amp; check the @@@hl@@@queue@@@endhl@@@ again",
            Of("Drain the Queue & check\nthe  queue again", "queue", highlighted: true, escaped: true));
        Assert.Equal("Drain the Queue & check the queue again", Of("Drain the Queue & check\nthe  queue again", "queue", highlighted: false, escaped: false));
    }

    [Fact(Timeout = 10000)]
    public void Of_a_phrase_each_word_is_marked_and_only_where_the_phrase_stands()
    {
        Assert.Equal("the queue: @@@hl@@@drain@@@endhl@@@ @@@hl@@@it@@@endhl@@@", Of("the queue: drain it", "\"drain it\"", highlighted: true, escaped: true));
    }

    [Fact(Timeout = 10000)]
    public void Of_a_long_text_the_stretch_with_the_most_hits_is_shown()
    {
        string text = "needle " + string.Join(' ', Enumerable.Repeat("hay", 400)) + " here the needle and the other needle lie " + string.Join(' ', Enumerable.Repeat("straw", 400));
        string excerpt = Of(text, "needle", highlighted: true, escaped: true);

        Assert.Contains("here the @@@hl@@@needle@@@endhl@@@ and the other @@@hl@@@needle@@@endhl@@@ lie", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Replace("@@@hl@@@", "", StringComparison.Ordinal).Replace("@@@endhl@@@", "", StringComparison.Ordinal).Length, 200, 300);
    }

    [Fact(Timeout = 10000)]
    public void Without_hits_the_beginning_is_shown()
    {
        Assert.StartsWith("word0 word1 ", Of(string.Join(' ', Enumerable.Range(0, 400).Select(i => $"word{i}")), "missing", highlighted: true, escaped: true), StringComparison.Ordinal);
        Assert.Equal("", Of("", "missing", highlighted: true, escaped: true));
    }

    [Fact(Timeout = 10000)]
    public void One_endless_word_makes_no_endless_excerpt()
    {
        Assert.Equal(300, Of(new string('x', 10_000), "missing", highlighted: true, escaped: false).Length);
        Assert.Equal(300, Of(new string('-', 10_000), "missing", highlighted: true, escaped: false).Length);
    }

    private static string Of(string text, string query, bool highlighted, bool escaped) =>
        Excerpt.Of(new SearchableText(text), [.. TextQuery.Parse(query).Wanted], highlighted, escaped);
}
