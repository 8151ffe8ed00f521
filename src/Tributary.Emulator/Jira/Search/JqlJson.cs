using System.Text.Json.Nodes;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Jira.Search;

/// <summary>A parsed query as <c>/jql/parse</c> shows it.</summary>
internal static class JqlJson
{
    public static JsonObject Of(JqlQuery query)
    {
        var json = new JsonObject();
        if (query.Where is not null) json["where"] = Clause(query.Where);
        if (query.OrderBy.Count > 0) json["orderBy"] = new JsonObject { ["fields"] = new JsonArray([.. query.OrderBy.Select(Order)]) };
        return json;
    }

    private static JsonObject Clause(JqlExpression expression) => expression switch
    {
        JqlJunction junction => new() { ["operator"] = junction is JqlAnd ? "and" : "or", ["clauses"] = new JsonArray([.. junction.Terms.Select(Clause)]) },
        JqlNot not => new() { ["operator"] = "not", ["clauses"] = new JsonArray(Clause(not.Term)) },
        JqlComparison comparison => new() { ["field"] = Field(comparison.Field), ["operator"] = comparison.Operator.Symbol(), ["operand"] = Operand(comparison.Value) },
        JqlWas was => new() { ["field"] = Field(was.Field), ["operator"] = was.Operator.Symbol(), ["operand"] = Operand(was.Value), ["predicates"] = Predicates(was.Predicates) },
        JqlChanged changed => new() { ["field"] = Field(changed.Field), ["operator"] = "changed", ["predicates"] = Predicates(changed.Predicates) },
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static JsonArray Predicates(IEnumerable<JqlPredicate> predicates) =>
        new([.. predicates.Select(predicate => new JsonObject { ["operator"] = predicate.Kind.Keyword(), ["operand"] = Operand(predicate.Value) })]);

    private static JsonObject Field(JqlField field)
    {
        var json = new JsonObject { ["name"] = field.Name };
        if (field.Properties.Count == 0)
        {
            json["encodedName"] = field.ToString();
            return json;
        }

        json["property"] = new JsonArray([.. field.Properties.Select(property => new JsonObject
        {
            ["entity"] = field.Name.Split('.')[0],
            ["key"] = property.Key,
            ["path"] = property.Path,
        })]);
        return json;
    }

    private static JsonObject Operand(JqlValue value) => value switch
    {
        JqlList list => new() { ["values"] = new JsonArray([.. list.Items.Select(Operand)]), ["encodedOperand"] = list.ToString() },
        JqlFunction function => new()
        {
            ["function"] = function.Name,
            ["arguments"] = new JsonArray([.. function.Arguments.Select(argument => JsonValue.Create(argument))]),
            ["encodedOperand"] = function.ToString(),
        },
        JqlEmpty => new() { ["keyword"] = "empty" },
        JqlLiteral literal => new() { ["value"] = literal.Value, ["encodedValue"] = literal.ToString() },
        _ => new() { ["value"] = value.ToString(), ["encodedValue"] = value.ToString() },
    };

    private static JsonObject Order(JqlOrder order)
    {
        var json = new JsonObject { ["field"] = Field(order.Field) };
        if (order.Descending is { } descending) json["direction"] = descending ? "desc" : "asc";
        return json;
    }
}
