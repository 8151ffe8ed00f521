using System.CommandLine;
using ModelContextProtocol.Server;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Http;
using Tributary.Logging;
using Tributary.Serving;
using Tributary.Stdio;
using Tributary.Tools;

namespace Tributary.Commands;

/// <summary><c>tributary serve</c>: the MCP server. Over stdio it loads neither ASP.NET nor the terminal library, for a client waits for its start.</summary>
internal sealed class ServeCommand : Command
{
    // The process is gone two seconds after its input ended, whatever the site does.
    private static readonly TimeSpan TimeForVerdict = TimeSpan.FromSeconds(1.5);

    private readonly Option<string> transport = new("--transport") { Description = "stdio (default) or http; --host and --port imply http.", HelpName = "KIND" };
    private readonly DemoOptions demo;
    private readonly ConfigurationFlags flags;
    private readonly Surroundings surroundings;

    public ServeCommand(Surroundings surroundings)
        : base("serve", "Serves MCP, over standard input and output unless told otherwise.")
    {
        this.surroundings = surroundings;
        transport.AcceptOnlyFromAmong("stdio", "http");
        Options.Add(transport);
        demo = new DemoOptions(this);
        flags = new ConfigurationFlags(this, Settings.Host, Settings.Port, Settings.ReadOnly, Settings.Toolsets, Settings.PermanentDelete);
        SetAction(async (parse, stop) => (int)await RunAsync(parse, stop));
    }

    private async Task<ExitCode> RunAsync(ParseResult parse, CancellationToken stop)
    {
        bool http = parse.GetValue(transport) == "http" || flags.IsGiven(parse, Settings.Host) || flags.IsGiven(parse, Settings.Port);
        if (http && parse.GetValue(transport) == "stdio")
            throw new UsageException("--host and --port are of the HTTP server: leave them out, or --transport stdio.");

        if (!http)
            _ = Task.Run(StdioServer.Prepare, CancellationToken.None);

        ServerConfiguration configuration = flags.Load(parse, surroundings);
        using Log log = configuration.CreateLog(surroundings);
        // A path of this machine means nothing to a client that is elsewhere.
        ToolSettings settings = configuration.Values.ReadToolSettings(http ? null : surroundings.Folder);
        HttpOptions? listen = http ? configuration.Values.ReadHttp() : null;
        await using ServedSite site = demo.Open(parse, configuration, surroundings, log);
        McpServerOptions mcp = new ToolServer(site.Confluence, settings, surroundings.Time, log, site.Jira).CreateOptions();

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var greeted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<StartFailure?> check = CheckAsync();
        StartFailure? failure = listen is null
            ? await ServeStdioAsync(mcp, log, greeted, check, ending)
            : await check ?? await ServeHttpAsync(listen, mcp, log, stop);
        if (failure is null)
            return ExitCode.Success;
        surroundings.Output.Say(failure.Message);
        return failure.ExitCode;

        async Task<StartFailure?> CheckAsync()
        {
            // The client waits for its first answer, and nobody for the site yet.
            if (!http)
                await greeted.Task.WaitAsync(ending.Token);
            StartFailure? refused = await site.CheckAsync(ending.Token);
            if (refused is null)
                StartLog.Write(log, http ? "HTTP" : "stdio", configuration, settings);
            return refused;
        }
    }

    private async Task<StartFailure?> ServeStdioAsync(McpServerOptions mcp, Log log, TaskCompletionSource greeted, Task<StartFailure?> check, CancellationTokenSource ending)
    {
        Task deadline = Task.Delay(TimeForVerdict, surroundings.Time, ending.Token);
        Task serving = StdioServer.RunAsync(surroundings.OpenInput(), surroundings.Output.OpenProtocol(), mcp, greeted, log, surroundings.Time, ending.Token);
        // Only a site that says no ends the session.
        if (await Task.WhenAny(serving, check) == check && await check is { } refused)
        {
            await ending.CancelAsync();
            await serving;
            return refused;
        }

        await serving;
        // Whoever starts a server without input wants to see whether it starts.
        await Task.WhenAny(check, deadline);
        return check.IsCompletedSuccessfully ? await check : null;
    }

    private async Task<StartFailure?> ServeHttpAsync(HttpOptions listen, McpServerOptions mcp, Log log, CancellationToken stop)
    {
        try
        {
            await using HttpServer server = await HttpServer.StartAsync(listen, mcp, log, surroundings.Time, stop);
            surroundings.Output.Say($"MCP is served at {server.Endpoint} for this machine alone. Ctrl-C stops it.");
            await Task.Delay(Timeout.InfiniteTimeSpan, surroundings.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return null;
        }
        catch (HttpStartException exception)
        {
            return new StartFailure(ExitCode.Configuration, exception.Message);
        }
    }
}
