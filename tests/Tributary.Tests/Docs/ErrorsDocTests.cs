using System.Reflection;
using Tributary.Atlassian;
using Tributary.Tools;

namespace Tributary.Tests.Docs;

public sealed class ErrorsDocTests
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        [ErrorCode.InvalidParams] = "An argument is missing, unknown or out of its range, or Atlassian did not accept a value. Every problem is named at once.",
        [ErrorCode.AuthorizationFailed] = "Atlassian did not accept the credential, or took the request as anonymous.",
        [ErrorCode.PermissionDenied] = "The credential is good, the action is not allowed to it.",
        [ErrorCode.ResourceNotFound] = "Absent, or hidden from this user, or outside the allowed spaces and projects: the answer is the same for all three.",
        [ErrorCode.VersionConflict] = "Somebody has written the page, issue or comment since it was read. Nothing was changed.",
        [ErrorCode.TitleConflict] = "The space has a page, or the page an attachment, of this name.",
        [ErrorCode.LossyWrite] = "The text holds what Markdown cannot say, and the update would destroy it; the list is in the message. Nothing was changed.",
        [ErrorCode.TooLarge] = "The request or its answer is above a limit.",
        [ErrorCode.RateLimited] = "Atlassian limits the rate of requests; `retry_after_seconds` tells how long to wait.",
        [ErrorCode.Unsupported] = "This deployment does not offer the operation.",
        [ErrorCode.ReadOnly] = "The server is read-only and the tool writes.",
        [ErrorCode.NotAllowed] = "The operator has not switched on the tool, its toolset, or deleting for good.",
        [ErrorCode.UpstreamUnavailable] = "No connection, no answer in time, or an answer 5xx to a request that changes nothing.",
        [ErrorCode.OutcomeUnknown] = "A write was sent and its answer was lost or was 5xx: it may or may not have happened. It is never repeated by itself.",
        [ErrorCode.ServerError] = "Anything else. The message holds a reference, under which the log has the cause.",
    };

    [Fact]
    public void The_page_about_errors_lists_every_code()
    {
        string[] codes = [.. typeof(ErrorCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];
        Assert.Equal(codes, Meanings.Keys);
        ILookup<string, string> hints = Enum.GetValues<AtlassianErrorKind>()
            .SelectMany(kind => Enum.GetValues<AtlassianProduct>().Select(product => (kind, product)))
            .ToLookup(of => ErrorCode.Of(of.kind), of => new AtlassianException(of.kind, "", null, "") { Product = of.product }.Hint);

        GeneratedFile.Matches("docs/errors.md", new MarkdownText()
            .Heading(1, "Errors")
            .Block("Written by `./dev docs` from the codes in the program.")
            .Block("A tool that fails answers with `isError`. Its text tells a model what to do next; its structured content is")
            .Code("json", """{"error": {"code": "version_conflict", "operation": "update page 98304", "status": 409, "message": "...", "hint": "...", "retry_after_seconds": null}}""")
            .Table(["code", "meaning", "next step, unless the call gives a closer one"], codes.Select(code => new[]
            {
                $"`{code}`", Meanings[code], string.Join(" Or: ", hints[code].Where(hint => hint.Length > 0).Distinct()),
            }))
            .Block("`status` is Atlassian's own, where it answered. No stack trace, no secret and no page of HTML ever reaches a client.")
            .Heading(2, "Errors of the protocol")
            .Table(["code", "when"],
            [
                ["-32700", "The message is not JSON, or not UTF-8."],
                ["-32600", "The message is no JSON-RPC request: a batch, a property named twice, nesting above 64 levels, a line or body above its limit."],
                ["-32601", "The method does not exist. `tools_execute` of early prototypes is answered so, with the name of the standard method."],
                ["-32602", "The tool does not exist; the message names the nearest."],
                ["-32000", "Too much is in flight: the same request may succeed later."],
            ])
            .Block("What a command says to the shell is in [the command line](cli.md#exit-codes).")
            .ToString());
    }
}
