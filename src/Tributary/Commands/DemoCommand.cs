using System.CommandLine;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;
using ModelContextProtocol.Server;
using Tributary.Calling;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Http;
using Tributary.Logging;
using Tributary.Serving;
using Tributary.Tools;
using Tributary.Touring;

namespace Tributary.Commands;

/// <summary><c>tributary demo</c>: everything at once, on invented data, with a tour.</summary>
internal sealed class DemoCommand : Command
{
    private readonly Option<bool> once = new("--once") { Description = "Ends after the tour: 0 if every step gave what it should." };
    private readonly Surroundings surroundings;

    public DemoCommand(Surroundings surroundings)
        : base("demo", "Starts an emulated Confluence and Jira and the server on it, shows a tour, and goes on serving.")
    {
        this.surroundings = surroundings;
        Options.Add(once);
        SetAction(async (parse, stop) => (int)await RunAsync(parse.GetValue(once), stop));
    }

    private async Task<ExitCode> RunAsync(bool once, CancellationToken stop)
    {
        using var log = new Log(surroundings.Output, LogLevel.Error, LogFormat.Text, new Redactor([]), surroundings.Time);
        await using ServedSite site = ServedSite.Demo(DemoSite.DefaultSeed, new SettingValues(), surroundings, log);
        if (await site.CheckAsync(stop) is { } failure)
        {
            surroundings.Output.Say(failure.Message);
            return failure.ExitCode;
        }

        McpServerOptions mcp = new ToolServer(site.Confluence, new ToolSettings(), surroundings.Time, log, site.Jira).CreateOptions();
        var screen = new TourScreen(surroundings.Output);
        await using HttpServer server = await StartAsync(mcp, screen, log, stop);
        screen.Say($"An emulated Confluence, with a Jira beside it, is at {site.Confluence!().Site.BrowserUrl} (alice@example.com, alice-token).");
        screen.Say($"The MCP server is at {server.Endpoint}.");

        bool passed = await TourAsync(server.Endpoint, screen, log, stop);
        screen.Say(passed ? "\nThe tour is over: every step gave what it should." : "\nThe tour stopped at a step that did not give what it should.");
        if (once || !passed)
            return passed ? ExitCode.Success : ExitCode.Failure;

        screen.Say($"Both go on serving until Ctrl-C. Open the wiki in a browser, or connect an assistant to {server.Endpoint}; `tributary connect` prints its configuration.");
        await Task.Delay(Timeout.InfiniteTimeSpan, surroundings.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Success;
    }

    private async Task<HttpServer> StartAsync(McpServerOptions mcp, TourScreen screen, Log log, CancellationToken stop)
    {
        var options = new HttpOptions();
        try
        {
            return await HttpServer.StartAsync(options, mcp, log, surroundings.Time, stop);
        }
        catch (HttpStartException)
        {
            screen.Say($"Port {options.Port} is taken: a free one is used.");
            return await HttpServer.StartAsync(options with { Port = 0 }, mcp, log, surroundings.Time, stop);
        }
    }

    private static async Task<bool> TourAsync(Uri endpoint, TourScreen screen, Log log, CancellationToken stop)
    {
        await using McpClient client = await RemoteServer.ConnectAsync(endpoint.AbsoluteUri, log, stop);
        return await new Tour(client, screen).RunAsync(stop);
    }
}
