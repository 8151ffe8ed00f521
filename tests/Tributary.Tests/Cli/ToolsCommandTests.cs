using System.Text.Json;

namespace Tributary.Tests.Cli;

public sealed class ToolsCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact(Timeout = 10000)]
    public async Task The_tools_are_listed_with_toolset_hints_and_cost()
    {
        Run run = await shell.RunAsync("tools");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Matches(@"confluence_list_spaces +core +reads +\d+ List spaces", run.Data);
        Assert.Matches(@"confluence_delete_page +core +changes +\d+ Delete a page", run.Data);
        Assert.Matches(@"\d+ tools, about [\d,]+ tokens", run.Data);
        Assert.DoesNotContain('\u001b', run.Data);
    }

    [Fact(Timeout = 10000)]
    public async Task Json_is_the_result_of_tools_list()
    {
        Run run = await shell.RunAsync("tools", "--json");

        JsonElement tools = JsonElement.Parse(run.Data).GetProperty("tools");
        Assert.Contains(tools.EnumerateArray(), tool => tool.GetProperty("name").GetString() == "confluence_list_spaces");
        Assert.All(tools.EnumerateArray(), tool => Assert.Equal("object", tool.GetProperty("inputSchema").GetProperty("type").GetString()));
    }

    [Fact(Timeout = 10000)]
    public async Task Read_only_leaves_out_what_writes()
    {
        Assert.DoesNotContain("confluence_delete_page", (await shell.RunAsync("tools", "--read-only")).Data, StringComparison.Ordinal);

        shell.Environment["READ_ONLY_MODE"] = "yes";
        Assert.DoesNotContain("confluence_delete_page", (await shell.RunAsync("tools")).Data, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData("TOOLSETS", "kore", "TOOLSETS (environment) cannot be used: Toolset 'kore' does not exist; known are core")]
    [InlineData("ENABLED_TOOLS", "confluence_serch", "ENABLED_TOOLS (environment) cannot be used: Tool 'confluence_serch' does not exist; known are confluence_")]
    [InlineData("CONFLUENCE_SPACES_FILTER", "ENG, a b", "CONFLUENCE_SPACES_FILTER (environment) must be space keys such as ENG, separated by commas.")]
    [InlineData("TRIBUTARY_ATTACHMENT_ROOTS", "nowhere", "TRIBUTARY_ATTACHMENT_ROOTS (environment) names a folder that does not exist: ")]
    public async Task A_name_that_does_not_exist_is_refused_by_its_setting(string name, string value, string start)
    {
        shell.Environment[name] = value;

        Run run = await shell.RunAsync("tools");

        Assert.Equal(ExitCode.Configuration, run.ExitCode);
        Assert.StartsWith(start, run.Words, StringComparison.Ordinal);
    }
}
