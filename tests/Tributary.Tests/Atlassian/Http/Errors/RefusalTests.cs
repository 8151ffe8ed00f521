using System.Net;
using System.Text;
using Tributary.Atlassian;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Http.Egress;

namespace Tributary.Tests.Atlassian.Http.Errors;

/// <summary>Every shape of refusal that is known, as the kind and the words that a caller gets.</summary>
public sealed class RefusalTests
{
    private const string V1 = """{"statusCode":404,"data":{"authorized":true,"valid":true,"errors":[],"successful":false},"message":"com.atlassian.confluence.api.service.exceptions.NotFoundException: No content found with id : ContentId{id=123}"}""";

    private const string Stale = """{"errors":[{"status":409,"code":"CONFLICT","title":"Version must be incremented when updating a page. Current Version: [3]. Provided version: [3]","detail":null}]}""";

    private const string OptimisticLock = """{"statusCode":409,"message":"org.springframework.orm.ObjectOptimisticLockingFailureException: org.hibernate.OptimisticLockException: Batch update returned unexpected row count from update [0]"}""";

    public static TheoryData<int, string, AtlassianErrorKind, string> Answers => new()
    {
        { 404, """{"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}""", AtlassianErrorKind.ResourceNotFound, "Not Found" },
        { 404, """{"errors":[{"status":"404","code":"NOT_FOUND","title":null,"detail":null}]}""", AtlassianErrorKind.ResourceNotFound, "NOT_FOUND" },
        { 404, V1, AtlassianErrorKind.ResourceNotFound, "No content found with id : ContentId{id=123}" },
        { 404, "", AtlassianErrorKind.ResourceNotFound, "Confluence found nothing here, or does not show it to the configured user." },
        { 404, "<html><body><h1>Oops, you've found a dead link</h1></body></html>", AtlassianErrorKind.ResourceNotFound, "Confluence found nothing here, or does not show it to the configured user." },
        {
            400, """{"errors":[{"status":400,"code":"INVALID_REQUEST_PARAMETER","title":"A page with this title already exists: A page already exists with the same TITLE in this space","detail":null}]}""",
            AtlassianErrorKind.TitleConflict, "A page with this title already exists: A page already exists with the same TITLE in this space"
        },
        {
            400, """{"statusCode":400,"message":"com.atlassian.confluence.api.service.exceptions.BadRequestException: A page with this title already exists: A page already exists with the title T in the space with key ENG"}""",
            AtlassianErrorKind.TitleConflict, "A page with this title already exists: A page already exists with the title T in the space with key ENG"
        },
        { 400, """{"statusCode":400,"message":"com.atlassian.confluence.api.service.exceptions.BadRequestException: Could not parse cql : x ="}""", AtlassianErrorKind.InvalidRequest, "Could not parse cql : x =" },
        { 400, """{"statusCode":400,"data":{"errors":[{"message":{"key":"content.title.missing","translation":"A title is needed.","args":[]}}]}}""", AtlassianErrorKind.InvalidRequest, "A title is needed." },
        { 401, """{"code":401,"message":"Unauthorized; scope does not match"}""", AtlassianErrorKind.AuthorizationFailed, "Unauthorized; scope does not match The token lacks a scope" },
        { 401, "Client must be authenticated to access this resource.", AtlassianErrorKind.AuthorizationFailed, "Client must be authenticated to access this resource." },
        { 401, "<!DOCTYPE html><html><title>Unauthorized (401)</title></html>", AtlassianErrorKind.AuthorizationFailed, "Confluence did not accept the credential." },
        { 403, """{"message":"Current user not permitted to use Confluence","statusCode":403}""", AtlassianErrorKind.AuthorizationFailed, "Current user not permitted to use Confluence" },
        { 403, "XSRF check failed", AtlassianErrorKind.PermissionDenied, "XSRF check failed" },
        { 409, Stale, AtlassianErrorKind.VersionConflict, "Version must be incremented when updating a page. Current Version: [3]. Provided version: [3]" },
        { 409, OptimisticLock, AtlassianErrorKind.VersionConflict, "Batch update returned unexpected row count from update [0]" },
        { 410, """{"statusCode":410,"data":{"authorized":true},"message":"com.atlassian.confluence.api.service.exceptions.GoneException: This deprecated endpoint has been removed."}""", AtlassianErrorKind.Unsupported, "This deprecated endpoint has been removed." },
        { 413, "", AtlassianErrorKind.TooLarge, "Confluence takes less at once." },
        { 418, "", AtlassianErrorKind.InvalidRequest, "Confluence answered 418 and no reason." },
        { 500, """{"message":"java.lang.NullPointerException"}""", AtlassianErrorKind.UpstreamUnavailable, "Confluence answered 500 and no reason." },
        { 500, "{\"message\":\"broken", AtlassianErrorKind.UpstreamUnavailable, "Confluence answered 500 and no reason." },
        { 400, """{"message":"a\u0000b\u001b[31m \u202Ered\u202C <script>alert(1)</script> &lt;b&gt;bold&lt;/b&gt; caf\u00e9 \uD83D\uDE00"}""", AtlassianErrorKind.InvalidRequest, "a b [31m red alert(1) bold café 😀" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 10000)]
    [MemberData(nameof(Answers))]
    public async Task A_refusal_becomes_a_kind_and_clean_words(int status, string body, AtlassianErrorKind kind, string words)
    {
        AtlassianException refused = await RefusedAsync(status, body, TestEgress.Get());

        Assert.Equal(kind, refused.Kind);
        Assert.Equal(status, refused.Status);
        Assert.Equal("list spaces", refused.Operation);
        Assert.StartsWith(words, refused.Message, StringComparison.Ordinal);
        if (!words.StartsWith("Unauthorized", StringComparison.Ordinal)) Assert.Equal(words, refused.Message);
    }

