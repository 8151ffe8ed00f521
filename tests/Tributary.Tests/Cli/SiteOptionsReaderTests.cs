using Tributary.Atlassian;
using Tributary.Configuration;
using Tributary.Logging;

namespace Tributary.Tests.Cli;

public sealed class SiteOptionsReaderTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Theory]
    [InlineData("CONFLUENCE_URL=https://x.atlassian.net\nCONFLUENCE_USERNAME=a@example.com\nCONFLUENCE_API_TOKEN=t", "https://x.atlassian.net", "API token of a@example.com", false)]
    [InlineData("CONFLUENCE_URL=https://x.atlassian.net\nCONFLUENCE_USERNAME=a@example.com\nCONFLUENCE_API_TOKEN=t\nCONFLUENCE_SCOPED_TOKEN=yes", "https://x.atlassian.net", "API token of a@example.com", true)]
    [InlineData("CONFLUENCE_URL=https://wiki.example.com/confluence\nCONFLUENCE_USERNAME=a\nCONFLUENCE_API_TOKEN=t", "https://wiki.example.com/confluence", "password of a", false)]
    [InlineData("CONFLUENCE_URL=https://wiki.example.com\nCONFLUENCE_USERNAME=a\nCONFLUENCE_PERSONAL_TOKEN=t", "https://wiki.example.com", "personal access token", false)]
    [InlineData("CONFLUENCE_URL=https://x.atlassian.net\nATLASSIAN_OAUTH_ACCESS_TOKEN=t", "https://x.atlassian.net", "OAuth access token", true)]
    [InlineData("ATLASSIAN_OAUTH_CLOUD_ID=1-2\nATLASSIAN_OAUTH_ACCESS_TOKEN=t", "https://api.atlassian.com/ex/confluence/1-2", "OAuth access token", true)]
    [InlineData("CONFLUENCE_URL=https://x.atlassian.net\nCONFLUENCE_USERNAME=a\nCONFLUENCE_API_TOKEN=t\nATLASSIAN_OAUTH_CLOUD_ID=1-2", "https://x.atlassian.net", "API token of a", false)]
    public void The_credential_follows_from_what_is_set(string settings, string url, string credential, bool throughGateway)
    {
        SiteOptions options = Read(settings)!;

        Assert.Equal((url, credential, throughGateway), (options.Url, options.Credential.ToString(), options.ScopedToken));
    }

    [Fact]
    public void Everything_about_the_way_there_is_passed_on()
    {
        SiteOptions options = Read("""
            CONFLUENCE_URL=https://wiki.example.com
            CONFLUENCE_PERSONAL_TOKEN=t
            CONFLUENCE_DEPLOYMENT=Data-Center
            CONFLUENCE_CUSTOM_HEADERS="X-Gate = a=b, X-Other=c"
            CONFLUENCE_SSL_VERIFY=authority.pem
            CONFLUENCE_CLIENT_CERT=/etc/me.pem
            HTTPS_PROXY=http://proxy.example.com:3128
            NO_PROXY=.internal
            CONFLUENCE_MEDIA_HOSTS=https://media.example.com
            TRIBUTARY_ATTEMPTS=1
            TRIBUTARY_ATTEMPT_TIMEOUT_SECONDS=20
            TRIBUTARY_RESPONSE_MIB=64
            """)!;

        Assert.Equal(Deployment.DataCenter, options.Deployment);
        Assert.Equal([("X-Gate", "a=b"), ("X-Other", "c")], options.Headers.Select(header => (header.Key, header.Value)));
        Assert.Equal(Path.Combine(shell.Folder, "authority.pem"), options.SslVerify);
        Assert.Equal("/etc/me.pem", options.ClientCertificateFile);
        Assert.Equal(("http://proxy.example.com:3128", ".internal"), (options.Proxy, options.NoProxy));
        Assert.Equal(["https://media.example.com"], options.MediaHosts);
        Assert.Equal((1, TimeSpan.FromSeconds(20), 64L << 20), (options.Limits.Attempts, options.Limits.AttemptTimeout, options.Limits.ResponseBytes));
    }

    [Fact]
    public void No_address_is_no_site() => Assert.Null(Read("CONFLUENCE_API_TOKEN=t"));

    private SiteOptions? Read(string settings)
    {
        shell.Write(".env", settings);
        return ServerConfiguration.Load(shell.Surroundings(TextWriter.Null, TextWriter.Null), new ConfigurationRequest(null, null, LogFormat.Text, new Dictionary<string, SettingValue>()))
            .ReadSite(shell.Surroundings(TextWriter.Null, TextWriter.Null));
    }
}
