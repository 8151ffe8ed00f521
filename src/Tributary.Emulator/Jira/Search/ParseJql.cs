using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Search.Jql;
using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Jira.Search;

/// <summary>Cloud's <c>/jql/parse</c>: the structure of queries, or what is wrong with them.</summary>
internal static class ParseJql
{
    public static void Map(JiraRoutes routes)
    {
        if (routes.IsCloud) routes.Post("/jql/parse", Parse);
    }

    private static Answer Parse(JiraCall call)
    {
        string validation = call.Query("validation") ?? "strict";
        if (validation is not ("strict" or "warn" or "none")) throw JiraException.BadRequest("The validation parameter must be one of: strict, warn, none.");
        IReadOnlyList<string> queries = Given.Texts(new JsonObject { ["queries"] = (Given.Array(call.Json, "queries") ?? []).DeepClone() }, "queries");
        if (queries.Count == 0) throw JiraException.BadRequest("The queries must not be empty.");
        return Answer.Ok(new() { ["queries"] = new JsonArray([.. queries.Select(query => One(call, query, validation))]) });
    }

    private static JsonObject One(JiraCall call, string jql, string validation)
    {
        var parsed = new JsonObject { ["query"] = jql };
        JqlQuery query;
        try
        {
            query = JqlParser.Parse(jql);
        }
        catch (JqlSyntaxException error)
        {
            parsed["errors"] = new JsonArray(error.Message);
            return parsed;
        }

        IReadOnlyList<string> problems = validation == "none" ? [] : JqlSearch.Problems(call.Wiki, call.User, query);
        if (validation == "strict" && problems.Count > 0)
        {
            parsed["errors"] = Texts(problems);
            return parsed;
        }

        parsed["structure"] = JqlJson.Of(query);
        if (problems.Count > 0) parsed["warnings"] = Texts(problems);
        return parsed;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
