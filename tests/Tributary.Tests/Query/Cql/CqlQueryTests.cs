using Tributary.Query.Cql;

namespace Tributary.Tests.Query.Cql;

public sealed class CqlQueryTests
{
    [Fact(Timeout = 10000)]
    public void An_allow_list_is_anded_before_the_callers_query_and_keeps_its_order()
    {
        CqlQuery restricted = CqlParser.Parse("space = HR or type = page order by created desc").RestrictTo("space", ["ENG", "OPS"]);

        Assert.Equal("""space in ("ENG", "OPS") and (space = "HR" or type = "page") order by created desc""", restricted.ToString());
    }

    [Fact(Timeout = 10000)]
    public void No_query_escapes_its_allow_list()
    {
        string[] escapes =
        [
            "space = HR",
            "a = 1 or space = HR",
            "not (a = 1) or space = HR",
            "title = \"x\\\\\" or space = HR",
            "title = \"\\\") or space = HR or (title = \\\"\"",
            "order by created",
        ];
        foreach (string escape in escapes)
        {
            CqlQuery read = CqlParser.Parse(CqlParser.Parse(escape).RestrictTo("space", ["ENG"]).ToString());
            CqlExpression first = read.Where is CqlAnd and ? and.Terms[0] : read.Where!;

            Assert.Equal(new CqlComparison("space", CqlOperator.In, new CqlList([new CqlLiteral("ENG")])), first);
            Assert.True(read.Where is CqlAnd { Terms.Count: 2 } or CqlComparison);
        }
    }

    [Fact(Timeout = 10000)]
    public void A_query_that_is_only_an_order_gains_its_first_condition()
    {
        Assert.Equal("""space in ("ENG") order by created asc""", CqlParser.Parse("order by created").RestrictTo("space", ["ENG"]).ToString());
    }

    [Fact(Timeout = 10000)]
    public void Further_conditions_narrow_a_query()
    {
        CqlQuery query = CqlParser.Parse("not label = old").And(new CqlComparison("type", CqlOperator.Equal, new CqlLiteral("page")));

        Assert.Equal("""type = "page" and not label = "old" """.TrimEnd(), query.ToString());
    }

    [Fact(Timeout = 10000)]
    public void An_empty_allow_list_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => CqlParser.Parse("type = page").RestrictTo("space", []));
    }
}
