using Tributary.Atlassian;
using Tributary.Atlassian.Http;

namespace Tributary.Tests.Atlassian;

public sealed class SiteOptionsTests
{
    private static readonly Uri Site = new("https://wiki.example.com");

    [Fact]
    public void A_limit_out_of_its_range_is_refused_by_name()
    {
        var refused = Assert.Throws<SiteSettingException>(() => new EgressLimits { Attempts = 0 });

        Assert.Equal("Attempts", refused.Setting);
        Assert.Equal("Attempts is 0; expected 1 to 5.", refused.Message);
    }

    [Theory]
    [InlineData("Authorization", "Basic s3cret")]
    [InlineData("host", "evil.example")]
    [InlineData("Cookie", "JSESSIONID=s3cret")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("X-A", "s3cret\r\nX-Evil: 1")]
    [InlineData("X A", "s3cret")]
    [InlineData("", "s3cret")]
    public void A_header_that_is_not_the_operators_to_set_is_refused_without_its_value(string name, string value)
    {
        var refused = Assert.Throws<SiteSettingException>(
            () => TestEgress.To(Site, options => options with { Headers = new Dictionary<string, string> { [name] = value } }));

        Assert.Equal("Headers", refused.Setting);
        Assert.DoesNotContain("s3cret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", "without verification")]
    [InlineData("sha256:12", "64 hexadecimal digits")]
    [InlineData("/no/such/file.pem", "could not be read")]
    public void A_verification_that_protects_nothing_is_refused_with_the_remedies(string setting, string reason)
    {
        var refused = Assert.Throws<SiteSettingException>(() => TestEgress.To(Site, options => options with { SslVerify = setting }));

        Assert.Equal("SslVerify", refused.Setting);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://media.example.com", "not https")]
    [InlineData("https://media.example.com/path", "not a host or origin")]
    [InlineData("http://127.0.0.1:8091", "this machine")]
    public void A_host_of_media_that_could_not_be_one_is_refused(string host, string reason)
    {
        var refused = Assert.Throws<SiteSettingException>(() => TestEgress.To(Site, options => options with { MediaHosts = [host] }));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_certificate_that_cannot_be_read_is_refused_by_its_file()
    {
        var refused = Assert.Throws<SiteSettingException>(() => TestEgress.To(Site, options => options with { ClientCertificateFile = "/no/such/client.pem" }));

        Assert.Equal("ClientCertificateFile", refused.Setting);
        Assert.Contains("/no/such/client.pem", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proxy_that_is_no_address_is_refused_without_its_password()
    {
        var refused = Assert.Throws<SiteSettingException>(() => TestEgress.To(Site, options => options with { Proxy = "gopher://u:s3cret@proxy" }));

        Assert.Equal("Proxy", refused.Setting);
        Assert.DoesNotContain("s3cret", refused.Message, StringComparison.Ordinal);
    }
}
