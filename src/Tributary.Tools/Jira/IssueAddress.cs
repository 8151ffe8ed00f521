using System.Web;
using Tributary.Atlassian.Jira;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>What a browser's address of an issue says about it. It is read, never fetched.</summary>
internal static class IssueAddress
{
    private const string OtherWay = "Copy the address of an issue from the browser, or give issue_key.";

    /// <param name="site">Where a browser opens the site; null where only the gateway's address is known, which no browser opens.</param>
    public static IssueKey Parse(string url, Uri? site)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
            throw ToolException.InvalidParams("`url` is not an address.", OtherWay);
        if (site is null)
            throw new ToolException(ErrorCode.Unsupported, "This server does not know the address at which a browser opens its Jira.", "Give issue_key.");
        if (!address.Authority.Equals(site.Authority, StringComparison.OrdinalIgnoreCase))
            throw new ToolException(ErrorCode.NotAllowed, $"`url` leads to {WikiText.Line(address.Authority)}; this server reads {site.Authority} alone.", "Give the address of an issue there.");

        // Boards and queues show an issue beside their list.
        if (IssueKey.TryParse(HttpUtility.ParseQueryString(address.Query)["selectedIssue"], out IssueKey selected))
            return selected;

        // /browse/KEY, /jira/software/projects/ENG/issues/KEY, /projects/SUP/queues/custom/1/KEY, /servicedesk/customer/portal/1/KEY, /rest/api/2/issue/KEY/comment
        string[] parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        int after = Array.FindIndex(parts, part => part is "browse" or "issues" or "issue");
        return after >= 0 && after + 1 < parts.Length && IssueKey.TryParse(parts[after + 1], out IssueKey named) ? named
            : parts.Length > 0 && IssueKey.TryParse(parts[^1], out IssueKey last) ? last
            : throw ToolException.InvalidParams("`url` names no issue.", OtherWay);
    }
}
