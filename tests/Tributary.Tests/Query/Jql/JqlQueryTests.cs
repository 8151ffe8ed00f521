using Tributary.Query.Jql;

namespace Tributary.Tests.Query.Jql;

public sealed class JqlQueryTests
{
    [Fact(Timeout = 10000)]
    public void An_allow_list_is_anded_before_the_callers_query_and_keeps_its_order()
    {
        JqlQuery restricted = JqlParser.Parse("project = HR or type = Bug order by created desc").RestrictTo("project", ["ENG", "OPS"]);

        Assert.Equal("""project in ("ENG", "OPS") AND (project = "HR" OR type = "Bug") ORDER BY created DESC""", restricted.ToString());
    }

    [Fact(Timeout = 10000)]
    public void No_query_escapes_its_allow_list()
    {
        string[] escapes =
        [
            "",
            "project = HR",
            "a = 1 or project = HR",
            "a = 1 || project = HR",
            "not (a = 1) or project = HR",
            "summary ~ \"x\\\\\" or project = HR",
            "summary ~ \"\\\") or project = HR or (summary ~ \\\"\"",
            "summary ~ '\\') or project = HR or (summary ~ \\''",
            "\"project\\\" = HR or \\\"a\" = 1 or project = HR",
            "a = \"f\\\"\"(\") or project = HR or (\") or project = HR",
            "a changed or project = HR",
            "order by created",
        ];
        foreach (string escape in escapes)
        {
            JqlQuery read = JqlParser.Parse(JqlParser.Parse(escape).RestrictTo("project", ["ENG"]).ToString());
            JqlExpression first = read.Where is JqlAnd and ? and.Terms[0] : read.Where!;

            Assert.Equal(JqlField.Named("project").In(["ENG"]), first);
            Assert.True(read.Where is JqlAnd { Terms.Count: 2 } or JqlComparison);
        }
    }

    [Fact(Timeout = 10000)]
    public void A_query_that_is_only_an_order_gains_its_first_condition()
    {
        Assert.Equal("""project in ("ENG") ORDER BY created""", JqlParser.Parse("order by created").RestrictTo("project", ["ENG"]).ToString());
    }

    [Fact(Timeout = 10000)]
    public void A_query_is_built_from_values_and_reads_like_one_that_was_typed()
    {
        JqlQuery query = JqlQuery
            .For(new JqlOr(
            [
                JqlField.Named("assignee").EqualTo(JqlFunction.Call("currentUser")),
                new JqlNot(JqlField.Named("Story Points").IsEmpty()),
                JqlField.WithId("customfield_10020").EqualTo("Sprint 7"),
                JqlField.WithId("duedate").IsNotEmpty(),
                JqlField.Named("labels").NotIn(["a b", "c"]),
                JqlField.Named("updated").Compared(JqlOperator.GreaterOrEqual, JqlFunction.Call("startOfDay", "-1d")),
                JqlField.Named("text").ContainsWords("what's (new) in \"release notes\"?"),
                JqlField.Named("summary").ContainsPhrase("say \"hello\""),
            ]))
            .And(JqlField.Named("project").EqualTo("END"))
            .OrderedBy(new JqlOrder(JqlField.Custom(10019), Descending: false), new JqlOrder(JqlField.Named("key"), Descending: null));

        Assert.Equal(
            """
            project = "END" AND (assignee = currentUser() OR NOT "Story Points" is EMPTY OR cf[10020] = "Sprint 7" OR duedate is not EMPTY OR labels not in ("a b", "c") OR updated >= startOfDay("-1d") OR text ~ "what's new in \"release notes\"" OR summary ~ "\"say hello\"") ORDER BY cf[10019] ASC, key
            """,
            query.ToString());
        Assert.Equal(query, JqlParser.Parse(query.ToString()));
    }

    [Fact(Timeout = 10000)]
    public void Empty_lists_and_blank_names_are_mistakes_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => JqlParser.Parse("type = Bug").RestrictTo("project", []));
        Assert.Throws<ArgumentException>(() => JqlField.Named(" "));
        Assert.Throws<ArgumentException>(() => JqlFunction.Call("\t"));
    }
}
