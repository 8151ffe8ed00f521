using FsCheck;
using FsCheck.Fluent;
using Tributary.Emulator.Search.Text;

namespace Tributary.Tests.Emulator.Search.Text;

public sealed class TextQueryTests
{
    private const string Runbook = "Deploying the payment service. First drain the queue, then deploy v1.2.3 to example.com; roll back with the well-known deploy script.";

    [Fact(Timeout = 10000)]
    public void All_words_must_occur_whatever_their_case_and_order()
    {
        Assert.True(Finds("payment", "PAYMENT", "queue drain", "the"));
        Assert.False(Finds("invoice") || Finds("payment invoice") || Finds("pay"));
    }

    [Fact(Timeout = 10000)]
    public void A_phrase_is_found_only_in_its_order()
    {
        Assert.True(Finds("\"drain the queue\"", "\"Payment Service\" script", "'drain the queue'"));
        Assert.False(Finds("\"queue the drain\"") || Finds("\"drain queue\""));
    }

    [Fact(Timeout = 10000)]
    public void A_phrase_with_slop_allows_words_in_between()
    {
        Assert.True(Finds("\"drain queue\"~1", "\"first queue\"~3"));
        Assert.False(Finds("\"first queue\"~1"));
    }

    [Fact(Timeout = 10000)]
    public void Wildcards_stand_for_characters_of_a_word()
    {
        Assert.True(Finds("deplo*", "deplo?", "d*y", "pay*ent", "well-kn*", "*", "*pay*"));
        Assert.False(Finds("deploy?") || Finds("pay?") || Finds("x*"));
    }

    [Fact(Timeout = 10000)]
    public void What_is_joined_by_punctuation_is_found_as_it_is_written()
    {
        Assert.True(Finds("v1.2.3", "example.com", "example", "well-known", "known"));
        Assert.False(Finds("v1.3.2"));
    }

    [Fact(Timeout = 10000)]
    public void Words_can_be_excluded_or_be_alternatives()
    {
        Assert.True(Finds("payment -invoice", "payment NOT invoice", "payment !invoice", "invoice OR queue", "invoice || queue", "payment AND queue", "+payment +queue", "invoice OR"
            + " (payment AND queue)"));
        Assert.False(Finds("payment -queue") || Finds("payment NOT queue") || Finds("invoice OR receipt"));
    }

    [Fact(Timeout = 10000)]
    public void Escaped_syntax_is_text()
    {
        Assert.True(Finds("\\-queue", "\\[queue\\]", "deploy\\*", "queue^4", "queue~", "queue~0.8"));
        Assert.False(Finds("deplo\\*"));
    }

    [Fact(Timeout = 10000)]
    public void A_text_without_words_finds_nothing()
    {
        Assert.False(Finds("") || Finds("  ") || Finds("OR") || Finds("\"\"") || Finds("()") || Finds("\\") || Finds("^ ~"));
    }

    [Fact(Timeout = 10000)]
    public void Languages_without_blanks_are_searched_by_runs_of_characters()
    {
        var text = new SearchableText("決済サービスの手順。Größe und Straße; Привет, мир");

        Assert.All((string[])["サービス", "手順", "決済", "größe", "STRASSE OR straße", "ПРИВЕТ"], query => Assert.NotNull(TextQuery.Parse(query).Score([new(text, 1)])));
        Assert.Null(TextQuery.Parse("順手").Score([new(text, 1)]));
    }

    [Fact(Timeout = 10000)]
    public void More_occurrences_and_heavier_fields_score_higher()
    {
        var query = TextQuery.Parse("deploy");
        double once = Score("deploy now", 1), thrice = Score("deploy deploy deploy", 1), inTitle = Score("deploy now", 8);

        Assert.True(once > 0 && thrice > once && inTitle > thrice);

        double Score(string text, double weight) => query.Score([new(new SearchableText(text), weight)])!.Value;
    }

    [Fact(Timeout = 10000)]
    public void Any_text_is_a_query()
    {
        Gen<string> texts =
            from characters in Gen.ListOf(Gen.Elements("\"*?\\ ~^()+-|&!aQ1_.ORNT\ud83d\ude00ß決".ToCharArray()))
            select new string([.. characters]);

        Check.One(PropertyCases.Of(2000), Prop.ForAll(Arb.From(texts), text =>
        {
            var query = TextQuery.Parse(text);
            var searched = new SearchableText(text);
            query.Score([new(searched, 1)]);
            return Excerpt.Of(searched, [.. query.Wanted], highlighted: true, escaped: true) is not null;
        }));
    }

    [Fact(Timeout = 10000)]
    public void A_wildcard_matches_in_time_that_no_pattern_explodes()
    {
        Assert.False(Wildcard.Matches(new string('a', 20_000), string.Concat(Enumerable.Repeat("a*", 1000)) + "b"));
        Assert.True(Wildcard.Matches("", "*") && Wildcard.Matches("abc", "a**c") && !Wildcard.Matches("", "?") && Wildcard.Matches("a*c", "a?c"));
    }

    private static bool Finds(params string[] queries) => queries.All(query => TextQuery.Parse(query).Score([new(new SearchableText(Runbook), 1)]) is not null);
}
