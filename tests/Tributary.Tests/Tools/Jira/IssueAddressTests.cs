using Tributary.Tools;
using Tributary.Tools.Jira;

namespace Tributary.Tests.Tools.Jira;

public sealed class IssueAddressTests
{
    private static readonly Uri Site = new("https://tracker.example.com/jira");

    [Theory]
    [InlineData("https://tracker.example.com/jira/browse/ENG-12")]
    [InlineData(" https://TRACKER.example.com/jira/browse/eng-12?focusedCommentId=10042#comment-10042")]
    [InlineData("https://tracker.example.com/jira/software/projects/ENG/boards/3?selectedIssue=ENG-12")]
    [InlineData("https://tracker.example.com/jira/software/c/projects/ENG/issues/ENG-12/?jql=project%20%3D%20ENG")]
    [InlineData("https://tracker.example.com/jira/projects/ENG/queues/custom/7/ENG-12")]
    [InlineData("https://tracker.example.com/jira/servicedesk/customer/portal/1/ENG-12")]
    [InlineData("https://tracker.example.com/jira/rest/api/2/issue/ENG-12/comment/7")]
    public void An_address_from_a_browser_names_its_issue(string url) => Assert.Equal("ENG-12", IssueAddress.Parse(url, Site).ToString());

    [Theory]
    [InlineData("ENG-12", "invalid_params")]
    [InlineData("ftp://tracker.example.com/browse/ENG-12", "invalid_params")]
    [InlineData("https://tracker.example.com/jira/projects/ENG", "invalid_params")]
    [InlineData("https://tracker.example.com/jira/browse/", "invalid_params")]
    [InlineData("https://elsewhere.example.com/browse/ENG-12", "not_allowed")]
    [InlineData("https://tracker.example.com:8443/browse/ENG-12", "not_allowed")]
    [InlineData("https://tracker.example.com@elsewhere.example.com/browse/ENG-12", "not_allowed")]
    public void Anything_else_is_refused(string url, string code) => Assert.Equal(code, Assert.Throws<ToolException>(() => IssueAddress.Parse(url, Site)).Code);

    [Fact]
    public void Behind_the_gateway_no_host_can_be_checked() =>
        Assert.Equal("unsupported", Assert.Throws<ToolException>(() => IssueAddress.Parse("https://tracker.example.com/browse/ENG-12", site: null)).Code);
}
