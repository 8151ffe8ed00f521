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
}
