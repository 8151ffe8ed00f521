using System.Text.Json;

namespace Tributary.Tests.Cli;

public sealed class ServeCommandTests : IDisposable
{
    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""" + "\n";

    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact(Timeout = 10000)]
    public async Task Without_a_site_it_says_so_and_points_to_the_demonstration() =>
        Assert.Equal(
            new Run(ExitCode.Configuration, "", "No Confluence is configured, and no Jira: set CONFLUENCE_URL, CONFLUENCE_USERNAME and CONFLUENCE_API_TOKEN, or the same with JIRA_ (docs/configuration.md), or try everything on invented data with --demo.\n"),
            await shell.RunAsync("serve"));

    [Theory(Timeout = 10000)]
    [InlineData("CONFLUENCE_URL=https://wiki.example.com", "CONFLUENCE_API_TOKEN is missing: set CONFLUENCE_USERNAME and CONFLUENCE_API_TOKEN, or on Data Center CONFLUENCE_PERSONAL_TOKEN.")]
    [InlineData("CONFLUENCE_URL=https://x.atlassian.net\nCONFLUENCE_API_TOKEN=s3cret", "CONFLUENCE_USERNAME is missing: CONFLUENCE_API_TOKEN goes with the e-mail address on Cloud, with the user name on Data Center.")]
    [InlineData("CONFLUENCE_URL=https://x.atlassian.net\nCONFLUENCE_USERNAME=a\nCONFLUENCE_API_TOKEN=s3cret\nCONFLUENCE_PERSONAL_TOKEN=s3cret",
        "CONFLUENCE_PERSONAL_TOKEN (.env line 4) and CONFLUENCE_API_TOKEN (.env line 3) are both set: keep the one to sign in with and remove the other.")]
    [InlineData("CONFLUENCE_URL=http://wiki.example.com\nCONFLUENCE_PERSONAL_TOKEN=s3cret",
        "CONFLUENCE_URL (.env line 1): The address of Confluence cannot be used: http would send the credential in clear text to wiki.example.com. Use https; http is for addresses of this machine alone.")]
    [InlineData("CONFLUENCE_URL=https://x.atlassian.net\nCONFLUENCE_PERSONAL_TOKEN=s3cret\nCONFLUENCE_SSL_VERIFY=false", "CONFLUENCE_SSL_VERIFY (.env line 3): ")]
    [InlineData("CONFLUENCE_URL=https://x.atlassian.net\nCONFLUENCE_PERSONAL_TOKEN=s3cret\nCONFLUENCE_CUSTOM_HEADERS=s3cret", "CONFLUENCE_CUSTOM_HEADERS (.env line 3) must be Name=value, separated by commas.")]
    [InlineData("CONFLUENCE_URL=https://x.atlassian.net\nCONFLUENCE_PERSONAL_TOKEN=s3cret\nHTTPS_PROXY=ftp://s3cret", "HTTPS_PROXY (.env line 3): The proxy cannot be used: ")]
    [InlineData("CONFLUENCE_URL=https://x.atlassian.net\nCONFLUENCE_PERSONAL_TOKEN=s3cret\nCONFLUENCE_DEPLOYMENT=both", "CONFLUENCE_DEPLOYMENT (.env line 3) must be auto, cloud or data-center.")]
    [InlineData("CONFLUENCE_URL=https://x.atlassian.net\nCONFLUENCE_PERSONAL_TOKEN=s3cret\nCONFLUENCE_CLIENT_CERT=none.pem", "CONFLUENCE_CLIENT_CERT (.env line 3): ")]
    [InlineData("CONFLUENCE_URL https://x.atlassian.net", ".env line 1 is malformed: expected NAME=value.")]
    public async Task A_setting_that_cannot_be_used_is_one_line_and_exit_code_78(string settings, string start)
    {
        shell.Write(".env", settings);
        shell.Input = Initialize;

        Run run = await shell.RunAsync("serve");

        Assert.Equal(ExitCode.Configuration, run.ExitCode);
        Assert.StartsWith(start, run.Words, StringComparison.Ordinal);
        Assert.Single(run.Words.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("s3cret", run.Words, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData("--host", "0.0.0.0")]
    [InlineData("--host", "192.168.1.5")]
    [InlineData("--host", "example.com")]
    public async Task No_address_but_loopback_is_listened_on(string flag, string address)
    {
        shell.Write(".env", "CONFLUENCE_URL=http://127.0.0.1:1\nCONFLUENCE_PERSONAL_TOKEN=x");

        Assert.Equal(
            new Run(ExitCode.Configuration, "", "MCP_HOST (--host) must be 127.0.0.1, ::1 or localhost: until sign-in exists this server is single-user, and whoever reaches it acts as you.\n"),
            await shell.RunAsync("serve", flag, address));
    }

    [Theory(Timeout = 10000)]
    [InlineData("serve")]
    [InlineData("serve", "--port", "0")]
    public async Task A_site_that_nobody_answers_for_is_one_line_and_exit_code_69(params string[] arguments)
    {
        shell.Write(".env", "CONFLUENCE_URL=http://127.0.0.1:1\nCONFLUENCE_DEPLOYMENT=cloud\nCONFLUENCE_USERNAME=a\nCONFLUENCE_API_TOKEN=s3cret");

        Run run = await shell.RunAsync(arguments);

        Assert.Equal(
            new Run(ExitCode.Unavailable, "", "Nothing accepts connections at 127.0.0.1:1. Check the configured address, its port, and that the service runs.\n"), run);
    }

    [Fact(Timeout = 10000)]
    public async Task The_client_has_its_first_answer_before_the_site_has_given_one()
    {
        shell.Write(".env", "CONFLUENCE_URL=http://127.0.0.1:1\nCONFLUENCE_DEPLOYMENT=cloud\nCONFLUENCE_USERNAME=a\nCONFLUENCE_API_TOKEN=s3cret");
        shell.Input = Initialize;

        Run run = await shell.RunAsync("serve");

        Assert.Equal("tributary", JsonElement.Parse(run.Data).GetProperty("result").GetProperty("serverInfo").GetProperty("name").GetString());
        Assert.Equal(ExitCode.Unavailable, run.ExitCode);
    }

    [Fact(Timeout = 10000)]
    public async Task Flags_of_the_HTTP_server_do_not_go_with_stdio() => Assert.Equal(ExitCode.Usage, (await shell.RunAsync("serve", "--transport", "stdio", "--port", "0")).ExitCode);

    [Fact(Timeout = 10000)]
    public async Task A_seed_needs_the_demonstration() =>
        Assert.Equal(new Run(ExitCode.Usage, "", "--seed goes with --demo: a real site is not seeded.\n"), await shell.RunAsync("serve", "--seed", "mock"));
}
