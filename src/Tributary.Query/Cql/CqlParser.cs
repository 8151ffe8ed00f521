namespace Tributary.Query.Cql;

/// <summary>Reads CQL. Time grows with the length alone; length and nesting are bounded.</summary>
public static class CqlParser
{
    public const int MaxLength = 20_000;

    /// <summary>Parentheses and NOTs inside each other.</summary>
    public const int MaxDepth = 64;

    /// <exception cref="CqlSyntaxException">The text is not CQL, too long or too deeply nested.</exception>
    public static CqlQuery Parse(string cql)
    {
        if (cql.Length > MaxLength)
            throw new CqlSyntaxException($"The query has {cql.Length} characters; at most {MaxLength} are read.", MaxLength);

        return new CqlReader(cql).Query();
    }
}

/// <summary>Recursive descent, one method for each rule of the grammar.</summary>
internal sealed class CqlReader
{
    private readonly CqlLexer lexer;
    private CqlToken token;
    private int depth;

    public CqlReader(string cql)
    {
        lexer = new CqlLexer(cql);
        token = lexer.Next();
    }

    public CqlQuery Query()
    {
        if (token.Kind == CqlTokenKind.End)
            throw Error("The query is empty. Write a condition such as type = page.");

        CqlExpression? where = token.IsWord("order") ? null : Or();
        List<CqlOrder> orderBy = token.IsWord("order") ? OrderBy() : [];

        return token.Kind == CqlTokenKind.End
            ? new CqlQuery(where, orderBy)
            : throw Error(orderBy.Count > 0
                ? $"Expected a comma or the end of the query after ORDER BY, but found {Found()}."
                : $"Expected AND, OR, ORDER BY or the end of the query, but found {Found()}.{JoinHint()}");
    }

    private CqlExpression Or() => Junction("or", And, terms => new CqlOr(terms));

    private CqlExpression And() => Junction("and", Not, terms => new CqlAnd(terms));

    private CqlExpression Junction(string keyword, Func<CqlExpression> operand, Func<List<CqlExpression>, CqlExpression> join)
    {
        CqlExpression first = operand();
        if (!token.IsWord(keyword))
            return first;

        List<CqlExpression> terms = [first];
        while (token.IsWord(keyword))
        {
            Advance();
            terms.Add(operand());
        }

        return join(terms);
    }

    private CqlExpression Not()
    {
        if (token.IsWord("not"))
            return Nested(() => new CqlNot(Not()));

        return token.Kind == CqlTokenKind.Open ? Nested(Parenthesised) : Comparison();
    }

    private CqlExpression Parenthesised()
    {
        CqlExpression inner = Or();
        Expect(CqlTokenKind.Close, "Expected AND, OR or a closing parenthesis");
        return inner;
    }

    /// <summary>Steps over the token that opens a level, and bounds how many are open.</summary>
    private CqlExpression Nested(Func<CqlExpression> inner)
    {
        if (++depth > CqlParser.MaxDepth)
            throw Error($"The query is nested too deeply; at most {CqlParser.MaxDepth} levels of parentheses and NOT are read.");

        Advance();
        CqlExpression expression = inner();
        depth--;
        return expression;
    }

    private CqlComparison Comparison()
    {
        string field = Field();
        CqlOperator comparison = Operator(field);
        bool membership = comparison is CqlOperator.In or CqlOperator.NotIn;

        if (token.Kind == CqlTokenKind.Open)
        {
            return membership
                ? new CqlComparison(field, comparison, List())
                : throw Error($"A list follows only IN and NOT IN. Write {field} in (…), or one value after {comparison.Symbol()}.");
        }

        int start = token.Position;
        CqlValue value = Value();
        return membership && value is CqlLiteral
            ? throw new CqlSyntaxException($"IN needs a list in parentheses: {field} in ({value}).", start)
            : new CqlComparison(field, comparison, value);
    }

    private string Field()
    {
        if (token.Kind != CqlTokenKind.Word || CqlNames.IsKeyword(token.Text))
            throw Error($"Expected a field such as space or title, but found {Found()}.");

        return CqlNames.IsField(token.Text)
            ? Advance().Text
            : throw Error($"'{Shown(token.Text)}' is not the name of a field. A query has the form: field operator value.");
    }

