namespace Tributary.Emulator.Hosting;

/// <summary>In process a cut connection shows as a cancellation that nobody asked for; over a network it is a failed request.</summary>
internal sealed class AbortedAsNetworkFailure(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (IOException error)
        {
            throw Cut(error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw Cut(error);
        }
    }

    private static HttpRequestException Cut(Exception cause) => new(HttpRequestError.ResponseEnded, "The connection was cut.", cause);
}
