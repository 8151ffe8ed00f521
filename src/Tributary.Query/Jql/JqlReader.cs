using System.Globalization;

namespace Tributary.Query.Jql;

/// <summary>Recursive descent, one method for each rule of the grammar.</summary>
internal sealed class JqlReader(string jql)
{
    private readonly List<JqlToken> tokens = JqlLexer.Tokens(jql);
    private int next;
    private int depth;
    private int clauses;

    private JqlToken Token => tokens[next];

    public JqlQuery Query()
    {
        JqlExpression? where = Token.Kind == JqlTokenKind.End || Token.Is("order") ? null : Or();
        List<JqlOrder> orderBy = Token.Is("order") ? OrderBy() : [];
        if (Token.Kind == JqlTokenKind.End)
            return new JqlQuery(where, orderBy);

        throw Error(JqlMessages.Expecting(
            orderBy switch
            {
                [] => "either 'OR' or 'AND'",
                [.., { Descending: null }] => "either 'ASC' or 'DESC'",
                _ => "','",
            },
            Token));
    }

    private JqlExpression Or() => Junction(JqlTokenKind.Or, And, terms => new JqlOr(terms));

    private JqlExpression And() => Junction(JqlTokenKind.And, Not, terms => new JqlAnd(terms));

    private JqlExpression Junction(JqlTokenKind keyword, Func<JqlExpression> operand, Func<List<JqlExpression>, JqlExpression> join)
    {
        JqlExpression first = operand();
        if (Token.Kind != keyword)
            return first;

        List<JqlExpression> terms = [first];
        while (Take(keyword))
            terms.Add(operand());

        return join(terms);
    }

    private JqlExpression Not() => Token.Kind switch
    {
        JqlTokenKind.Not or JqlTokenKind.Bang => Nested(() => new JqlNot(Not())),
        JqlTokenKind.Open => Nested(Parenthesised),
        _ => Clause(),
    };

    private JqlExpression Parenthesised()
    {
        JqlExpression inner = Or();
        Expect(JqlTokenKind.Close, "')'");
        return inner;
    }

    /// <summary>Steps over the token that opens a level, and bounds how many are open.</summary>
    private T Nested<T>(Func<T> inner)
    {
        if (++depth > JqlParser.MaxDepth)
            throw Error(JqlMessages.TooDeep);

        Advance();
        T result = inner();
        depth--;
        return result;
    }

    private JqlExpression Clause()
    {
        if (++clauses > JqlParser.MaxClauses)
            throw Error(JqlMessages.TooManyClauses);

        JqlField field = Field();
        if (Token.Is("changed"))
            return Changed(field);

        if (Token.Is("was"))
            return Was(field);

        JqlOperator comparison = Operator();
        JqlValue value = Value();
        JqlToken start = Token;
        return Predicates() is { Count: > 0 } predicates
            ? throw Unlocated(JqlMessages.PredicateOnOperator(comparison, predicates), start)
            : new JqlComparison(field, comparison, value);
    }

    private JqlChanged Changed(JqlField field)
    {
        Advance();
        JqlToken start = Token;
        if (start.IsText || start.Kind == JqlTokenKind.Open || IsEmpty(start))
            throw Unlocated(JqlMessages.ChangedToNothing(Value()), start);

        return new JqlChanged(field, Predicates());
    }

    private JqlWas Was(JqlField field)
    {
        Advance();
        bool not = Take(JqlTokenKind.Not);
        bool membership = Take("in");
        JqlOperator comparison = (not, membership) switch
        {
            (false, false) => JqlOperator.Was,
            (true, false) => JqlOperator.WasNot,
            (false, true) => JqlOperator.WasIn,
            (true, true) => JqlOperator.WasNotIn,
        };
        JqlValue value = Value();
        JqlToken start = Token;
        List<JqlPredicate> predicates = Predicates();
        return predicates.Exists(predicate => predicate.Kind is JqlPredicateKind.From or JqlPredicateKind.To)
            ? throw Unlocated(JqlMessages.PredicateOnOperator(comparison, predicates), start)
            : new JqlWas(field, comparison, value, predicates);
    }

    private List<JqlPredicate> Predicates()
    {
        List<JqlPredicate> predicates = [];
        while (PredicateKind(Token) is { } kind)
        {
            Advance();
            predicates.Add(new JqlPredicate(kind, Value()));
        }

        return predicates;
    }

    private static JqlPredicateKind? PredicateKind(JqlToken token)
    {
        foreach (JqlPredicateKind kind in Enum.GetValues<JqlPredicateKind>())
        {
            if (token.Is(kind.Keyword()))
                return kind;
        }

        return null;
    }

    private JqlField Field()
    {
        if (Token.Is("cf"))
            return new JqlField(CustomField(), Properties());

        if (!Token.IsText)
            throw Error(JqlMessages.Field(Token));

        if (string.IsNullOrWhiteSpace(Token.Text))
            throw Error(JqlMessages.EmptyField);

        return new JqlField(Advance().Text, Properties());
    }

