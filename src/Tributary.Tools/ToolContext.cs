using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Jira;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools;

/// <summary>What one call works with.</summary>
/// <param name="Site">Opened before a tool that asks Atlassian is called.</param>
/// <param name="Tracker">Jira's, likewise.</param>
/// <param name="CalledByAlias">Whether the caller used an earlier name of the tool.</param>
internal sealed record ToolContext(
    Lazy<ConfluenceClient> Site, Lazy<JiraClient> Tracker, ToolSettings Settings, Policy Policy, SpaceAllowList Spaces, ProjectAllowList Projects, PageReader Reader, Turns Turns, bool CalledByAlias)
{
    public ConfluenceClient Confluence => Site.Value;

    public JiraClient Jira => Tracker.Value;

    public PageWriter Writer => new(Confluence, Turns);
}
