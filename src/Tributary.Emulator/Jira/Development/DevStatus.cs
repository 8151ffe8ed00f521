using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Development;

/// <summary><c>/rest/dev-status/1.0/issue</c>, an internal API of Jira's: branches, commits and pull requests of an issue, as a seed tells them.</summary>
internal static class DevStatus
{
    private const string Type = "GitHub";

    public static void Map(JiraRoutes routes)
    {
        routes.Get("/issue/summary", Summary);
        routes.Get("/issue/detail", Detail);
    }

    // It takes the number of an issue and no key.
    private static Issue Find(JiraCall call)
    {
        string? id = call.Query("issueId");
        return id is not null && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? call.Jira.VisibleIssue(call.User, id) : throw JiraException.BadRequest("A valid issueId must be provided.");
    }

    private static JsonObject[] Items(Issue issue, string what) => [.. (issue.Development?[what] as JsonArray ?? []).OfType<JsonObject>()];

    private static Answer Summary(JiraCall call)
    {
        Issue issue = Find(call);
        JsonObject[] pulls = Items(issue, "pullRequests");
        string? state = pulls.Length == 0 ? null : (string?)pulls[^1]["status"];
        var summary = new JsonObject
        {
            ["pullrequest"] = Part("pullrequest", pulls, overall =>
            {
                overall["stateCount"] = pulls.Count(pull => (string?)pull["status"] == state);
                overall["state"] = state ?? "OPEN";
                overall["details"] = new JsonObject
                {
                    ["openCount"] = pulls.Count(pull => (string?)pull["status"] == "OPEN"),
                    ["mergedCount"] = pulls.Count(pull => (string?)pull["status"] == "MERGED"),
                    ["declinedCount"] = pulls.Count(pull => (string?)pull["status"] == "DECLINED"),
                };
                overall["open"] = state is null or "OPEN";
            }),
            ["build"] = Part("build", [], overall => (overall["failedBuildCount"], overall["successfulBuildCount"], overall["unknownBuildCount"]) = (0, 0, 0)),
            ["review"] = Part("review", [], overall => (overall["stateCount"], overall["state"], overall["completed"]) = (0, null, false)),
            ["deployment-environment"] = Part("deployment-environment", [], overall => (overall["topEnvironments"], overall["showProjects"], overall["successfulCount"]) = (new JsonArray(), false, 0)),
            ["repository"] = Part("repository", Items(issue, "commits"), _ => { }),
            ["branch"] = Part("branch", Items(issue, "branches"), _ => { }),
        };
        return Answer.Ok(new() { ["errors"] = new JsonArray(), ["configErrors"] = new JsonArray(), ["summary"] = summary });

        JsonObject Part(string type, JsonObject[] items, Action<JsonObject> more)
        {
            var overall = new JsonObject { ["count"] = items.Length, ["lastUpdated"] = items.Length == 0 ? null : When(issue, items[^1]), ["dataType"] = type };
            more(overall);
            return new()
            {
                ["overall"] = overall,
                ["byInstanceType"] = items.Length == 0 ? new JsonObject() : new JsonObject { [Type] = new JsonObject { ["count"] = items.Length, ["name"] = Type } },
            };
        }
    }

    private static Answer Detail(JiraCall call)
    {
        Issue issue = Find(call);
        string application = call.Query("applicationType") ?? "", type = call.Query("dataType") ?? "";
        if (type is not ("pullrequest" or "branch" or "repository" or "commit" or "build")) throw JiraException.BadRequest($"Unknown data type '{type}'.");
        bool isOurs = application.Equals(Type, StringComparison.OrdinalIgnoreCase) && issue.Development is not null;
        var detail = new JsonObject
        {
            ["repositories"] = type is "repository" or "commit" ? new JsonArray([.. Items(issue, "commits").GroupBy(commit => (string?)commit["repository"] ?? "").Select(group => Repository(call, issue, group))]) : new JsonArray(),
            ["branches"] = type == "branch" ? new JsonArray([.. Items(issue, "branches").Select(branch => Branch(issue, branch))]) : new JsonArray(),
            ["pullRequests"] = type is "pullrequest" or "branch" ? new JsonArray([.. Items(issue, "pullRequests").Select(pull => PullRequest(call, issue, pull))]) : new JsonArray(),
            ["_instance"] = new JsonObject { ["name"] = Type, ["baseUrl"] = "https://github.example.com", ["type"] = Type, ["id"] = Type, ["typeName"] = Type, ["singleInstance"] = true },
        };
        return Answer.Ok(new() { ["errors"] = new JsonArray(), ["detail"] = isOurs ? new JsonArray(detail) : new JsonArray() });
    }

    private static string Url(JsonObject item, string rest) => $"https://github.example.com/gangway/{item["repository"]}{rest}";

    private static string When(Issue issue, JsonObject item) =>
        JiraTime.Text(DateTimeOffset.TryParse((string?)item["at"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset when) ? when : issue.UpdatedAt);

    private static string Short(JsonObject commit) => (string?)commit["id"] is { } id ? id[..Math.Min(7, id.Length)] : "";

    private static JsonObject Person(JiraCall call, JsonNode? name) => new JsonObject { ["name"] = call.Wiki.FindUser((string?)name ?? "")?.DisplayName ?? (string?)name };

    private static JsonObject Repository(JiraCall call, Issue issue, IGrouping<string, JsonObject> commits) => new JsonObject
    {
        ["name"] = commits.Key,
        ["url"] = Url(commits.First(), ""),
        ["commits"] = new JsonArray([.. commits.Select(commit => new JsonObject
        {
            ["id"] = (string?)commit["id"],
            ["displayId"] = Short(commit),
            ["message"] = (string?)commit["message"],
            ["author"] = Person(call, commit["author"]),
            ["authorTimestamp"] = When(issue, commit),
            ["url"] = Url(commit, $"/commit/{commit["id"]}"),
            ["fileCount"] = commit["files"]?.DeepClone(),
            ["merge"] = false,
            ["files"] = new JsonArray(),
        })]),
    };

    private static JsonObject Branch(Issue issue, JsonObject branch) => new JsonObject
    {
        ["name"] = (string?)branch["name"],
        ["url"] = Url(branch, $"/tree/{branch["name"]}"),
        ["createPullRequestUrl"] = Url(branch, $"/compare/{branch["name"]}?expand=1"),
        ["repository"] = new JsonObject { ["name"] = (string?)branch["repository"], ["url"] = Url(branch, "") },
        ["lastCommit"] = Items(issue, "commits").LastOrDefault() is { } commit
            ? new JsonObject { ["id"] = (string?)commit["id"], ["displayId"] = Short(commit), ["authorTimestamp"] = When(issue, commit), ["url"] = Url(commit, $"/commit/{commit["id"]}") }
            : null,
    };

    private static JsonObject PullRequest(JiraCall call, Issue issue, JsonObject pull) => new JsonObject
    {
        ["id"] = $"#{pull["id"]}",
        ["name"] = (string?)pull["name"],
        ["status"] = (string?)pull["status"],
        ["url"] = Url(pull, $"/pull/{pull["id"]}"),
        ["author"] = Person(call, pull["author"]),
        ["reviewers"] = new JsonArray(Person(call, pull["reviewer"])),
        ["source"] = new JsonObject { ["branch"] = (string?)pull["branch"], ["repository"] = new JsonObject { ["name"] = (string?)pull["repository"] } },
        ["destination"] = new JsonObject { ["branch"] = "main" },
        ["lastUpdate"] = When(issue, pull),
        ["commentCount"] = 0,
    };
}
