using System.Text.Json.Nodes;

namespace Tributary.Tests.Http;

/// <summary>The server-sent events of a response, one by one.</summary>
internal sealed class Events : IAsyncDisposable
{
    private const string Data = "data: ";

    private readonly StreamReader _lines;

    public Events(HttpResponseMessage response)
    {
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        _lines = new StreamReader(response.Content.ReadAsStream());
    }

    public async Task<string?> LineAsync() => await _lines.ReadLineAsync(TestContext.Current.CancellationToken);

    public async Task<JsonObject> NextAsync() => await NextOrEndAsync() ?? throw new EndOfStreamException();

    public async Task<JsonObject?> NextOrEndAsync()
    {
        while (await LineAsync() is { } line)
        {
            if (line.StartsWith(Data, StringComparison.Ordinal))
                return JsonNode.Parse(line[Data.Length..])!.AsObject();
        }

        return null;
    }

    public async Task<JsonObject[]> RestAsync()
    {
        List<JsonObject> all = [];
        while (await NextOrEndAsync() is { } message)
            all.Add(message);
        return [.. all];
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        return ValueTask.CompletedTask;
    }
}
