using Microsoft.Extensions.Logging;
using Tributary.Console;

namespace Tributary.Logging;

/// <summary>Writes log lines to standard error, each through the redactor. A factory for stdio, a provider where ASP.NET has its own factory.</summary>
internal sealed class Log(Output output, LogLevel level, LogFormat format, Redactor redactor, TimeProvider time) : ILoggerFactory, ILoggerProvider
{
    private readonly Output output = output;
    private readonly LogLevel level = level;
    private readonly LogFormat format = format;
    private readonly Redactor redactor = redactor;
    private readonly TimeProvider time = time;

    public ILogger CreateLogger(string categoryName) => new CategoryLogger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Log lines go to standard error alone.");

    public void Dispose()
    {
    }

    /// <summary>Libraries are quiet unless someone debugs, and never at Trace: there the MCP SDK logs whole messages, page bodies and all.</summary>
    private LogLevel LevelOf(string category)
    {
        if (category.StartsWith("Tributary", StringComparison.Ordinal))
            return level;
        if (level <= LogLevel.Debug)
            return LogLevel.Debug;
        // To the SDK a call of an unknown tool is an error of the server, to the host a taken port is a crash; both have a line of ours.
        LogLevel quiet = category.StartsWith("ModelContextProtocol", StringComparison.Ordinal) || category.StartsWith("Microsoft.Extensions.Hosting", StringComparison.Ordinal)
            ? LogLevel.Critical
            : LogLevel.Warning;
        return level > quiet ? level : quiet;
    }

    private sealed class CategoryLogger(Log log, string category) : ILogger
    {
        private readonly LogLevel minimum = log.LevelOf(category);
        private readonly string name = category[(category.LastIndexOf('.') + 1)..];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum && logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var line = new LogLine(log.time.GetUtcNow(), logLevel, name, formatter(state, exception), exception, ShowStack: log.level <= LogLevel.Debug);
            log.output.Say(log.format == LogFormat.Json ? line.ToJson(log.redactor, state as IReadOnlyList<KeyValuePair<string, object?>>) : line.ToText(log.redactor));
        }
    }
}
