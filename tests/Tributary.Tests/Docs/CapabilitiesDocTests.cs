using System.Text.RegularExpressions;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence.Routing;

namespace Tributary.Tests.Docs;

public sealed partial class CapabilitiesDocTests
{
    [Fact]
    public void The_page_about_capabilities_is_the_table_that_routes() => GeneratedFile.Matches("docs/capabilities.md", new MarkdownText()
        .Heading(1, "Capabilities")
        .Block("Written by `./dev docs` from the table that decides which address answers an operation. Cloud's paths stand below `/wiki`, Data Center's below its context path.")
        .Heading(2, "Confluence")
        .Table(["operation", "Cloud", "Data Center"], Capabilities.All.Select(row => new[] { Words(row.Operation), Cell(row, Deployment.Cloud), Cell(row, Deployment.DataCenter) }))
        .ToString());

    [Fact]
    public void Every_gap_is_explained() =>
        Assert.All(Capabilities.All, row => Assert.True(row is { Cloud: not null, DataCenter: not null } or { Lacking: not null } or { Instead: not null }, $"{row.Operation} is not offered everywhere, and no reason is given."));

    [Fact]
    public void What_does_the_same_is_offered_where_it_is_said_to_do_so() => Assert.All(
        Capabilities.All.Where(row => row.Instead is not null),
        row => Assert.True(Capabilities.Has(row.Instead!.Value, row.Cloud is null ? Deployment.Cloud : Deployment.DataCenter), $"{row.Operation} points to {row.Instead}."));

    private static string Cell(Capability row, Deployment deployment) => row switch
    {
        _ when row.On(deployment) is { } route => $"`{route.Method} /{route.Template}`",
        { Instead: { } other } => $"by *{Words(other)}*",
        _ => $"does not offer {row.Lacking}",
    };

    private static string Words(ConfluenceOperation operation) => Capital().Replace(operation.ToString(), match => (match.Index == 0 ? "" : " ") + match.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
