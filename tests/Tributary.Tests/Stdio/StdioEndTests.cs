using Tributary.Tests.Protocol;

namespace Tributary.Tests.Stdio;

/// <summary>How the stdio server ends.</summary>
public sealed class StdioEndTests
{
    [Fact(Timeout = 10000)]
    public async Task The_end_of_the_input_ends_the_server()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();

        await pipes.EndInputAsync();

        await pipes.Running.WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 10000)]
    public async Task Answers_in_flight_at_the_end_of_the_input_are_still_written()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();
        await pipes.WriteAsync(Pipes.CallTool("wait", 2));
        Assert.Equal("begun", await pipes.Tools.NextEventAsync());

        await pipes.EndInputAsync();
        pipes.Tools.Release();

        Assert.Equal("waited", (string?)(await pipes.ReadAsync())["result"]!["content"]![0]!["text"]);
        await pipes.Running.WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 10000)]
    public async Task A_last_line_without_a_line_feed_is_answered()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();

        await pipes.Input.WriteAsync("""{"jsonrpc":"2.0","id":2,"method":"ping"}"""u8.ToArray(), TestContext.Current.CancellationToken);
        await pipes.EndInputAsync();

        Assert.Equal(2, (int?)(await pipes.ReadAsync())["id"]);
    }

    [Theory(Timeout = 10000)]
    [InlineData("wait")]
    [InlineData("stay")]
    public async Task Two_seconds_after_the_input_the_server_is_gone_even_if_a_tool_takes_no_notice(string tool)
    {
        var time = new ManualTime();
        await using var pipes = new Pipes(time);
        await pipes.InitializeAsync();
        await pipes.WriteAsync(Pipes.CallTool(tool, 2));
        Assert.Equal("begun", await pipes.Tools.NextEventAsync());

        await pipes.EndInputAsync();
        await time.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(2));

        await pipes.Running;
    }

    [Fact(Timeout = 10000)]
    public async Task A_broken_output_ends_the_server()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();

        await pipes.BreakOutputAsync();
        await pipes.WriteAsync(Pipes.Request("ping", 2));

        await pipes.Running.WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 10000)]
    public async Task Told_to_stop_the_server_cancels_its_calls_and_ends()
    {
        await using var pipes = new Pipes();
        await pipes.InitializeAsync();
        await pipes.WriteAsync(Pipes.CallTool("wait", 2));
        Assert.Equal("begun", await pipes.Tools.NextEventAsync());

        await pipes.StopAsync();

        await pipes.Running.WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.Equal("cancelled", await pipes.Tools.NextEventAsync());
    }
}