    private string CustomField()
    {
        Advance();
        Expect(JqlTokenKind.OpenBracket, "'['");
        if (Token.Kind != JqlTokenKind.Number || Token.Text[0] == '-')
            throw Error(JqlMessages.Expecting("a custom field id (a positive number)", Token));

        long id = Number(Advance());
        Expect(JqlTokenKind.CloseBracket, "']'");
        return string.Create(CultureInfo.InvariantCulture, $"cf[{id}]");
    }

    private List<JqlProperty> Properties()
    {
        List<JqlProperty> properties = [];
        while (Take(JqlTokenKind.OpenBracket))
        {
            string key = Token.IsText ? Advance().Text : throw Error(JqlMessages.Property(Token));
            Expect(JqlTokenKind.CloseBracket, "']'");
            string path = Token.IsText && Token.Text.StartsWith('.') ? Advance().Text[1..] : "";
            properties.Add(new JqlProperty(key, path));
        }

        return properties;
    }

    private JqlOperator Operator()
    {
        if (Token.Kind == JqlTokenKind.Operator)
            return JqlOperators.FromSymbol(Advance().Text);

        if (Take("in"))
            return JqlOperator.In;

        if (Take("is"))
        {
            if (Token.Kind == JqlTokenKind.Bang)
                throw Error(JqlMessages.Expecting("'NOT'", Token));

            return Take(JqlTokenKind.Not) ? JqlOperator.IsNot : JqlOperator.Is;
        }

        if (!Take(JqlTokenKind.Not))
            throw Error(JqlMessages.Operator(Token));

        return Take("in") ? JqlOperator.NotIn : throw Error(JqlMessages.Expecting("'IN'", Token));
    }

    private JqlValue Value()
    {
        if (Token.Kind == JqlTokenKind.Open)
            return Nested(List);

        if (IsEmpty(Token))
        {
            Advance();
            return new JqlEmpty();
        }

        JqlToken value = Token.IsText ? Advance() : throw Error(JqlMessages.Value(Token));
        if (Token.Kind == JqlTokenKind.Open)
            return Function(value);

        return value.Kind == JqlTokenKind.Number ? new JqlNumber(Number(value)) : new JqlLiteral(value.Text);
    }

    private static bool IsEmpty(JqlToken token) => token.Is("empty") || token.Is("null");

    private JqlList List()
    {
        List<JqlValue> items = [Value()];
        while (Take(JqlTokenKind.Comma))
            items.Add(Value());

        Expect(JqlTokenKind.Close, "')'");
        return new JqlList(items);
    }

    private JqlFunction Function(JqlToken name)
    {
        if (string.IsNullOrWhiteSpace(name.Text))
            throw Error(JqlMessages.EmptyFunction, name);

        Advance();
        List<string> arguments = [];
        if (Token.IsText || !(Token.Kind is JqlTokenKind.Close or JqlTokenKind.Comma or JqlTokenKind.End))
            arguments.Add(Argument());

        while (arguments.Count > 0 && Take(JqlTokenKind.Comma))
            arguments.Add(Token.Kind == JqlTokenKind.Close ? throw Error(JqlMessages.MissingArgument) : Argument());

        bool mayGoOn = arguments.Count > 0 && Token.Kind != JqlTokenKind.End;
        Expect(JqlTokenKind.Close, mayGoOn ? "')' or ','" : "')'");
        return new JqlFunction(name.Text, arguments);
    }

    private string Argument() => Token.IsText ? Advance().Text : throw Error(JqlMessages.Argument(Token));

    private long Number(JqlToken token) => long.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
        ? number
        : throw Error(JqlMessages.IllegalNumber(token.Text), token);

    private List<JqlOrder> OrderBy()
    {
        Advance();
        if (!Token.Is("by"))
            throw Error(JqlMessages.Expecting("'by'", Token));

        List<JqlOrder> orders = [];
        do
        {
            Advance();
            JqlField field = Field();
            bool? descending = Take("desc") ? true : Take("asc") ? false : null;
            orders.Add(new JqlOrder(field, descending));
        }
        while (Token.Kind == JqlTokenKind.Comma);
        return orders;
    }

    private JqlToken Advance() => tokens[next++];

    private bool Take(JqlTokenKind kind)
    {
        bool here = Token.Kind == kind;
        next += here ? 1 : 0;
        return here;
    }

    private bool Take(string keyword)
    {
        bool here = Token.Is(keyword);
        next += here ? 1 : 0;
        return here;
    }

    private void Expect(JqlTokenKind kind, string expected)
    {
        if (!Take(kind))
            throw Error(JqlMessages.Expecting(expected, Token));
    }

    private JqlSyntaxException Error(string message) => Error(message, Token);

    private JqlSyntaxException Error(string message, JqlToken at) =>
        JqlSyntaxException.At(jql, at.Position, (_, _) => message, located: at.Kind != JqlTokenKind.End);

    private JqlSyntaxException Unlocated(string message, JqlToken at) => JqlSyntaxException.At(jql, at.Position, (_, _) => message, located: false);
}
