using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Server;

namespace Tributary.Tests.Http;

/// <summary>The headers that a proxy may decide by say what the message says, or the request is refused.</summary>
public sealed class RoutingHeaderTests
{
    private const int HeaderMismatch = -32020;

    [Theory(Timeout = 10000)]
    [InlineData("Mcp-Method", null)]
    [InlineData("Mcp-Method", "tools/list")]
    [InlineData("Mcp-Method", "TOOLS/CALL")]
    [InlineData("Mcp-Method", "=?base64?dG9vbHMvY2FsbA==?=")]
    [InlineData("Mcp-Name", null)]
    [InlineData("Mcp-Name", "")]
    [InlineData("Mcp-Name", "letters")]
    [InlineData("Mcp-Name", "Echo")]
    [InlineData("Mcp-Name", "echo, letters")]
    [InlineData("Mcp-Name", "=?base64?bGV0dGVycw==?=")]
    [InlineData("Mcp-Name", "=?base64?%%%?=")]
    [InlineData("Mcp-Name", "écho")]
    public async Task A_header_that_says_something_else_is_refused(string header, string? value)
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.CallTool("echo", new JsonObject { ["text"] = "x" }, "the id");
        request.Headers.Remove(header);
        if (value is not null)
            request.Headers.TryAddWithoutValidation(header, value);

        JsonObject answer = await host.AssertRefusedAsync(request, HttpStatusCode.BadRequest, HeaderMismatch);

        Assert.Equal("the id", (string?)answer["id"]);
    }

    [Theory(Timeout = 10000)]
    [InlineData("Mcp-Method")]
    [InlineData("Mcp-Name")]
    public async Task A_header_given_twice_is_refused_even_if_one_is_right(string header)
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.CallTool("echo", new JsonObject { ["text"] = "x" });
        request.Headers.TryAddWithoutValidation(header, "other");

        await host.AssertRefusedAsync(request, HttpStatusCode.BadRequest, HeaderMismatch);
    }

    [Fact(Timeout = 10000)]
    public async Task A_name_may_be_encoded_and_surrounded_by_spaces()
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.CallTool("echo", new JsonObject { ["text"] = "x" });
        request.Headers.Remove("Mcp-Name");
        request.Headers.TryAddWithoutValidation("Mcp-Name", "  =?base64?ZWNobw==?= ");

        Assert.NotNull((await host.AnswerAsync(request))["result"]);
    }

    [Theory(Timeout = 10000)]
    [InlineData("eu", 5, "eu", "5", true)]
    [InlineData("eu", 5, "eu", "5.0", true)]
    [InlineData("Ägypten", 5, "=?base64?w4RneXB0ZW4=?=", "5", true)]
    [InlineData(null, 5, null, "5", true)]
    [InlineData("eu", 5, "us", "5", false)]
    [InlineData("eu", 5, "EU", "5", false)]
    [InlineData("eu", 5, null, "5", false)]
    [InlineData(null, 5, "eu", "5", false)]
    [InlineData("eu", 5, "eu", "6", false)]
    [InlineData("eu", 5, "eu", "5.5", false)]
    [InlineData("eu", 5, "eu", "five", false)]
    [InlineData("eu", 9_007_199_254_740_992, "eu", "9007199254740992", false)]
    [InlineData("eu", 5, "eu", "1e400", false)]
    public async Task An_argument_that_a_header_repeats_is_the_same_in_both(string? region, long shard, string? regionHeader, string? shardHeader, bool isTaken)
    {
        await using McpHost host = await McpHost.StartAsync(configure: options => options.ToolCollection!.Add(Sharded()));
        HttpRequestMessage request = McpHost.CallTool(
            "sharded", new JsonObject { ["region"] = region, ["place"] = new JsonObject { ["shard"] = shard } });
        if (regionHeader is not null)
            request.Headers.TryAddWithoutValidation("Mcp-Param-Region", regionHeader);
        if (shardHeader is not null)
            request.Headers.TryAddWithoutValidation("Mcp-Param-Shard", shardHeader);

        if (isTaken)
            Assert.NotNull((await host.AnswerAsync(request))["result"]);
        else
            await host.AssertRefusedAsync(request, HttpStatusCode.BadRequest, HeaderMismatch);
    }

    [Fact(Timeout = 20000)]
    public async Task None_of_two_hundred_names_passes_for_another()
    {
        await using McpHost host = await McpHost.StartAsync();
        var random = new Random(5);

        for (int i = 0; i < 200; i++)
        {
            string other = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)random.Next(' ', '\u0250')));
            HttpRequestMessage request = McpHost.CallTool("echo", new JsonObject { ["text"] = "x" });
            request.Headers.Remove("Mcp-Name");
            request.Headers.TryAddWithoutValidation("Mcp-Name", $"=?base64?{Convert.ToBase64String(Encoding.UTF8.GetBytes(other))}?=");

            await host.AssertRefusedAsync(request, HttpStatusCode.BadRequest, HeaderMismatch);
        }
    }

    private static McpServerTool Sharded()
    {
        McpServerTool tool = McpServerTool.Create(() => "sharded", new() { Name = "sharded", Description = "Lives in many places." });
        tool.ProtocolTool.InputSchema = JsonDocument.Parse("""
            {
              "type": "object",
              "properties": {
                "region": { "type": ["string", "null"], "x-mcp-header": "Region" },
                "place": { "type": "object", "properties": { "shard": { "type": "integer", "x-mcp-header": "Shard" } } }
              }
            }
            """).RootElement;
        return tool;
    }
}
