using FsCheck;
using FsCheck.Fluent;
using Tributary.Query.Cql;

namespace Tributary.Tests.Query.Cql;

public sealed class CqlPropertyTests
{
    private static readonly Config Thorough = PropertyCases.Of(1000);

    // Characters that could end a literal or be taken for syntax, among ordinary ones; halves of surrogate pairs included.
    private static readonly Gen<string> Texts =
        from characters in Gen.ListOf(Gen.OneOf(Gen.Elements('"', '\'', '\\', '\n', '\r', '\0', ' ', '(', ')', ',', '~', '*', '\ud83d', '\ude00', '“'), Gen.Choose(0, 0xffff).Select(c => (char)c)))
        select new string([.. characters]);

    private static readonly Gen<string> Fields = Gen.Elements("space", "space.key", "lastModified", "content.property[a.b-c].d", "user.fullname");

    [Fact(Timeout = 10000)]
    public void Any_tree_is_printed_and_read_back_equal()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(Queries), query => CqlParser.Parse(query.ToString()).Equals(query)));
    }

    [Fact(Timeout = 10000)]
    public void A_quoted_text_is_read_back_as_exactly_that_text()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(Texts), text =>
            CqlParser.Parse("title = " + CqlText.Quote(text)).Where!.Equals(new CqlComparison("title", CqlOperator.Equal, new CqlLiteral(text)))));
    }

    [Fact(Timeout = 10000)]
    public void Words_and_phrases_stay_inside_their_literal()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(Texts), text =>
            CqlParser.Parse($"text ~ {CqlText.Words(text)}").Where is CqlComparison { Value: CqlLiteral words }
            && CqlParser.Parse($"text ~ {CqlText.Phrase(text)}").Where is CqlComparison { Value: CqlLiteral }
            && !words.Value.AsSpan().ContainsAny("*?\\()")));
    }

    [Fact(Timeout = 10000)]
    public void Any_text_is_read_or_refused_with_a_position_inside_it()
    {
        Gen<string> soups =
            from parts in Gen.ListOf(Gen.OneOf(Texts, Gen.Elements("space", " = ", " and ", " or ", " not ", " in ", "(", ")", ",", " order by ", "\"x\"", " 1 ", "now(")))
            select string.Concat(parts);

        Check.One(Thorough, Prop.ForAll(Arb.From(soups), soup =>
        {
            try
            {
                CqlQuery query = CqlParser.Parse(soup);
                return CqlParser.Parse(query.ToString()).Equals(query);
            }
            catch (CqlSyntaxException error)
            {
                return error.Position >= 0 && error.Position <= soup.Length;
            }
        }));
    }

    private static Gen<CqlQuery> Queries =>
        from depth in Gen.Choose(0, 5)
        from expression in Expressions(depth)
        from orders in Gen.ListOf(from name in Fields from down in Gen.Elements(true, false) select new CqlOrder(name, down))
        select new CqlQuery(expression, orders);

    private static Gen<CqlExpression> Expressions(int depth) => depth == 0
        ? Comparisons
        : Gen.OneOf(
            Comparisons,
            Expressions(depth - 1).Select(CqlExpression (term) => new CqlNot(term)),
            Terms(depth - 1).Select(CqlExpression (terms) => new CqlAnd(terms)),
            Terms(depth - 1).Select(CqlExpression (terms) => new CqlOr(terms)));

    private static Gen<CqlExpression[]> Terms(int depth) =>
        from count in Gen.Choose(2, 4)
        from terms in Gen.ArrayOf(Expressions(depth), count)
        select terms;

    private static Gen<CqlExpression> Comparisons =>
        from name in Fields
        from comparison in Gen.Elements(Enum.GetValues<CqlOperator>())
        from value in comparison is CqlOperator.In or CqlOperator.NotIn ? Gen.OneOf(Functions, Lists) : Gen.OneOf(Functions, Literals)
        select (CqlExpression)new CqlComparison(name, comparison, value);

    private static Gen<CqlValue> Literals => Gen.OneOf(Texts, Gen.Choose(0, int.MaxValue).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        .Select(CqlValue (text) => new CqlLiteral(text));

    private static Gen<CqlValue> Functions =>
        from name in Gen.Elements("now", "currentUser", "recentlyViewedContent")
        from arguments in Gen.ListOf(Texts)
        select (CqlValue)new CqlFunction(name, arguments.Take(3).ToArray());

    private static Gen<CqlValue> Lists =>
        from items in Gen.NonEmptyListOf(Gen.OneOf(Literals, Functions))
        select (CqlValue)new CqlList(items.Take(5).ToArray());
}
