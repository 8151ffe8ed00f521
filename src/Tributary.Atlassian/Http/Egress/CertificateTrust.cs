using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Tributary.Atlassian.Http.Egress;

/// <summary>Decides which certificate of the site is believed, and remembers why the last one was not, for the message.</summary>
internal sealed class CertificateTrust
{
    private readonly string? pinned;
    private readonly bool anything;
    private readonly X509Certificate2Collection? authorities;

    private CertificateTrust(string? pinned = null, bool anything = false, X509Certificate2Collection? authorities = null) =>
        (this.pinned, this.anything, this.authorities) = (pinned, anything, authorities);

    /// <summary>Why the last certificate was refused and what to do, as one sentence or two; null while none was.</summary>
    public string? Refusal { get; private set; }

    /// <exception cref="SiteSettingException">The setting is none of the three forms, or its file cannot be read.</exception>
    public static CertificateTrust From(string setting, Uri site)
    {
        string text = setting.Trim();
        if (text.StartsWith("sha256:", StringComparison.OrdinalIgnoreCase))
        {
            string hex = text["sha256:".Length..].Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
            if (hex.Length != 64 || !hex.All(char.IsAsciiHexDigit)) throw Wrong("after 'sha256:' it needs the 64 hexadecimal digits of a certificate's fingerprint.");
            return new CertificateTrust(pinned: hex);
        }

        return text.ToLowerInvariant() switch
        {
            "" or "true" or "1" or "yes" or "on" => new CertificateTrust(),
            "false" or "0" or "no" or "off" when SiteAddress.IsLoopback(site) => new CertificateTrust(anything: true),
            "false" or "0" or "no" or "off" => throw Wrong(
                "without verification anyone on the way can read the credential. Give the file of your own authority, or 'sha256:' and the fingerprint of the site's "
                + "certificate, which `tributary doctor` prints."),
            _ => new CertificateTrust(authorities: ReadAuthorities(text)),
        };
    }

    public bool Accept(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null) return Refuse("The site showed no certificate.");
        if (anything) return true;

        string fingerprint = Convert.ToHexString(SHA256.HashData(certificate.GetRawCertData()));
        if (pinned is not null)
        {
            return pinned == fingerprint || Refuse(
                $"The site's certificate has the fingerprint sha256:{fingerprint}, not the configured one. If the site has renewed it, configure the new fingerprint.");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) && authorities is not null && chain is not null && ChainsToOurs((X509Certificate2)certificate, chain))
            errors &= ~SslPolicyErrors.RemoteCertificateChainErrors;
        if (errors == SslPolicyErrors.None) return true;

        return Refuse(
            $"The site's certificate is not trusted: {Reason((X509Certificate2)certificate, chain, errors)}. Its fingerprint is sha256:{fingerprint}. If it is the right one, set "
            + "CONFLUENCE_SSL_VERIFY to the file of the authority that signed it, or to that fingerprint.");
    }

    private bool ChainsToOurs(X509Certificate2 certificate, X509Chain presented)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities!);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1"));
        foreach (X509ChainElement element in presented.ChainElements.Skip(1)) chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(certificate);
    }

    private bool Refuse(string why)
    {
        Refusal = why;
        return false;
    }

    private static string Reason(X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return "it is made out to another name";
        X509ChainStatusFlags flags = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (sum, status) => sum | status.Status) ?? default;
        if (flags.HasFlag(X509ChainStatusFlags.NotTimeValid)) return $"it is valid from {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}";
        if (certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)) return "it is self-signed";
        return "no authority known here has signed it";
    }

    private static X509Certificate2Collection ReadAuthorities(string file)
    {
        var certificates = new X509Certificate2Collection();
        SettingFile.Read(
            () => certificates.ImportFromPemFile(file),
            cause => Wrong($"the file '{file}' could not be read as certificates in PEM form. Expected true, such a file, or 'sha256:' and a fingerprint.", cause));
        return certificates.Count > 0 ? certificates : throw Wrong($"the file '{file}' holds no certificate in PEM form.");
    }

    private static SiteSettingException Wrong(string why, Exception? cause = null) =>
        new(nameof(SiteOptions.SslVerify), "The verification of the site's certificate cannot be set up: " + why, cause);
}