    private CqlOperator Operator(string field)
    {
        if (token.Kind == CqlTokenKind.Operator && CqlOperators.FromSymbol(token.Text) is { } symbol)
        {
            Advance();
            return symbol;
        }

        if (token.IsWord("in"))
        {
            Advance();
            return CqlOperator.In;
        }

        CqlToken first = token;
        if (token.IsWord("not"))
        {
            Advance();
            if (token.IsWord("in"))
            {
                Advance();
                return CqlOperator.NotIn;
            }
        }

        token = first;
        throw Error($"Expected an operator after '{Shown(field)}' (=, !=, >, >=, <, <=, ~, !~, IN, NOT IN), but found {Found()}.");
    }

    private CqlList List()
    {
        Advance();
        List<CqlValue> items = [Value()];
        while (token.Kind == CqlTokenKind.Comma)
        {
            Advance();
            items.Add(Value());
        }

        Expect(CqlTokenKind.Close, "Expected a comma or the closing parenthesis of the list");
        return new CqlList(items);
    }

    private CqlValue Value()
    {
        CqlToken first = token;
        if (first.Kind == CqlTokenKind.Quoted)
            return new CqlLiteral(Advance().Text);

        if (first.Kind != CqlTokenKind.Word)
        {
            throw Error(first is { Kind: CqlTokenKind.Operator, Text: "~" or "!~" }
                ? "Expected a value. A value that begins with '~', such as the key of a personal space, goes in quotes: \"~name\"."
                : $"Expected a value, but found {Found()}.");
        }

        Advance();
        if (token.Kind == CqlTokenKind.Open)
            return Function(first);

        string text = Bare(first);
        return token is { Kind: CqlTokenKind.Word } && !CqlNames.IsKeyword(token.Text)
            ? throw Error($"Did not expect {Found()} after '{Shown(text)}'. A value of several words goes in quotes, \"{Shown(text)} {Shown(token.Text)}\"; conditions are joined by AND or OR.")
            : new CqlLiteral(text);
    }

    private CqlFunction Function(CqlToken name)
    {
        if (!CqlNames.IsFunction(name.Text))
            throw new CqlSyntaxException($"'{Shown(name.Text)}' is not the name of a function.", name.Position);

        Advance();
        List<string> arguments = [];
        while (token.Kind != CqlTokenKind.Close)
        {
            arguments.Add(token.Kind switch
            {
                CqlTokenKind.Quoted => Advance().Text,
                CqlTokenKind.Word => Bare(Advance()),
                _ => throw Error($"Expected an argument of {name.Text}() or its closing parenthesis, but found {Found()}."),
            });

            if (token.Kind != CqlTokenKind.Comma)
                break;

            Advance();
            if (token.Kind == CqlTokenKind.Close)
                throw Error($"Expected an argument of {name.Text}() after the comma.");
        }

        Expect(CqlTokenKind.Close, $"Expected a comma or the closing parenthesis of {name.Text}()");
        return new CqlFunction(name.Text, arguments);
    }

    private static string Bare(CqlToken word)
    {
        if (CqlNames.IsReserved(word.Text))
            throw new CqlSyntaxException($"'{word.Text}' is a reserved word of CQL. As a value it goes in quotes: \"{word.Text}\".", word.Position);

        return CqlNames.IsBareValue(word.Text)
            ? word.Text
            : throw new CqlSyntaxException($"'{Shown(word.Text)}' holds characters that CQL reserves. Put the value in straight quotes: {CqlText.Quote(Shown(word.Text))}.", word.Position);
    }

    private List<CqlOrder> OrderBy()
    {
        Advance();
        if (!token.IsWord("by"))
            throw Error($"Expected BY after ORDER, but found {Found()}.");

        List<CqlOrder> orders = [];
        do
        {
            Advance();
            string field = Field();
            bool descending = token.IsWord("desc");
            if (descending || token.IsWord("asc"))
                Advance();

            orders.Add(new CqlOrder(field, descending));
        }
        while (token.Kind == CqlTokenKind.Comma);
        return orders;
    }

    private CqlToken Advance()
    {
        CqlToken taken = token;
        token = lexer.Next();
        return taken;
    }

    private void Expect(CqlTokenKind kind, string expectation)
    {
        if (token.Kind != kind)
            throw Error($"{expectation}, but found {Found()}.");

        Advance();
    }

    private string Found() => token.Kind switch
    {
        CqlTokenKind.End => "the end of the query",
        CqlTokenKind.Quoted => $"the text {CqlText.Quote(Shown(token.Text))}",
        _ => $"'{Shown(token.Text)}'",
    };

    private string JoinHint() => token.Text switch
    {
        "&" or "&&" => " Write AND.",
        "|" or "||" => " Write OR.",
        _ => "",
    };

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private CqlSyntaxException Error(string message) => new(message, token.Position);
}
