using System.Reflection;

namespace Tributary.Tests.Rules;

/// <summary>Law 1: references follow the table in docs/architecture.md. What a project must never see is not compiled into it.</summary>
public sealed class ReferenceLaws
{
    private static readonly string[] Mcp = ["ModelContextProtocol"];
    private static readonly string[] Sqlite = ["Microsoft.Data.Sqlite", "SQLitePCLRaw"];
    private static readonly string[] Markdown = ["Markdig", "AngleSharp"];
    private static readonly string[] Terminal = ["Spectre.Console", "System.CommandLine"];
    private static readonly string[] AspNet = ["Microsoft.AspNetCore"];
    private static readonly string[] Http = ["System.Net.Http", "System.Net.Sockets"];

    public static TheoryData<string, string[]> Forbidden => new()
    {
        { "Tributary.Query", ["Tributary.", "Microsoft.", .. Mcp, .. Sqlite, .. Markdown, .. Terminal, .. Http, "Polly"] },
        { "Tributary.Markup", ["Tributary.", "Microsoft.", .. Mcp, .. Sqlite, .. Terminal, .. Http, "System.IO.FileSystem"] },
        { "Tributary.Atlassian", ["Tributary.", .. Mcp, .. Sqlite, .. Markdown, .. Terminal, .. AspNet] },
        { "Tributary.Tools", ["Tributary.Emulator", "Tributary.Testing", "tributary,", .. Sqlite, .. Terminal, .. AspNet] },
        { "Tributary.Emulator", ["Tributary.Atlassian", "Tributary.Mirror", "Tributary.Tools", .. Mcp, .. Sqlite, .. Terminal] },
        { "Tributary.Testing", ["Tributary.Atlassian", "Tributary.Tools", .. Sqlite, .. Terminal] },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_project_references_only_what_its_row_of_the_table_allows(string project, string[] forbidden)
    {
        string[] references = [.. Assembly.Load(project).GetReferencedAssemblies().Select(name => name.FullName)];

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, reference => forbidden.Any(prefix => reference.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_test_uses_a_mocking_library()
    {
        string[] references = [.. typeof(ReferenceLaws).Assembly.GetReferencedAssemblies().Select(name => name.Name!)];

        Assert.Empty(references.Intersect(["Moq", "NSubstitute", "FakeItEasy", "Rhino.Mocks", "JustMock", "WireMock.Net"]));
    }
}
