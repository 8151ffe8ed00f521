using Microsoft.AspNetCore.Http;
using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Jira;

/// <summary>Which addresses are Jira's: it stands at the root of the origin, beside Confluence.</summary>
internal static class JiraAddress
{
    private static readonly string[] OnDataCenter =
        ["/rest/api/2", "/rest/api/latest", "/rest/agile", "/rest/greenhopper", "/rest/software", "/rest/servicedeskapi", "/rest/dev-status", "/rest/auth", "/secure"];

    // They ask with POST, and change nothing.
    private static readonly string[] Questions =
        ["/issue/bulkfetch", "/changelog/list", "/search", "/search/jql", "/search/approximate-count", "/jql/parse", "/jql/match", "/permissions/check", "/issue/watching", "/comment/list", "/worklog/list", "/issue/approximate-count"];

    public static bool Holds(Site site, PathString path) => site.IsCloud
        ? path.StartsWithSegments("/rest") || path.StartsWithSegments("/secure")
        : OnDataCenter.Any(prefix => path.StartsWithSegments(prefix));

    /// <summary>What Jira tells to anyone.</summary>
    public static bool IsOpen(PathString path) => path.Value!.EndsWith("/serverInfo", StringComparison.Ordinal);

    public static bool OnlyReads(PathString path) => Questions.Any(question => path.Value!.EndsWith(question, StringComparison.Ordinal));
}
