using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Tributary.Emulator.Hosting;

/// <summary>Passes on the web server's errors alone: why an answer was 500, and not that a request began.</summary>
internal sealed class FailureLog(ILogger logger) : ILoggerFactory, ILogger
{
    // A start that fails is thrown: who catches it takes another port, or tells it in words of its own.
    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("Microsoft.Extensions.Hosting", StringComparison.Ordinal) ? NullLogger.Instance : this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error && logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) logger.Log(logLevel, eventId, state, exception, formatter);
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The emulator logs to the one logger that it was given.");

    public void Dispose()
    {
    }
}