    [Fact(Timeout = 10000)]
    public async Task A_long_message_is_cut()
    {
        AtlassianException refused = await RefusedAsync(400, $$"""{"message":"{{new string('x', 10_000)}}"}""", TestEgress.Get());

        Assert.Equal(500, refused.Message.Length);
    }

    [Fact(Timeout = 10000)]
    public async Task A_body_nested_beyond_reason_says_nothing_and_costs_nothing()
    {
        AtlassianException refused = await RefusedAsync(400, new string('[', 100_000), TestEgress.Get());

        Assert.Equal("Confluence did not accept the request.", refused.Message);
    }

    [Fact(Timeout = 10000)]
    public async Task A_write_that_met_an_error_of_the_server_has_an_unknown_outcome()
    {
        AtlassianException refused = await RefusedAsync(500, """{"message":"Something went wrong"}""", TestEgress.Post());

        Assert.Equal(AtlassianErrorKind.OutcomeUnknown, refused.Kind);
        Assert.Equal("Something went wrong (Confluence answered 500 to a write: it may or may not have happened.)", refused.Message);
    }

    [Theory(Timeout = 10000)]
    [InlineData("X-AUSERNAME", "anonymous", 404, "took the request as anonymous")]
    [InlineData("X-AUSERNAME", "anonymous", 403, "took the request as anonymous")]
    [InlineData("X-Seraph-LoginReason", "AUTHENTICATION_DENIED", 403, "CAPTCHA")]
    public async Task A_credential_that_Data_Center_ignored_is_told_by_its_headers(string header, string value, int status, string words)
    {
        AtlassianException refused = await RefusedAsync(status, "", TestEgress.Get(), answer => answer.Headers.TryAddWithoutValidation(header, value));

        Assert.Equal(AtlassianErrorKind.AuthorizationFailed, refused.Kind);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData("GET", "<!DOCTYPE html><html><title>Sign in</title></html>", AtlassianErrorKind.ServerError)]
    [InlineData("POST", "<html></html>", AtlassianErrorKind.OutcomeUnknown)]
    [InlineData("DELETE", "<!DOCTYPE html><html><title>Sign in</title></html>", AtlassianErrorKind.OutcomeUnknown)]
    [InlineData("DELETE", "\uFEFF\r\n <html></html>", AtlassianErrorKind.OutcomeUnknown)]
    public async Task A_page_of_HTML_is_no_success_whatever_its_status(string method, string body, AtlassianErrorKind kind)
    {
        AtlassianException refused = await RefusedAsync(200, body, new UpstreamRequest("list spaces", new HttpMethod(method), "x", "x"));

        Assert.Equal(kind, refused.Kind);
        Assert.Equal(200, refused.Status);
        Assert.Contains("text/html: a sign-in page or another program may answer at this address", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<AtlassianException> RefusedAsync(int status, string body, UpstreamRequest request, Action<HttpResponseMessage>? alter = null)
    {
        string type = body.TrimStart("\uFEFF\r\n ".ToCharArray()).StartsWith('<') ? "text/html" : body.StartsWith('{') || body.StartsWith('[') ? "application/json" : "text/plain";
        var network = new ScriptedNetwork(_ =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
            alter?.Invoke(answer);
            return answer;
        });
        using EgressClient egress = TestEgress.To(
            new Uri("https://wiki.example.com"), options => options with { Limits = new EgressLimits { Attempts = 1 } }, TestEgress.Inputs(network: network));
        return await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(request, Token));
    }
}
