using System.Net.Http.Headers;

namespace Tributary.Atlassian.Http.Egress;

/// <summary>An answer read whole within the limit, or, of a streamed request's success, still open.</summary>
internal sealed class UpstreamAnswer : IDisposable
{
    private readonly CappedBody? body;

    private UpstreamAnswer(HttpResponseMessage response, CappedBody? body)
    {
        Response = response;
        this.body = body;
    }

    public HttpResponseMessage Response { get; }

    public int Status => (int)Response.StatusCode;

    public bool IsSuccess => Response.IsSuccessStatusCode;

    public HttpResponseHeaders Headers => Response.Headers;

    public string? MediaType => Response.Content.Headers.ContentType?.MediaType;

    /// <summary>Valid until disposal.</summary>
    public ReadOnlyMemory<byte> Body => body?.Bytes ?? default;

    public static async Task<UpstreamAnswer> ReadAsync(HttpResponseMessage response, long limit, CancellationToken cancellationToken)
    {
        UpstreamAnswer? answer = null;
        try
        {
            return answer = new UpstreamAnswer(response, await CappedBody.ReadAsync(response.Content, limit, cancellationToken));
        }
        finally
        {
            if (answer is null) response.Dispose();
        }
    }

    public static UpstreamAnswer Open(HttpResponseMessage response) => new(response, body: null);

    public void Dispose()
    {
        body?.Dispose();
        Response.Dispose();
    }
}
