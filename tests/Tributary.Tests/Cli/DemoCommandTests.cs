using System.Net;
using System.Net.Sockets;

namespace Tributary.Tests.Cli;

public sealed class DemoCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact(Timeout = 30000)]
    public async Task Every_step_of_the_tour_gives_what_it_should_and_two_tours_do_not_disturb_each_other()
    {
        Task<Run> other = shell.RunAsync("demo", "--once");
        Run run = await shell.RunAsync("demo", "--once");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(ExitCode.Success, (await other).ExitCode);
        Assert.Contains("version_conflict", run.Data, StringComparison.Ordinal);
        Assert.EndsWith("\nThe tour is over: every step gave what it should.\n", run.Data, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Data);
        Assert.Empty(run.Words);
    }

    [Fact(Timeout = 30000)]
    public async Task Ports_that_are_taken_are_replaced_without_a_word_of_trouble()
    {
        using TcpListener? site = Take(8090), server = Take(9001);

        Run run = await shell.RunAsync("demo", "--once");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Empty(run.Words);
    }

    // Somebody else's will do.
    private static TcpListener? Take(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }
}
