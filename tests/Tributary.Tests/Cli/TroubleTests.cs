using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Tributary.Emulator;
using Tributary.Tests.Emulator.Jira;

namespace Tributary.Tests.Cli;

/// <summary>What goes wrong when people set a server up; <c>serve</c> and <c>doctor</c> each say it in one line, with the remedy.</summary>
public sealed class TroubleTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact(Timeout = 10000)]
    public async Task Nothing_is_wrong_with_the_emulator()
    {
        await using EmulatorServer site = await StartSiteAsync();
        Configure(site.BaseUrl.AbsoluteUri, "alice-token");

        Run doctor = await shell.RunAsync("doctor");
        Run serve = await shell.RunAsync("serve");

        Assert.Equal(ExitCode.Success, doctor.ExitCode);
        Assert.All(doctor.Data.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        Assert.Contains("ok  credentials: signed in as Alice", doctor.Data, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, serve.ExitCode);
        Assert.Contains("Limits: TRIBUTARY_TOOL_DEADLINE_SECONDS=30, ", serve.Words, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [InlineData(EmulatedDeployment.Cloud)]
    [InlineData(EmulatedDeployment.DataCenter)]
    public async Task Nothing_is_wrong_with_the_emulated_Jira_alone(EmulatedDeployment deployment)
    {
        await using EmulatorServer site = await StartSiteAsync(deployment);
        shell.Write(".env", Jira(site));

        Run doctor = await shell.RunAsync("doctor");

        Assert.Equal(ExitCode.Success, doctor.ExitCode);
        Assert.All(doctor.Data.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        Assert.Contains($"ok  credentials: signed in as Bob{(deployment == EmulatedDeployment.Cloud ? "\n" : " on Jira 11.3.0\n")}", doctor.Data, StringComparison.Ordinal);
        Assert.Contains("ok  clock: within ", doctor.Data, StringComparison.Ordinal);
        Assert.Contains("ok  permissions: sees 2 projects and may search", doctor.Data, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20000)]
    public async Task Of_two_sites_each_is_examined_whatever_the_other_has()
    {
        await using EmulatorServer site = await StartSiteAsync();
        Configure(site.BaseUrl.AbsoluteUri, "wr0ng-secret", Jira(site) + "JIRA_PROJECTS_FILTER=ENG,NONE\n");

        Run doctor = await shell.RunAsync("doctor");
        Run json = await shell.RunAsync("doctor", "--json");

        Assert.Equal(ExitCode.Failure, doctor.ExitCode);
        Assert.Contains("ok  settings: read from ", doctor.Data, StringComparison.Ordinal);
        Assert.Contains("fix Confluence credentials: Confluence does not take CONFLUENCE_USERNAME and CONFLUENCE_API_TOKEN", doctor.Data, StringComparison.Ordinal);
        Assert.Contains("ok  Jira credentials: signed in as Bob", doctor.Data, StringComparison.Ordinal);
        Assert.Contains("fix Jira permissions: This user does not see NONE of JIRA_PROJECTS_FILTER", doctor.Data, StringComparison.Ordinal);
        Assert.Contains("\"Jira address\"", json.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng-secret", doctor.Data + json.Data, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [InlineData("diana", "fix permissions: This user sees no project at all")]
    [InlineData("nobody", "fix credentials: Jira does not take JIRA_USERNAME and JIRA_API_TOKEN")]
    public async Task A_user_who_is_refused_by_Jira_or_sees_nothing_there(string user, string finding)
    {
        await using EmulatorServer site = await EmulatorServer.StartAsync(new EmulatorOptions { Seed = "empty" }, TestContext.Current.CancellationToken);
        site.Wiki.Write(JiraSite.AddProjects);
        shell.Write(".env", Jira(site, user));

        Run doctor = await shell.RunAsync("doctor");

        Assert.Equal(ExitCode.Failure, doctor.ExitCode);
        Assert.Contains(finding, doctor.Data, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task No_site_at_all()
    {
        Run doctor = await shell.RunAsync("doctor");

        Assert.Equal(ExitCode.Failure, doctor.ExitCode);
        Assert.StartsWith("fix settings: No Confluence is configured, and no Jira: set CONFLUENCE_URL or JIRA_URL", doctor.Data, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_wrong_password()
    {
        await using EmulatorServer site = await StartSiteAsync();
        Configure(site.BaseUrl.AbsoluteUri, "wr0ng-secret");

        await BothSayAsync(
            ExitCode.Configuration,
            "Confluence does not take CONFLUENCE_USERNAME and CONFLUENCE_API_TOKEN (Unauthorized): make sure that they belong together and are of this site; " +
            "Cloud takes an API token, never the password.");
    }

    [Fact(Timeout = 10000)]
    public async Task A_personal_token_that_has_expired()
    {
        await using EmulatorServer site = await StartSiteAsync(EmulatedDeployment.DataCenter);
        shell.Write(".env", $"CONFLUENCE_URL={site.BaseUrl}\nCONFLUENCE_DEPLOYMENT=data-center\nCONFLUENCE_PERSONAL_TOKEN=wr0ng-secret");

        await BothSayAsync(ExitCode.Configuration, "Confluence does not take CONFLUENCE_PERSONAL_TOKEN (", "): make sure that the token is of this site and has not expired.");
    }

    [Fact(Timeout = 10000)]
    public async Task A_wrong_address()
    {
        await using EmulatorServer site = await StartSiteAsync(EmulatedDeployment.DataCenter);
        shell.Write(".env", $"CONFLUENCE_URL={site.BaseUrl}wrong\nCONFLUENCE_PERSONAL_TOKEN=alice-pat");

        await BothSayAsync(
            ExitCode.Configuration,
            "CONFLUENCE_URL leads to nothing of Confluence's (status 404): check the address; on Data Center it needs the context path, such as https://wiki.example.com/confluence.");
    }

    [Fact(Timeout = 10000)]
    public async Task A_host_that_nobody_answers_for()
    {
        Configure("http://127.0.0.1:1", "alice-token");

        await BothSayAsync(ExitCode.Unavailable, "Nothing accepts connections at 127.0.0.1:1. Check ");
    }

    [Fact(Timeout = 10000)]
    public async Task A_host_that_does_not_exist()
    {
        Configure("https://no-such-wiki.invalid", "alice-token");

        await BothSayAsync(ExitCode.Unavailable, "The name of no-such-wiki.invalid", " is not known to DNS. Check ");
    }

    [Fact(Timeout = 10000)]
    public async Task A_certificate_that_signs_itself()
    {
        using X509Certificate2 certificate = SelfSigned();
        await using WebApplication site = await StartTlsAsync(certificate);
        Configure($"https://127.0.0.1:{new Uri(site.Urls.First()).Port}", "alice-token");

        await BothSayAsync(ExitCode.Unavailable, "it is self-signed", Convert.ToHexString(SHA256.HashData(certificate.RawData)), "CONFLUENCE_SSL_VERIFY");
    }

    [Theory(Timeout = 10000)]
    [InlineData("HTTP/1.1 403 Forbidden")]
    [InlineData("HTTP/1.1 407 Proxy Authentication Required")]
    public async Task A_proxy_that_refuses(string answer)
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task refusing = RefuseAsync(proxy, answer, over.Token);
        Configure("https://wiki.example.com", "alice-token", $"HTTPS_PROXY=http://pia:proxy-secret@127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}");

        await BothSayAsync(ExitCode.Unavailable, "The proxy 127.0.0.1:", "refused to connect to wiki.example.com", "Check HTTPS_PROXY");

        await over.CancelAsync();
        await refusing;
    }

    [Fact(Timeout = 10000)]
    public async Task A_proxy_that_is_not_there()
    {
        Configure("https://wiki.example.com", "alice-token", "HTTPS_PROXY=http://pia:proxy-secret@127.0.0.1:1");

        await BothSayAsync(ExitCode.Unavailable, "Nothing accepts connections at the proxy 127.0.0.1:1. Check ", "HTTPS_PROXY");
    }

    [Fact(Timeout = 10000)]
    public async Task A_malformed_file_of_settings()
    {
        shell.Write(".env", "CONFLUENCE_URL=https://wiki.example.com\nCONFLUENCE_API_TOKEN=\"alice-token");

        await BothSayAsync(ExitCode.Configuration, ".env line 2 is malformed: the quote \" is not closed.");
    }

    private void Configure(string url, string token, string more = "") =>
        shell.Write(".env", $"CONFLUENCE_URL={url}\nCONFLUENCE_DEPLOYMENT=cloud\nCONFLUENCE_USERNAME=alice@example.com\nCONFLUENCE_API_TOKEN={token}\n{more}");

    private static string Jira(EmulatorServer site, string user = "bob") => $"JIRA_URL={site.JiraUrl}\n" + (site.Wiki.Deployment == EmulatedDeployment.Cloud
        ? $"JIRA_DEPLOYMENT=cloud\nJIRA_USERNAME={user}@example.com\nJIRA_API_TOKEN={user}-token\n"
        : $"JIRA_DEPLOYMENT=data-center\nJIRA_PERSONAL_TOKEN={user}-pat\n");

    private async Task BothSayAsync(ExitCode serveExitCode, params string[] parts)
    {
        Run serve = await shell.RunAsync("serve");
        Run doctor = await shell.RunAsync("doctor");

        string line = Assert.Single(serve.Words.TrimEnd('\n').Split('\n'));
        string finding = Assert.Single(doctor.Data.TrimEnd('\n').Split('\n'), line => line.StartsWith("fix ", StringComparison.Ordinal));
        Assert.Equal(serveExitCode, serve.ExitCode);
        Assert.Equal(ExitCode.Failure, doctor.ExitCode);
        Assert.Empty(doctor.Words);
        Assert.All(parts, part => Assert.Contains(part, line, StringComparison.OrdinalIgnoreCase));
        Assert.All(parts, part => Assert.Contains(part, finding, StringComparison.OrdinalIgnoreCase));
        Assert.All(["alice-token", "wr0ng-secret", "proxy-secret", "   at "], secret => Assert.DoesNotContain(secret, serve.Words + doctor.Data, StringComparison.Ordinal));
    }

    private static Task<EmulatorServer> StartSiteAsync(EmulatedDeployment deployment = EmulatedDeployment.Cloud) =>
        EmulatorServer.StartAsync(new EmulatorOptions { Deployment = deployment, Seed = "demo" }, TestContext.Current.CancellationToken);

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(90));
    }

    private static async Task<WebApplication> StartTlsAsync(X509Certificate2 certificate)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        WebApplication app = builder.Build();
        app.Run(context => context.Response.WriteAsync("{}"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task RefuseAsync(TcpListener proxy, string answer, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                using TcpClient client = await proxy.AcceptTcpClientAsync(cancellationToken);
                byte[] request = new byte[4096];
                if (await client.GetStream().ReadAsync(request, cancellationToken) > 0)
                    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
