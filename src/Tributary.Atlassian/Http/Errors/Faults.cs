using System.Globalization;
using System.Net.Sockets;
using Polly.CircuitBreaker;
using Tributary.Atlassian.Http.Egress;

namespace Tributary.Atlassian.Http.Errors;

/// <summary>What went wrong on the way to one site, told apart in words that say what to do.</summary>
internal sealed class Faults(Uri site, Network network, EgressLimits limits)
{
    private readonly string host = site.IsDefaultPort ? site.IdnHost : $"{site.IdnHost}:{site.Port.ToString(CultureInfo.InvariantCulture)}";

    public AtlassianException Of(UpstreamRequest request, BrokenCircuitException fault) => new(
        AtlassianErrorKind.UpstreamUnavailable, request.Operation, status: null,
        $"Most of the last requests to {host} failed, so none is sent for a moment.", fault.RetryAfter, fault)
    { Product = request.Product };

    public AtlassianException Of(UpstreamRequest request, EgressException fault)
    {
        (AtlassianErrorKind kind, string message) = fault switch
        {
            QueueFullException => (AtlassianErrorKind.RateLimited, fault.Message),
            ForbiddenOriginException { Media: { } media } => (
                AtlassianErrorKind.ServerError, $"{fault.Message} If this site keeps its files there, the operator allows it with {request.Product.ToString().ToUpperInvariant()}_MEDIA_HOSTS={media}"),
            ForbiddenOriginException => (AtlassianErrorKind.ServerError, fault.Message),
            TooLargeException => (AtlassianErrorKind.TooLarge, fault.Message),
            TransportException transport => (
                request.IsSafe || transport.NothingWasSent ? AtlassianErrorKind.UpstreamUnavailable : AtlassianErrorKind.OutcomeUnknown, Describe(transport)),
            _ => (AtlassianErrorKind.ServerError, fault.Message),
        };
        return new AtlassianException(kind, request.Operation, status: null, message, retryAfter: null, fault) { Product = request.Product };
    }

    private string Describe(TransportException fault)
    {
        // Behind a proxy it is the proxy that is resolved and connected to.
        string? proxy = network.Proxy is { } configured && !configured.IsBypassed(site) ? configured.Shown : null;
        string peer = proxy is null ? host : $"the proxy {proxy}";
        string setting = proxy is null ? "the configured address" : "the configured proxy (HTTPS_PROXY, NO_PROXY)";
        return fault.Problem switch
        {
            TransportProblem.NameUnknown => $"The name of {peer} is not known to DNS. Check {setting} and that this machine resolves names.",
            TransportProblem.NoConnection when Socket(fault)?.SocketErrorCode == SocketError.ConnectionRefused =>
                $"Nothing accepts connections at {peer}. Check {setting}, its port, and that the service runs.",
            TransportProblem.NoConnection => $"No connection to {peer}{Because(Socket(fault)?.Message)}. Check {setting}, the network and any proxy.",
            TransportProblem.NoConnectionInTime => $"No connection to {peer} within {limits.ConnectTimeout.TotalSeconds:0.#} s. Check {setting}, firewalls and any proxy.",
            TransportProblem.ProxyRefused => $"The proxy {proxy} refused to connect to {host}{Because(fault.InnerException?.Message)}. Check HTTPS_PROXY, its user and password, and NO_PROXY.",
            TransportProblem.CertificateRefused => network.Trust.Refusal ?? $"{host} and this machine could not agree on a secure connection{Because(fault.InnerException?.InnerException?.Message)}.",
            TransportProblem.NoSecureConnection => $"{host} broke off the secure connection. Check that it speaks https on this port, and whether it asks for a client certificate.",
            TransportProblem.NoAnswerInTime => $"{host} did not answer within {limits.AttemptTimeout.TotalSeconds:0.#} s.",
            _ => $"The connection to {host} ended before the answer was complete.",
        };
    }

    private static SocketException? Socket(Exception fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
            if (cause is SocketException socket) return socket;
        return null;
    }

    private static string Because(string? cause) => string.IsNullOrWhiteSpace(cause) ? "" : $" ({ErrorText.Clean(cause).TrimEnd('.')})";
}
