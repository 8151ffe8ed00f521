using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Tributary.Atlassian;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Http.Egress;

namespace Tributary.Tests.Atlassian;

/// <summary>Egress clients for tests of its rules.</summary>
internal static class TestEgress
{
    public const string Secret = "alice-token";

    public static SiteOptions Options(string url) => new() { Url = url, Credential = Credential.ApiToken("alice@example.com", Secret) };

    public static EgressClient To(Uri root, Func<SiteOptions, SiteOptions>? options = null, ConnectionInputs? inputs = null) =>
        new(root, (options ?? (same => same))(Options(root.ToString())), inputs ?? Inputs());

    public static ConnectionInputs Inputs(TimeProvider? clock = null, ILogger? logger = null, HttpMessageHandler? network = null) =>
        new(clock ?? TimeProvider.System, () => 0.5, logger ?? NullLogger.Instance) { Network = network };

    public static UpstreamRequest Get(string path = "rest/api/space") => new("list spaces", HttpMethod.Get, path.Split('?')[0], path);

    public static UpstreamRequest Post(string path = "rest/api/content", string body = "{}") =>
        new("create page", HttpMethod.Post, path, path) { Content = () => new StringContent(body, Encoding.UTF8, "application/json") };

    public static async Task<string> ReadAsync(this EgressClient egress, UpstreamRequest request, CancellationToken cancellationToken)
    {
        using UpstreamAnswer answer = await egress.SendAsync(request, cancellationToken);
        return Encoding.UTF8.GetString(answer.Body.Span);
    }
}

/// <summary>A network in memory, for rules about time: each request is answered by the test at once.</summary>
internal sealed class ScriptedNetwork(Func<HttpRequestMessage, int, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private int count;

    public ScriptedNetwork(Func<int, HttpResponseMessage> answer)
        : this((_, number) => Task.FromResult(answer(number)))
    {
    }

    public int Count => count;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return answer(request, Interlocked.Increment(ref count)).WaitAsync(cancellationToken);
    }
}

/// <summary>Log lines as text, values included, at every level.</summary>
internal sealed class LogLines : ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
}
