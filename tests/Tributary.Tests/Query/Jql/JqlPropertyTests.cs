using FsCheck;
using FsCheck.Fluent;
using Tributary.Query.Jql;

namespace Tributary.Tests.Query.Jql;

public sealed class JqlPropertyTests
{
    private static readonly Config Thorough = PropertyCases.Of(1000);

    // Characters that could end a literal or be taken for syntax, among ordinary ones; halves of surrogate pairs included.
    private static readonly Gen<string> Texts =
        from characters in Gen.ListOf(Gen.OneOf(
            Gen.Elements('"', '\'', '\\', '\n', '\r', '\t', '\0', ' ', '(', ')', '[', ']', ',', '=', '!', '~', '&', '|', '@', '.', 'u', '-', '1', '\ud83d', '\ude00', '\u2028', '“'),
            Gen.Choose(0, 0xffff).Select(c => (char)c)))
        select new string([.. characters]);

    private static readonly Gen<string> Names = Gen.OneOf(
        Gen.Elements("project", "Story Points", "Team[Team]", "cf[10010]", "cf[010]", "CF[1]", "issue.property", "and", "date", "10010", "-5", "cf", "größe", "a.b-c_d"),
        Texts.Where(text => !string.IsNullOrWhiteSpace(text)));

    [Fact(Timeout = 10000)]
    public void Any_tree_is_printed_and_read_back_equal_and_prints_the_same_again()
    {
        Check.One(Thorough.WithMaxTest(500), Prop.ForAll(Arb.From(Queries), query =>
        {
            string printed = query.ToString();
            JqlQuery read = JqlParser.Parse(printed);
            return read.Equals(query) && read.ToString() == printed;
        }));
    }

    [Fact(Timeout = 10000)]
    public void An_argument_of_a_tool_stays_inside_its_literal_wherever_it_is_put()
    {
        Gen<(string Value, string Name, string[] Arguments)> arguments =
            from value in Texts
            from name in Names
            from others in Gen.ListOf(Texts)
            select (value, name, (string[])[.. others]);

        Check.One(Thorough, Prop.ForAll(Arb.From(arguments), put =>
        {
            JqlExpression[] built =
            [
                JqlField.Named(put.Name).EqualTo(put.Value),
                JqlField.Named(put.Name).In([put.Value, .. put.Arguments]),
                JqlField.Named(put.Name).EqualTo(new JqlFunction(put.Name, put.Arguments)),
                JqlField.Named(put.Name).ContainsWords(put.Value),
                JqlField.Named(put.Name).ContainsPhrase(put.Value),
                new JqlComparison(new JqlField(put.Name, [new JqlProperty(put.Value, put.Name)]), JqlOperator.Is, new JqlEmpty()),
                new JqlChanged(JqlField.Named(put.Name), [new JqlPredicate(JqlPredicateKind.By, new JqlLiteral(put.Value))]),
            ];
            JqlQuery query = JqlQuery.For(new JqlAnd(built)).OrderedBy(new JqlOrder(JqlField.Named(put.Name), Descending: true));
            return JqlParser.Parse(query.ToString()).Equals(query);
        }));
    }

