using Tributary.Query.Jql;

namespace Tributary.Tests.Query.Jql;

public sealed class JqlUsageTests
{
    [Theory(Timeout = 10000)]
    [InlineData("summary in test", "Operator 'in' does not support the non-list value '\"test\"' for field 'summary'.")]
    [InlineData("priority not in 3", "Operator 'not in' does not support the non-list value '3' for field 'priority'.")]
    [InlineData("status was in Open", "Operator 'was in' does not support the non-list value '\"Open\"' for field 'status'.")]
    [InlineData("status = (Open, Done)", "Operator '=' does not support the list value '(\"Open\", \"Done\")' for field 'status'.")]
    [InlineData("\"Story Points\" > (3, 5)", "Operator '>' does not support the list value '(3, 5)' for field 'Story Points'.")]
    [InlineData("status was not (Open)", "Operator 'was not' does not support the list value '(\"Open\")' for field 'status'.")]
    [InlineData("assignee is alice", "Operator 'is' does not support searching for non-empty values for field 'assignee'.")]
    [InlineData("assignee is not (EMPTY)", "Operator 'is not' does not support searching for non-empty values for field 'assignee'.")]
    [InlineData("duedate > EMPTY", "Operator '>' does not support the empty value representation 'EMPTY' for field 'duedate'.")]
    [InlineData("issue.property[tasks].done in null", "Operator 'in' does not support the empty value representation 'EMPTY' for field 'issue.property[tasks].done'.")]
    [InlineData("status changed before (11, 12)", "The BEFORE predicate must be supplied with only 1 date value.")]
    [InlineData("status changed during 11", "The DURING predicate must be supplied with exactly 2 date values.")]
    [InlineData("status was Open during (1, 2, 3)", "The DURING predicate must be supplied with exactly 2 date values.")]
    public void A_value_that_does_not_fit_its_operator_is_named_in_Jiras_words(string jql, string problem)
    {
        Assert.Equal([problem], JqlUsage.Problems(JqlParser.Parse(jql)));
    }

    [Fact(Timeout = 10000)]
    public void Every_misuse_is_listed_wherever_it_stands()
    {
        JqlQuery query = JqlParser.Parse("a in b and not (c = (d) or e is f) and g was in EMPTY on (h, i) during j");

        Assert.Equal(6, JqlUsage.Problems(query).Count);
    }

    [Fact(Timeout = 10000)]
    public void No_query_of_the_documentation_misuses_a_value()
    {
        Assert.All(QueryFile.Read("Jql/queries.txt"), entry => Assert.Empty(JqlUsage.Problems(JqlParser.Parse(entry["jql"]))));
        Assert.Empty(JqlUsage.Problems(JqlParser.Parse("")));
    }
}
