using Tributary.Atlassian;

namespace Tributary.Tests.Atlassian;

public sealed class SiteAddressTests
{
    [Theory]
    [InlineData("https://x.atlassian.net")]
    [InlineData("https://x.atlassian.net/")]
    [InlineData("https://x.atlassian.net/wiki")]
    [InlineData("https://x.atlassian.net/wiki/")]
    [InlineData("  https://X.Atlassian.NET//wiki// ")]
    [InlineData("x.atlassian.net")]
    [InlineData("https://x.atlassian.net/wiki/spaces/ENG/pages/98304/Some+title")]
    [InlineData("https://x.atlassian.net/jira/projects")]
    public void An_address_of_Cloud_becomes_the_root_of_its_wiki(string text)
    {
        SiteAddress address = SiteAddress.Parse(text);

        Assert.Equal("https://x.atlassian.net/wiki", address.BaseUrl.AbsoluteUri);
        Assert.Equal(Deployment.Cloud, address.Deployment);
        Assert.False(address.IsGateway);
    }

    [Theory]
    [InlineData("https://wiki.example.com/confluence", "https://wiki.example.com/confluence", Deployment.DataCenter)]
    [InlineData("https://wiki.example.com/a/b/", "https://wiki.example.com/a/b", Deployment.DataCenter)]
    [InlineData("https://wiki.example.com:8443/confluence/display/ENG/Home", "https://wiki.example.com:8443/confluence", Deployment.DataCenter)]
    [InlineData("https://wiki.example.com/", "https://wiki.example.com/", null)]
    [InlineData("https://wiki.example.com/pages/viewpage.action", "https://wiki.example.com/", null)]
    [InlineData("http://127.0.0.1:8090/wiki", "http://127.0.0.1:8090/wiki", null)]
    [InlineData("http://[::1]:8090", "http://[::1]:8090/", null)]
    [InlineData("http://localhost:8090", "http://localhost:8090/", null)]
    public void Another_address_keeps_its_context_path_and_loses_a_pasted_page(string text, string expected, Deployment? deployment)
    {
        SiteAddress address = SiteAddress.Parse(text);

        Assert.Equal(expected, address.BaseUrl.AbsoluteUri);
        Assert.Equal(deployment, address.Deployment);
    }

    [Theory]
    [InlineData("https://api.atlassian.com/ex/confluence/11111111-2222-3333-4444-555555555555")]
    [InlineData("https://api.atlassian.com/ex/confluence/11111111-2222-3333-4444-555555555555/wiki/rest/api")]
    public void The_gateway_is_Cloud_and_its_browser_address_is_not_known(string text)
    {
        SiteAddress address = SiteAddress.Parse(text);

        Assert.True(address.IsGateway);
        Assert.Equal("https://api.atlassian.com/ex/confluence/11111111-2222-3333-4444-555555555555/wiki", address.BaseUrl.AbsoluteUri);
        Assert.Null(address.ToSite("default", Deployment.Cloud).BrowserUrl);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("ftp://wiki.example.com", "not a web address")]
    [InlineData("https://", "not a web address")]
    [InlineData("http://wiki.example.com", "clear text")]
    [InlineData("http://①②⑦.0.0.1/", "clear text")]
    [InlineData("http://127.0.0.1.example.com", "clear text")]
    [InlineData("https://alice:secret@wiki.example.com", "user name or password")]
    [InlineData("https://wiki.example.com\\@evil.example", "backslash")]
    [InlineData("https://wiki.example.com/?os_username=alice", "'?' or '#'")]
    [InlineData("https://wiki.example.com/#x", "'?' or '#'")]
    [InlineData("https://wiki example.com", "space")]
    [InlineData("https://wiki.example.com/a%2Fb", "no context path")]
    [InlineData("https://api.atlassian.com/wiki", "cloud id")]
    [InlineData("https://api.atlassian.com/ex/jira/11111111", "cloud id")]
    public void What_is_no_address_of_Confluence_is_refused_with_the_reason(string text, string reason)
    {
        var refused = Assert.Throws<SiteSettingException>(() => SiteAddress.Parse(text));

        Assert.Equal("Url", refused.Setting);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deployment_that_the_host_cannot_be_is_refused()
    {
        SiteAddress cloud = SiteAddress.Parse("https://x.atlassian.net");

        var refused = Assert.Throws<SiteSettingException>(() => cloud.ToSite("default", Deployment.DataCenter));
        Assert.Equal("Deployment", refused.Setting);
    }

    [Fact]
    public void Cloud_on_a_host_of_its_own_gets_its_wiki() =>
        Assert.Equal("http://127.0.0.1:8090/wiki", SiteAddress.Parse("http://127.0.0.1:8090").ToSite("default", Deployment.Cloud).BaseUrl.AbsoluteUri);
}
