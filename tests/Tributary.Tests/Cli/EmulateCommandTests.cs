using System.Net;
using System.Net.Sockets;
using Tributary.Commands;
using Tributary.Emulator;

namespace Tributary.Tests.Cli;

public sealed class EmulateCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact(Timeout = 20000)]
    public async Task Attachments_of_Cloud_are_on_the_port_after_the_one_that_was_given()
    {
        (int port, TcpListener next) = TwoPorts();
        next.Stop();

        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Seed = "empty", Port = port }, TestContext.Current.CancellationToken);

        Assert.Equal((port, port + 1), (emulator.JiraUrl.Port, emulator.MediaUrl.Port));
    }

    [Fact(Timeout = 20000)]
    public async Task A_port_that_is_taken_is_named_also_where_it_is_the_one_for_attachments()
    {
        (int port, TcpListener next) = TwoPorts();

        Run media = await shell.RunAsync("emulate", "--seed", "empty", "--port", $"{port}");
        Run site = await shell.RunAsync("emulate", "--seed", "empty", "--deployment", "data-center", "--port", $"{port + 1}");
        Run last = await shell.RunAsync("emulate", "--seed", "empty", "--port", "65535");
        next.Stop();

        Assert.All([media, site], run => Assert.Equal(ExitCode.Configuration, run.ExitCode));
        Assert.Contains($"Port {port + 1}, which serves the attachments of {port}, cannot be used:", media.Words, StringComparison.Ordinal);
        Assert.Contains($"Port {port + 1} cannot be used:", site.Words, StringComparison.Ordinal);
        Assert.StartsWith("--port: Port 65535 is the last", last.Words, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20000)]
    public async Task It_prints_what_to_set_so_that_downloads_work()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var data = new StringWriter();
        var words = new StoppingWriter(stop);

        await CommandLine.RunAsync(["emulate", "--seed", "empty", "--port", "0"], shell.Surroundings(data, words), stop.Token);

        Assert.Matches(@"for tributary serve set CONFLUENCE_MEDIA_HOSTS=(http://127\.0\.0\.1:\d+) and JIRA_MEDIA_HOSTS=\1", data.ToString());
    }

    /// <returns>A port that is free, and who holds the next.</returns>
    private static (int Port, TcpListener Next) TwoPorts()
    {
        while (true)
        {
            using var first = new TcpListener(IPAddress.Loopback, 0);
            first.Start();
            int port = ((IPEndPoint)first.LocalEndpoint).Port;
            var next = new TcpListener(IPAddress.Loopback, port + 1);
            try
            {
                next.Start();
                return (port, next);
            }
            catch (SocketException)
            {
                next.Dispose();
            }
        }
    }

    /// <summary>Stops the command once it says that it runs.</summary>
    private sealed class StoppingWriter(CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            stop.Cancel();
        }
    }
}