    [Fact(Timeout = 10000)]
    public void A_text_quoted_by_hand_is_read_back_as_exactly_that_text()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(Texts), text =>
            JqlParser.Parse($"summary ~ {JqlText.Quote(text)}").Where!.Equals(new JqlComparison(JqlField.Named("summary"), JqlOperator.Contains, new JqlLiteral(text)))));
        Check.One(Thorough, Prop.ForAll(Arb.From(Names), name => JqlParser.Parse($"{JqlText.FieldName(name)} = a").Where!.Equals(JqlField.Named(name).EqualTo("a"))));
    }

    [Fact(Timeout = 10000)]
    public void Any_text_is_read_or_refused_with_a_place_inside_it()
    {
        Gen<string> soups =
            from parts in Gen.ListOf(Gen.OneOf(
                Texts,
                Gen.Elements(
                    "project", " = ", " and ", " or ", " not ", " in ", " is ", " empty ", " was ", " changed ", " from ", " by ", " during ", "(", ")", ",", "&&", "|", "!", "!=", "cf[", "]",
                    " order by ", " desc", "\"x\"", "'y'", " 1 ", "now(", "\\u0041", ".p", "limit")))
            select string.Concat(parts);

        Check.One(Thorough.WithMaxTest(5000), Prop.ForAll(Arb.From(soups), soup =>
        {
            try
            {
                JqlQuery query = JqlParser.Parse(soup);
                return JqlParser.Parse(query.ToString()).Equals(query);
            }
            catch (JqlSyntaxException error)
            {
                return error.Position >= 0 && error.Position <= soup.Length && error.Line >= 1 && error.Character >= 1 && error.Message.Length < 1000;
            }
        }));
    }

    private static Gen<JqlQuery> Queries =>
        from depth in Gen.Choose(0, 4)
        from expression in Gen.OneOf(Expressions(depth), Gen.Constant<JqlExpression?>(null)!)
        from orders in Gen.ListOf(from subject in Fields from down in Gen.Elements<bool?>(true, false, null) select new JqlOrder(subject, down))
        select new JqlQuery(expression, [.. orders]);

    private static Gen<JqlExpression> Expressions(int depth) => depth == 0
        ? Clauses
        : Gen.OneOf(
            Clauses,
            Expressions(depth - 1).Select(JqlExpression (term) => new JqlNot(term)),
            Terms(depth - 1).Select(JqlExpression (terms) => new JqlAnd(terms)),
            Terms(depth - 1).Select(JqlExpression (terms) => new JqlOr(terms)));

    private static Gen<JqlExpression[]> Terms(int depth) =>
        from count in Gen.Choose(2, 4)
        from terms in Gen.ArrayOf(Expressions(depth), count)
        select terms;

    private static Gen<JqlExpression> Clauses => Gen.OneOf(
        from subject in Fields
        from comparison in Gen.Elements(Enum.GetValues<JqlOperator>().Where(comparison => comparison < JqlOperator.Was).ToArray())
        from value in Values(2)
        select (JqlExpression)new JqlComparison(subject, comparison, value),
        from subject in Fields
        from comparison in Gen.Elements(JqlOperator.Was, JqlOperator.WasNot, JqlOperator.WasIn, JqlOperator.WasNotIn)
        from value in Values(2)
        from predicates in Predicates(JqlPredicateKind.By)
        select (JqlExpression)new JqlWas(subject, comparison, value, predicates),
        from subject in Fields
        from predicates in Predicates(JqlPredicateKind.To)
        select (JqlExpression)new JqlChanged(subject, predicates));

    private static Gen<JqlPredicate[]> Predicates(JqlPredicateKind last) =>
        from count in Gen.Choose(0, 3)
        from predicates in Gen.ArrayOf(
            from kind in Gen.Elements(Enum.GetValues<JqlPredicateKind>().Where(kind => kind <= last).ToArray())
            from value in Values(1)
            select new JqlPredicate(kind, value),
            count)
        select predicates;

    private static Gen<JqlField> Fields =>
        from name in Names
        from properties in Gen.ListOf(from key in Texts from path in Texts select new JqlProperty(key, path))
        from several in Gen.Elements(0, 0, 0, 1, 2)
        select new JqlField(name, [.. properties.Take(several)]);

    private static Gen<JqlValue> Values(int depth) => depth == 0
        ? Gen.OneOf(Texts.Select(JqlValue (text) => new JqlLiteral(text)), Numbers, Gen.Constant<JqlValue>(new JqlEmpty()), Functions)
        : Gen.OneOf(Values(0), from items in Gen.NonEmptyListOf(Values(depth - 1)) select (JqlValue)new JqlList([.. items.Take(4)]));

    private static Gen<JqlValue> Numbers => Gen.OneOf(
        Gen.Choose(-1_000_000, 1_000_000).Select(JqlValue (number) => new JqlNumber(number)),
        Gen.Elements<JqlValue>(new JqlNumber(long.MaxValue), new JqlNumber(long.MinValue)));

    private static Gen<JqlValue> Functions =>
        from name in Gen.OneOf(Gen.Elements("now", "currentUser", "membersOf"), Names)
        from arguments in Gen.ListOf(Texts)
        select (JqlValue)new JqlFunction(name, [.. arguments.Take(3)]);
}
