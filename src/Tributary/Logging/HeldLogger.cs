using Microsoft.Extensions.Logging;

namespace Tributary.Logging;

/// <summary>Says nothing until it is released: a start that fails is told in one line, without the attempts that led to it. At Debug it holds nothing back.</summary>
internal sealed class HeldLogger(ILogger inner) : ILogger
{
    private volatile bool released = inner.IsEnabled(LogLevel.Debug);

    public void Release() => released = true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => released && inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (released)
            inner.Log(logLevel, eventId, state, exception, formatter);
    }
}
