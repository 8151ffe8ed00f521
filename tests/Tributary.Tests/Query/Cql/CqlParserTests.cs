using System.Diagnostics;
using Tributary.Query.Cql;

namespace Tributary.Tests.Query.Cql;

public sealed class CqlParserTests
{
    [Fact(Timeout = 10000)]
    public void Every_example_is_read_and_printed_in_its_canonical_form()
    {
        Assert.True(CqlExamples.Valid.Length >= 150);
        foreach ((string query, string canonical) in CqlExamples.Valid)
        {
            Assert.Equal((query, canonical), (query, CqlParser.Parse(query).ToString()));
            Assert.Equal(CqlParser.Parse(query), CqlParser.Parse(canonical));
        }
    }

    [Fact(Timeout = 10000)]
    public void Every_broken_example_is_refused_with_what_is_wrong_and_where()
    {
        foreach ((string query, int position, string message) in CqlExamples.Invalid)
        {
            CqlSyntaxException error = Assert.Throws<CqlSyntaxException>(() => CqlParser.Parse(query));
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
            Assert.Equal((query, position), (query, error.Position));
            Assert.EndsWith($"(at character {position + 1})", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 10000)]
    public void And_binds_tighter_than_or_and_not_tighter_than_both()
    {
        CqlQuery query = CqlParser.Parse("not a = 1 and b = 2 or c = 3");

        var expected = new CqlOr([new CqlAnd([new CqlNot(Is("a", "1")), Is("b", "2")]), Is("c", "3")]);
        Assert.Equal(expected, query.Where);
    }

    [Fact(Timeout = 10000)]
    public void A_chain_of_one_keyword_is_one_junction_and_parentheses_make_another()
    {
        Assert.Equal(new CqlAnd([Is("a", "1"), Is("b", "2"), Is("c", "3")]), CqlParser.Parse("a = 1 and b = 2 and c = 3").Where);
        Assert.Equal(new CqlAnd([Is("a", "1"), new CqlAnd([Is("b", "2"), Is("c", "3")])]), CqlParser.Parse("a = 1 and (b = 2 and c = 3)").Where);
    }

    [Fact(Timeout = 10000)]
    public void Keywords_may_be_written_in_any_case()
    {
        Assert.Equal(
            CqlParser.Parse("a = 1 and not b in (2) or c not in (3) order by d desc"),
            CqlParser.Parse("a = 1 AND Not b In (2) oR c NOT in (3) Order By d DESC"));
    }

    [Fact(Timeout = 10000)]
    public void Sixty_four_levels_are_read_and_the_next_is_refused()
    {
        Assert.Equal(Is("a", "1"), CqlParser.Parse(new string('(', 64) + "a = 1" + new string(')', 64)).Where);

        foreach (string opening in (string[])["(", "not ", "not ("])
        {
            CqlSyntaxException error = Assert.Throws<CqlSyntaxException>(() => CqlParser.Parse(string.Concat(Enumerable.Repeat(opening, 3000)) + "a = 1"));
            Assert.Contains("nested too deeply", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 10000)]
    public void A_query_of_more_than_twenty_thousand_characters_is_refused()
    {
        string atTheLimit = "title = " + CqlText.Quote(new string('x', CqlParser.MaxLength - 10));
        Assert.Equal(CqlParser.MaxLength, atTheLimit.Length);
        Assert.NotNull(CqlParser.Parse(atTheLimit).Where);

        CqlSyntaxException error = Assert.Throws<CqlSyntaxException>(() => CqlParser.Parse(atTheLimit + " "));
        Assert.Contains("20001 characters", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public void The_longest_queries_of_every_shape_are_read_in_no_time()
    {
        string[] shapes =
        [
            "a = 1" + string.Concat(Enumerable.Repeat(" and a = 1", 1990)),
            "a = 1" + string.Concat(Enumerable.Repeat(" or a = 1 and b = 2", 1000)),
            "a in (1" + string.Concat(Enumerable.Repeat(",1", 9990)) + ")",
            "a = f(1" + string.Concat(Enumerable.Repeat(",1", 9990)) + ")",
            "a = \"" + string.Concat(Enumerable.Repeat("\\\"", 9990)) + "\"",
            "order by a" + string.Concat(Enumerable.Repeat(",a", 9990)),
        ];
        var clock = Stopwatch.StartNew();

        foreach (string query in shapes)
            Assert.NotNull(CqlParser.Parse(query));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
    }

    private static CqlComparison Is(string field, string value) => new(field, CqlOperator.Equal, new CqlLiteral(value));
}
