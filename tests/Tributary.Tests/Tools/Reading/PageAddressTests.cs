using Tributary.Tools;
using Tributary.Tools.Reading;

namespace Tributary.Tests.Tools.Reading;

public sealed class PageAddressTests
{
    private static readonly Uri Cloud = new("https://example.atlassian.net/wiki");
    private static readonly Uri DataCenter = new("https://wiki.example.com:8443/confluence");

    [Theory]
    [InlineData("https://example.atlassian.net/wiki/spaces/ENG/pages/98304/Release+plan")]
    [InlineData("https://EXAMPLE.atlassian.net/wiki/spaces/ENG/pages/98304")]
    [InlineData("https://example.atlassian.net/wiki/spaces/ENG/pages/98304/Plan#Goals")]
    [InlineData("https://example.atlassian.net/wiki/spaces/ENG/pages/edit-v2/98304")]
    [InlineData("https://example.atlassian.net/wiki/spaces/ENG/blog/2026/11/21/98304/News")]
    [InlineData("https://example.atlassian.net/wiki/pages/viewpage.action?pageId=98304")]
    [InlineData("https://example.atlassian.net/wiki/x/AIAB")]
    [InlineData("https://example.atlassian.net/wiki/api/v2/pages/98304")]
    [InlineData("https://example.atlassian.net/wiki/rest/api/content/98304?expand=space")]
    public void The_id_is_read_from_any_form_of_address_on_Cloud(string url) => Assert.Equal("98304", PageAddress.Parse(url, Cloud).Id.ToString());

    [Theory]
    [InlineData("https://wiki.example.com:8443/confluence/display/ENG/Release+plan")]
    [InlineData("https://wiki.example.com:8443/confluence/display/ENG/Release%20plan")]
    [InlineData("https://wiki.example.com:8443/confluence/pages/viewpage.action?spaceKey=ENG&title=Release+plan")]
    public void Space_and_title_are_read_from_the_address_on_Data_Center(string url)
    {
        PageAddress address = PageAddress.Parse(url, DataCenter);

        Assert.Equal(("ENG", "Release plan"), (address.Space.ToString(), address.Title));
    }

    [Theory]
    [InlineData("https://evil.example/wiki/spaces/ENG/pages/98304", "evil.example")]
    [InlineData("https://example.atlassian.net.evil.example/wiki/spaces/ENG/pages/98304", "example.atlassian.net.evil.example")]
    [InlineData("https://example.atlassian.net:444/wiki/spaces/ENG/pages/98304", "example.atlassian.net:444")]
    [InlineData("https://example.atlassian.net@evil.example/wiki/spaces/ENG/pages/98304", "evil.example")]
    public void Another_host_is_refused(string url, string host)
    {
        ToolException refusal = Assert.Throws<ToolException>(() => PageAddress.Parse(url, Cloud));

        Assert.Equal("not_allowed", refusal.Code);
        Assert.Equal($"`url` leads to {host}; this server reads example.atlassian.net alone.", refusal.Message);
    }

    [Theory]
    [InlineData("98304", "`url` is not an address.")]
    [InlineData("file:///etc/passwd", "`url` is not an address.")]
    [InlineData("https://example.atlassian.net/wiki/spaces/ENG/overview", "`url` names no page.")]
    [InlineData("https://example.atlassian.net/wiki/spaces/ENG/pages/a%2Fb", "`url` names no page.")]
    [InlineData("https://example.atlassian.net/", "`url` names no page.")]
    public void An_address_of_no_page_is_refused(string url, string message) =>
        Assert.Equal(message, Assert.Throws<ToolException>(() => PageAddress.Parse(url, Cloud)).Message);
}
