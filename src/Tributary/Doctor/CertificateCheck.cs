using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Tributary.Configuration;

namespace Tributary.Doctor;

/// <summary>The site's certificate is trusted, and will be for a while. Prints its fingerprint, by which one can be pinned.</summary>
internal sealed class CertificateCheck(Patient patient) : ICheck
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public string Name => "certificate";

    private string Verify => patient.Settings.SslVerify.Name;

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        Uri url = patient.Address.BaseUrl;
        if (url.Scheme == "http")
            return Finding.Well("none: plain http stays on this machine");
        if (patient.Proxy is not null)
            return Finding.Well("looked at with the first request, for the proxy is on the way");

        SslPolicyErrors errors = SslPolicyErrors.None;
        using TcpClient client = await Dial.ConnectAsync(url.IdnHost, url.Port, patient.Options.Limits.ConnectTimeout, cancellationToken);
        // Anything is accepted here to look at it: nothing is sent over this connection.
        await using var secure = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, _, _, found) =>
        {
            errors = found;
            return !found.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable);
        });
        try
        {
            await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = url.IdnHost }, cancellationToken);
        }
        catch (AuthenticationException exception)
        {
            return Finding.Wrong($"{url.Host}:{url.Port} and this machine cannot agree on a secure connection: {exception.Message} Check that it speaks https on this port.");
        }
        catch (IOException)
        {
            return Finding.Wrong($"{url.Host}:{url.Port} broke off the secure connection. Check that it speaks https on this port, and whether it asks for {patient.Settings.ClientCertificate.Name}.");
        }

        return Judge((X509Certificate2)secure.RemoteCertificate!, errors);
    }

    private Finding Judge(X509Certificate2 certificate, SslPolicyErrors errors)
    {
        string fingerprint = "sha256:" + Convert.ToHexString(SHA256.HashData(certificate.RawData)).ToLowerInvariant();
        string shown = $"{fingerprint}, by {certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}, valid until {certificate.NotAfter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        string setting = patient.Options.SslVerify;
        if (setting.StartsWith("sha256:", StringComparison.OrdinalIgnoreCase))
        {
            return setting["sha256:".Length..].Replace(":", "", StringComparison.Ordinal).Equals(fingerprint["sha256:".Length..], StringComparison.OrdinalIgnoreCase)
                ? Finding.Well($"{shown}; the one that {Verify} names")
                : Finding.Wrong($"The site shows {shown}, which is not the one that {Verify} names. If the site has renewed it, set {Verify}={fingerprint}.");
        }

        if (errors != SslPolicyErrors.None && Booleans.Parse(setting) == true)
        {
            return Finding.Wrong($"This machine does not trust the certificate {shown}: {Reason(certificate, errors)}. " +
                $"Set {Verify} to the PEM file of the authority that signed it or, if you have compared the fingerprint, to {fingerprint}.");
        }

        return certificate.NotAfter.ToUniversalTime() - patient.Surroundings.Time.GetUtcNow().UtcDateTime < Soon
            ? Finding.Well($"{shown}: it ends soon")
            : Finding.Well(shown);
    }

    private static string Reason(X509Certificate2 certificate, SslPolicyErrors errors) =>
        errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? "it is made out to another name"
        : certificate.Subject == certificate.Issuer ? "it is self-signed"
        : "no authority known here signed it, or it is out of date";
}
