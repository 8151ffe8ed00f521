using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Tributary.Protocol;

/// <summary>Passes on what is at least this important: at Trace the protocol library logs whole messages, page bodies and all.</summary>
internal sealed class LogFloor(ILoggerFactory inner, LogLevel minimum) : ILoggerFactory
{
    // A web server's start that fails is thrown: who catches it takes another port, or tells it in words of its own.
    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Microsoft.Extensions.Hosting", StringComparison.Ordinal) ? NullLogger.Instance : new Logger(inner.CreateLogger(categoryName), minimum);

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose()
    {
        // The factory behind belongs to whoever made it.
    }

    private sealed class Logger(ILogger inner, LogLevel minimum) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum && inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= minimum)
                inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
