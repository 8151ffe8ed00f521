using System.Text;
using System.Text.Json.Nodes;
using Tributary.Emulator;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>What tests of v1 share: both deployments, refusals word for word, forms with files.</summary>
internal static class V1Site
{
    public static TheoryData<EmulatedDeployment> Both => [EmulatedDeployment.Cloud, EmulatedDeployment.DataCenter];

    public static Task<TeamSite> StartAsync(EmulatedDeployment deployment) => TeamSite.StartAsync(new EmulatorOptions { Deployment = deployment });

    /// <summary>Cloud with its removed endpoints alive.</summary>
    public static Task<TeamSite> StartOldCloudAsync(LegacyV1 legacy = LegacyV1.Alive) => TeamSite.StartAsync(new EmulatorOptions { LegacyV1 = legacy });

    public static string Refusal(EmulatedDeployment deployment, int status, string kind, string reason, string message)
    {
        bool isCloud = deployment == EmulatedDeployment.Cloud;
        string said = isCloud ? $"com.atlassian.confluence.api.service.exceptions.{kind}: {message}" : message;
        var refusal = new JsonObject
        {
            ["statusCode"] = status,
            ["data"] = new JsonObject
            {
                ["authorized"] = status != 403,
                ["valid"] = status != 400,
                ["errors"] = new JsonArray(new JsonObject { ["message"] = new JsonObject { ["key"] = message, ["translation"] = message, ["args"] = new JsonArray() } }),
                ["successful"] = false,
            },
            ["message"] = said,
        };
        if (isCloud) return Text(refusal);
        refusal["data"]!["allowedInReadOnlyMode"] = true;
        refusal["reason"] = reason;
        return Text(refusal);
    }

    public static string NotFound(EmulatedDeployment deployment, string message) => Refusal(deployment, 404, "NotFoundException", "Not Found", message);

    public static string NoContent(EmulatedDeployment deployment, string id) => NotFound(deployment, $"No content found with id : ContentId{{id={id}}}");

    public static string BadRequest(EmulatedDeployment deployment, string message) => Refusal(deployment, 400, "BadRequestException", "Bad Request", message);

    public static string Forbidden(EmulatedDeployment deployment, string message) => Refusal(deployment, 403, "PermissionException", "Forbidden", message);

    public static string Conflict(EmulatedDeployment deployment, string message) => Refusal(deployment, 409, "ConflictException", "Conflict", message);

    /// <summary>As the site writes it, so that whole answers can be compared.</summary>
    public static string Text(JsonNode json) =>
        json.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A form with one file, and the header that Atlassian wants with forms.</summary>
    public static MultipartFormDataContent Form(string fileName, string text, string? comment = null)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new("text/plain");
        var form = new MultipartFormDataContent { { file, "file", fileName } };
        if (comment is not null) form.Add(new StringContent(comment), "comment");
        form.Headers.Add("X-Atlassian-Token", "no-check");
        return form;
    }

    public static JsonObject Storage(string value) => new() { ["storage"] = new JsonObject { ["value"] = value, ["representation"] = "storage" } };

    public static JsonObject Page(string title, string body = "<p>Hello</p>", string space = "TEAM") => new()
    {
        ["type"] = "page",
        ["title"] = title,
        ["space"] = new JsonObject { ["key"] = space },
        ["body"] = Storage(body),
    };
}
