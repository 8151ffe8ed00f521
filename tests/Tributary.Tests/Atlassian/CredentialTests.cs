using System.Text;
using Tributary.Atlassian;

namespace Tributary.Tests.Atlassian;

public sealed class CredentialTests
{
    [Fact]
    public void A_credential_shows_who_and_never_the_secret()
    {
        Credential[] credentials =
        [
            Credential.ApiToken("alice@example.com", "s3cret"), Credential.Password("alice", "s3cret"),
            Credential.PersonalAccessToken("s3cret"), Credential.OAuthAccessToken("s3cret"),
        ];

        Assert.Equal(
            ["API token of alice@example.com", "password of alice", "personal access token", "OAuth access token"], credentials.Select(credential => credential.ToString()));
    }

    [Fact]
    public void Tokens_and_passwords_become_Basic_and_tokens_alone_Bearer()
    {
        string basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("alice:gehäim:x"));

        Assert.Equal($"Basic {basic}", Credential.Password("alice", "gehäim:x").Header.ToString());
        Assert.Equal("Bearer alice-pat", Credential.PersonalAccessToken("alice-pat").Header.ToString());
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("a:b", "x")]
    [InlineData("alice", "")]
    [InlineData("alice", "s3cret\r\nX-Evil: 1")]
    public void A_user_or_password_that_no_header_can_carry_is_refused_without_its_secret(string user, string password)
    {
        var refused = Assert.Throws<SiteSettingException>(() => Credential.Password(user, password));

        Assert.DoesNotContain("s3cret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s3cret s3cret")]
    [InlineData("s3cret\n")]
    [InlineData("s3crét")]
    public void A_token_that_no_header_can_carry_is_refused_without_its_secret(string token)
    {
        var refused = Assert.Throws<SiteSettingException>(() => Credential.PersonalAccessToken(token));

        Assert.DoesNotContain("s3cr", refused.Message, StringComparison.Ordinal);
    }
}
