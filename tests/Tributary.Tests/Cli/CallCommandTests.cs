using System.Text.Json;
using Tributary.Emulator;

namespace Tributary.Tests.Cli;

public sealed class CallCommandTests : IAsyncLifetime
{
    private readonly Shell shell = new();
    private EmulatorServer? site;

    public async ValueTask InitializeAsync()
    {
        site = await EmulatorServer.StartAsync(new EmulatorOptions { Seed = "demo" }, TestContext.Current.CancellationToken);
        shell.Write(".env", $"CONFLUENCE_URL={site.BaseUrl}\nCONFLUENCE_USERNAME=alice@example.com\nCONFLUENCE_API_TOKEN=alice-token");
    }

    public async ValueTask DisposeAsync()
    {
        shell.Dispose();
        await site!.DisposeAsync();
    }

    [Fact(Timeout = 10000)]
    public async Task A_tool_answers_on_standard_output_and_nothing_else_is_said()
    {
        Run run = await shell.RunAsync("call", "confluence_list_spaces", "--space-keys", "ENG", "--limit", "1");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("ENG: Engineering", run.Data, StringComparison.Ordinal);
        Assert.Empty(run.Words);
    }

    [Fact(Timeout = 10000)]
    public async Task The_structured_result_is_JSON()
    {
        Run run = await shell.RunAsync("call", "confluence_list_spaces", "--json", """{"space_keys":["OPS"]}""", "--structured");

        Assert.Equal("OPS", JsonElement.Parse(run.Data).GetProperty("spaces")[0].GetProperty("key").GetString());
    }

    [Fact(Timeout = 10000)]
    public async Task Arguments_may_come_from_standard_input()
    {
        shell.Input = """{"query": "booking queue", "limit": 1}""";

        Assert.Contains("Booking queue", (await shell.RunAsync("call", "confluence_search", "--json", "-")).Data, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task An_error_of_the_tool_is_said_and_is_exit_code_1()
    {
        Run run = await shell.RunAsync("call", "confluence_get_page", "--page-id", "999999");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Empty(run.Data);
        Assert.StartsWith("resource_not_found: ", run.Words, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task An_earlier_name_of_a_tool_works_too() =>
        Assert.Equal(ExitCode.Success, (await shell.RunAsync("call", "get_confluence_spaces", "--limit", "1")).ExitCode);

    [Fact(Timeout = 10000)]
    public async Task An_unknown_tool_is_a_usage_error_with_the_nearest_name() =>
        Assert.Equal(
            new Run(ExitCode.Usage, "", "Unknown tool: 'confluence_serch'. Did you mean 'confluence_search'? `tributary tools` lists them.\n"),
            await shell.RunAsync("call", "confluence_serch", "--query", "x"));

    [Fact(Timeout = 10000)]
    public async Task Read_only_refuses_to_write() =>
        Assert.StartsWith("read_only: ", (await shell.RunAsync("call", "confluence_delete_page", "--page-id", "1", "--read-only")).Words, StringComparison.Ordinal);

    [Fact(Timeout = 10000)]
    public async Task Flags_and_JSON_do_not_go_together() =>
        Assert.Equal(ExitCode.Usage, (await shell.RunAsync("call", "confluence_search", "--query", "x", "--json", "{}")).ExitCode);

    [Fact(Timeout = 10000)]
    public async Task Nobody_at_the_address_of_a_server_is_one_line_and_exit_code_69() =>
        Assert.Equal(
            new Run(ExitCode.Unavailable, "", "No MCP server answers at http://127.0.0.1:1/mcp: Connection refused. Check the address, its path (/mcp) and that the server runs.\n"),
            await shell.RunAsync("call", "confluence_search", "--url", "http://127.0.0.1:1/mcp"));
}
