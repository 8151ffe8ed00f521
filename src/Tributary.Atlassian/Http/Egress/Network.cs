using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Tributary.Atlassian.Http.Egress;

/// <summary>The operator's settings of the network as the framework's handlers: no redirects, no cookies, no proxy but the configured one.</summary>
internal sealed class Network
{
    private readonly SiteOptions options;
    private readonly int connections;
    private readonly X509Certificate2? clientCertificate;

    /// <exception cref="SiteSettingException">A file or value of the options cannot be used.</exception>
    public Network(SiteOptions options, Uri site, int connections)
    {
        this.options = options;
        this.connections = connections;
        Trust = CertificateTrust.From(options.SslVerify, site);
        Proxy = string.IsNullOrWhiteSpace(options.Proxy) ? null : ConfiguredProxy.From(options.Proxy, options.NoProxy);
        clientCertificate = ReadClientCertificate(options);
    }

    public CertificateTrust Trust { get; }

    public ConfiguredProxy? Proxy { get; }

    public SocketsHttpHandler ToSite()
    {
        SocketsHttpHandler handler = Bare();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) => Trust.Accept(certificate, chain, errors);
        if (clientCertificate is not null) handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(clientCertificate, additionalCertificates: null, offline: true);
        return handler;
    }

    /// <summary>To a host of media: the usual trust, no client certificate, and only to public addresses unless <paramref name="mayBeLocal"/>.</summary>
    public SocketsHttpHandler ToMedia(bool mayBeLocal)
    {
        SocketsHttpHandler handler = Bare();

        // Behind a proxy the proxy resolves and connects; the address to check is not ours to see.
        if (!mayBeLocal && Proxy is null) handler.ConnectCallback = ConnectToPublicAsync;
        return handler;
    }

    private SocketsHttpHandler Bare() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = Proxy is not null,
        Proxy = Proxy,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = options.Limits.ConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        MaxConnectionsPerServer = connections,
        ActivityHeadersPropagator = null,
    };

    private static async ValueTask<Stream> ConnectToPublicAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        // The address that was checked is the one connected to, so a name that changes its mind in between gains nothing.
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        IPAddress[] open = [.. addresses.Where(PublicAddress.Is)];
        if (open.Length == 0) throw new ForbiddenOriginException(context.InitialRequestMessage.RequestUri);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        NetworkStream? connected = null;
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancellationToken);
            return connected = new NetworkStream(socket, ownsSocket: true);
        }
        finally
        {
            if (connected is null) socket.Dispose();
        }
    }

    private static X509Certificate2? ReadClientCertificate(SiteOptions options)
    {
        if (options.ClientCertificateFile is not { Length: > 0 } file) return null;
        X509Certificate2? certificate = null;
        SettingFile.Read(() => certificate = Load(file, options), cause => new SiteSettingException(
            nameof(SiteOptions.ClientCertificateFile),
            $"The client certificate '{file}' (with the key in '{options.ClientKeyFile ?? file}') could not be read: expected PEM files of a certificate and its key, or a .p12 file.",
            cause));
        return certificate;
    }

    private static X509Certificate2 Load(string file, SiteOptions options)
    {
        if (Path.GetExtension(file).ToLowerInvariant() is ".p12" or ".pfx") return X509CertificateLoader.LoadPkcs12FromFile(file, options.ClientKeyPassword);
        using X509Certificate2 pem = options.ClientKeyPassword is { Length: > 0 } password
            ? X509Certificate2.CreateFromEncryptedPemFile(file, password, options.ClientKeyFile)
            : X509Certificate2.CreateFromPemFile(file, options.ClientKeyFile);

        // Windows cannot use a key that lives in memory alone for TLS; a PKCS #12 round trip gives it a home.
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), password: null);
    }
}
