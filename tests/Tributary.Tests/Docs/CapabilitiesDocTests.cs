using System.Text.RegularExpressions;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Routing;

namespace Tributary.Tests.Docs;

public sealed partial class CapabilitiesDocTests
{
    [Fact]
    public void The_page_about_capabilities_is_the_tables_that_route() => GeneratedFile.Matches("docs/capabilities.md", new MarkdownText()
        .Heading(1, "Capabilities")
        .Block("Written by `./dev docs` from the tables that decide which address answers an operation. Cloud's paths of Confluence stand below `/wiki`, Data Center's below its context path.")
        .Heading(2, "Confluence")
        .Table(["operation", "Cloud", "Data Center"], Rows(Capabilities.All))
        .Heading(2, "Jira")
        .Table(["operation", "Cloud", "Data Center"], Rows(JiraCapabilities.All))
        .Block("What stands below `/rest/dev-status` is an internal API of Atlassian's, which makes no promise about it: it may change or go without notice.")
        .ToString());

    [Fact]
    public void Every_gap_is_explained()
    {
        Explained(Capabilities.All);
        Explained(JiraCapabilities.All);
    }

    [Fact]
    public void What_does_the_same_is_offered_where_it_is_said_to_do_so()
    {
        Offered(Capabilities.All);
        Offered(JiraCapabilities.All);
    }

    private static void Explained<T>(IReadOnlyList<Capability<T>> table)
        where T : struct, Enum =>
        Assert.All(table, row => Assert.True(row is { Cloud: not null, DataCenter: not null } or { Lacking: not null } or { Instead: not null }, $"{row.Operation} is not offered everywhere, and no reason is given."));

    private static void Offered<T>(IReadOnlyList<Capability<T>> table)
        where T : struct, Enum => Assert.All(
        table.Where(row => row.Instead is not null),
        row => Assert.True(table.Single(other => other.Operation.Equals(row.Instead)).On(row.Cloud is null ? Deployment.Cloud : Deployment.DataCenter) is not null, $"{row.Operation} points to {row.Instead}."));

    private static IEnumerable<string[]> Rows<T>(IReadOnlyList<Capability<T>> table)
        where T : struct, Enum => table.Select(row => new[] { Words(row.Operation), Cell(row, Deployment.Cloud), Cell(row, Deployment.DataCenter) });

    private static string Cell<T>(Capability<T> row, Deployment deployment)
        where T : struct, Enum => row switch
        {
            _ when row.On(deployment) is { } route => $"`{route.Method} /{route.Template}`",
            { Instead: { } other } => $"by *{Words(other)}*",
            _ => $"does not offer {row.Lacking}",
        };

    private static string Words<T>(T operation)
        where T : struct, Enum => Capital().Replace(operation.ToString(), match => (match.Index == 0 ? "" : " ") + match.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
