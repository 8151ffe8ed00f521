using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Tributary.Atlassian;
using Tributary.Atlassian.Http.Egress;

namespace Tributary.Tests.Atlassian.Http.Egress;

public sealed class TrustTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 10000)]
    public async Task A_self_signed_certificate_is_refused_with_its_fingerprint_and_the_remedies()
    {
        using X509Certificate2 certificate = TestCertificates.Server();
        AtlassianException refused = await RefusedAsync(certificate, "true");

        Assert.Equal(AtlassianErrorKind.UpstreamUnavailable, refused.Kind);
        Assert.Contains("self-signed", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"sha256:{TestCertificates.Fingerprint(certificate)}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("CONFLUENCE_SSL_VERIFY", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task The_certificate_whose_fingerprint_is_configured_is_trusted_in_any_spelling_of_it()
    {
        using X509Certificate2 certificate = TestCertificates.Server(name: "another.example");
        string digits = TestCertificates.Fingerprint(certificate);

        await TrustedAsync(certificate, "sha256:" + digits);
        await TrustedAsync(certificate, "SHA256:" + string.Join(':', digits.ToLowerInvariant().Chunk(2).Select(pair => new string(pair))));
    }

    [Fact(Timeout = 10000)]
    public async Task Any_other_certificate_than_the_configured_one_is_refused_though_an_authority_signed_it()
    {
        using X509Certificate2 certificate = TestCertificates.Server();
        AtlassianException refused = await RefusedAsync(certificate, "sha256:" + new string('a', 64));

        Assert.Contains("not the configured one", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_certificate_of_the_operators_own_authority_is_trusted()
    {
        using X509Certificate2 authority = TestCertificates.Authority();
        using X509Certificate2 certificate = TestCertificates.Server(authority);
        using var file = new TestFile(authority.ExportCertificatePem());

        await TrustedAsync(certificate, file.Path);
    }

    [Fact(Timeout = 10000)]
    public async Task A_certificate_of_another_authority_is_refused()
    {
        using X509Certificate2 authority = TestCertificates.Authority();
        using X509Certificate2 other = TestCertificates.Authority();
        using X509Certificate2 certificate = TestCertificates.Server(other);
        using var file = new TestFile(authority.ExportCertificatePem());

        AtlassianException refused = await RefusedAsync(certificate, file.Path);
        Assert.Contains("no authority known here has signed it", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_certificate_made_out_to_another_name_is_refused_though_the_authority_is_trusted()
    {
        using X509Certificate2 authority = TestCertificates.Authority();
        using X509Certificate2 certificate = TestCertificates.Server(authority, "wiki.example.com");
        using var file = new TestFile(authority.ExportCertificatePem());

        AtlassianException refused = await RefusedAsync(certificate, file.Path);
        Assert.Contains("another name", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task An_expired_certificate_is_refused_with_its_dates()
    {
        using X509Certificate2 certificate = TestCertificates.Server(validUntilDay: -10);
        AtlassianException refused = await RefusedAsync(certificate, "true");

        Assert.Contains($"valid from {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task Verification_can_be_off_for_this_machine_alone()
    {
        using X509Certificate2 certificate = TestCertificates.Server();

        await TrustedAsync(certificate, "false");
    }

    [Fact(Timeout = 10000)]
    public async Task A_client_certificate_introduces_us()
    {
        using X509Certificate2 server = TestCertificates.Server();
        using X509Certificate2 client = TestCertificates.Server(name: "alice");
        using var certificateFile = new TestFile(client.ExportCertificatePem());
        using var keyFile = new TestFile(client.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        string? introduced = null;
        var https = new HttpsConnectionAdapterOptions
        {
            ServerCertificate = server,
            ClientCertificateMode = ClientCertificateMode.RequireCertificate,
            ClientCertificateValidation = (_, _, _) => true,
        };
        await using StubSite site = await StubSite.StartAsync(https, context =>
        {
            introduced = context.Connection.ClientCertificate?.Subject;
            return Task.CompletedTask;
        });
        using EgressClient egress = TestEgress.To(site.Url, options => options with
        {
            SslVerify = "false",
            ClientCertificateFile = certificateFile.Path,
            ClientKeyFile = keyFile.Path,
        });

        await egress.ReadAsync(TestEgress.Get(), Token);
        Assert.Equal("CN=alice", introduced);
    }

    private static async Task TrustedAsync(X509Certificate2 certificate, string setting)
    {
        await using StubSite site = await StubSite.StartAsync(new HttpsConnectionAdapterOptions { ServerCertificate = certificate }, context => context.Response.WriteAsync("here"));
        using EgressClient egress = TestEgress.To(site.Url, options => options with { SslVerify = setting });

        Assert.Equal("here", await egress.ReadAsync(TestEgress.Get(), Token));
    }

    private static async Task<AtlassianException> RefusedAsync(X509Certificate2 certificate, string setting)
    {
        await using StubSite site = await StubSite.StartAsync(new HttpsConnectionAdapterOptions { ServerCertificate = certificate }, context => context.Response.WriteAsync("here"));
        using EgressClient egress = TestEgress.To(site.Url, options => options with { SslVerify = setting });

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Post(), Token));
        Assert.Empty(site.Seen);
        Assert.Equal(AtlassianErrorKind.UpstreamUnavailable, refused.Kind);
        return refused;
    }
}
