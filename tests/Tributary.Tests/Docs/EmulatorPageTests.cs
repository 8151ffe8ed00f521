using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tributary.Tests.Rules;

namespace Tributary.Tests.Docs;

public sealed partial class EmulatorPageTests
{
    [Fact]
    public void The_clients_that_the_page_names_are_the_ones_that_are_installed()
    {
        string[] installed = [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "clients", "package.json")))!["dependencies"]!.AsObject()
            .Select(package => (string)package.Value! is ['n', 'p', 'm', ':', .. string alias] ? alias.Replace('@', ' ') : $"{package.Key} {package.Value}")];

        string[] named = [.. Client().Matches(EmulatorPage.Text).Select(match => $"{match.Groups["name"].Value} {match.Groups["version"].Value}")];

        Assert.NotEmpty(named);
        Assert.All(named, client => Assert.Contains(client, installed));
    }

    [Fact]
    public void The_page_lists_the_operations_of_every_client_that_it_names()
    {
        string[] scripts = [.. Script().Matches(EmulatorPage.Text).Select(match => match.Groups["name"].Value)];

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.Matches($"<!-- {Regex.Escape(script)} (cloud|data-center) -->\n\\d+ operations in", EmulatorPage.Text));
    }

    // A row of the table of clients begins with one.
    [GeneratedRegex(@"^\| `(?<name>[\w.-]+)` (?<version>\d+\.\d+\.\d+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Client();

    [GeneratedRegex(@"^\|.*\| `(?<name>[\w-]+\.mjs)` \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Script();
}
