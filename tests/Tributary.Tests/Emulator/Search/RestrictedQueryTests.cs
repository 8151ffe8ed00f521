using Tributary.Emulator.Search;
using Tributary.Emulator.World;
using Tributary.Query.Cql;
using Tributary.Tests.Query.Cql;

namespace Tributary.Tests.Emulator.Search;

/// <summary>The allow-list of the tools, tried against the emulated site.</summary>
public sealed class RestrictedQueryTests : IDisposable
{
    private readonly SmallWiki wiki = new();

    public void Dispose() => wiki.Dispose();

    [Fact(Timeout = 10000)]
    public void Every_example_is_answered_or_refused_in_Confluences_words()
    {
        int answered = 0;
        foreach ((string query, _) in CqlExamples.Valid)
            answered += Found(query) is not null ? 1 : 0;

        Assert.InRange(answered, 60, CqlExamples.Valid.Length);
    }

    [Fact(Timeout = 10000)]
    public void No_query_finds_a_row_outside_its_allow_list()
    {
        string[] attacks =
        [
            "space = HR",
            "space = HR or space = OPS",
            "type = page or type = blogpost or not type = page",
            "not space = ENG",
            "text ~ \"payment\\\" or space = \\\"HR\"",
            "title ~ \"x\" or title !~ \"x\"",
            "type = space",
            "order by space desc",
            .. CqlExamples.Valid.Select(example => example.Query),
        ];
        foreach (string attack in attacks)
        {
            string restricted = CqlParser.Parse(attack).RestrictTo("space", ["ENG"]).ToString();
            Assert.All(Found(restricted) ?? [], hit => Assert.Equal(("ENG", attack), (hit.Space!.Key, attack)));
        }
    }

    [Fact(Timeout = 10000)]
    public void No_words_of_a_person_leave_their_literal()
    {
        string[] attacks = ["\" or space = \"HR", "\\\" or space = HR or title ~ \\\"", "payment\") or (space = \"HR", "payment OR salaries", "* OR *", "'", "\\"];
        foreach (string attack in attacks)
        {
            string restricted = CqlParser.Parse($"text ~ {CqlText.Words(attack)} or text ~ {CqlText.Phrase(attack)} or title = {CqlText.Quote(attack)}").RestrictTo("space", ["ENG"]).ToString();
            IReadOnlyList<SearchHit>? found = Found(restricted);

            Assert.NotNull(found);
            Assert.All(found, hit => Assert.Equal("ENG", hit.Space!.Key));
        }
    }

    /// <summary>Null when the site refuses the query.</summary>
    private IReadOnlyList<SearchHit>? Found(string cql)
    {
        try
        {
            return wiki.Hits(cql, wiki.Alice);
        }
        catch (ConfluenceException refusal)
        {
            Assert.Equal(400, refusal.Status);
            Assert.StartsWith("Could not parse cql : ", refusal.Message, StringComparison.Ordinal);
            return null;
        }
    }
}
