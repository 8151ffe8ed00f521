using System.Text;
using Tributary.Commands;
using Tributary.Console;

namespace Tributary.Tests.Cli;

/// <summary>Runs <c>tributary</c> in this process, with a folder, an environment and streams of its own.</summary>
internal sealed class Shell : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("tributary-").FullName;

    public Dictionary<string, string> Environment { get; } = [];

    public string Input { get; set; } = "";

    /// <returns>The file's path.</returns>
    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public Surroundings Surroundings(TextWriter data, TextWriter words, Stream? protocol = null) => new()
    {
        Output = new Output(data, words, openProtocol: () => protocol ?? Stream.Null),
        OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
        Environment = Environment,
        Folder = Folder,
        DefaultHome = Path.Combine(Folder, "home"),
        UserFolder = Path.Combine(Folder, "user"),
        Program = ["/opt/tributary/tributary"],
        // However busy the machine is, no deadline passes.
        Time = new TimerlessTime(),
    };

    public async Task<Run> RunAsync(params string[] arguments)
    {
        var data = new StringWriter();
        var words = new StringWriter();
        var protocol = new MemoryStream();
        int exitCode = await CommandLine.RunAsync(arguments, Surroundings(data, words, protocol), TestContext.Current.CancellationToken);
        return new Run((ExitCode)exitCode, data.ToString().ReplaceLineEndings("\n") + Encoding.UTF8.GetString(protocol.ToArray()), words.ToString().ReplaceLineEndings("\n"));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class TimerlessTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new NoTimer();
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <param name="Data">Standard output, the protocol included.</param>
/// <param name="Words">Standard error.</param>
internal sealed record Run(ExitCode ExitCode, string Data, string Words);
