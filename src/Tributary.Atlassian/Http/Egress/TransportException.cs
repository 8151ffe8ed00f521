using System.Security.Authentication;

namespace Tributary.Atlassian.Http.Egress;

/// <summary>The way to the site failed.</summary>
internal sealed class TransportException(TransportProblem problem, Exception cause) : EgressException($"{problem}: {cause.Message}", cause)
{
    public TransportProblem Problem => problem;

    /// <summary>The request itself never left, so even a write may be sent again.</summary>
    public bool NothingWasSent => problem is not (TransportProblem.NoAnswerInTime or TransportProblem.AnswerLost);

    /// <summary>Trust does not heal by itself.</summary>
    public bool IsLasting => problem == TransportProblem.CertificateRefused;

    public static EgressException From(Exception fault) => fault switch
    {
        { InnerException: EgressException ours } => ours,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new TransportException(TransportProblem.NameUnknown, fault),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new TransportException(TransportProblem.NoConnection, fault),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => new TransportException(TransportProblem.ProxyRefused, fault),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new TransportException(
            fault.InnerException is AuthenticationException ? TransportProblem.CertificateRefused : TransportProblem.NoSecureConnection, fault),
        OperationCanceledException { InnerException: TimeoutException } => new TransportException(TransportProblem.NoConnectionInTime, fault),
        _ => new TransportException(TransportProblem.AnswerLost, fault),
    };
}

internal enum TransportProblem
{
    NameUnknown,
    NoConnection,
    NoConnectionInTime,
    NoSecureConnection,
    CertificateRefused,
    ProxyRefused,
    NoAnswerInTime,
    AnswerLost,
}
