using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence;

/// <summary>How Confluence's APIs word a refusal.</summary>
internal static class ConfluenceErrors
{
    public static ErrorShape V2 { get; } = new V2Shape();

    /// <summary>Cloud's v1 and all of Data Center.</summary>
    public static ErrorShape V1 { get; } = new V1Shape();

    private sealed class V2Shape : ErrorShape
    {
        public override Answer Render(ConfluenceException refusal, Site site) => Answer.Json(refusal.Status, new JsonObject
        {
            ["errors"] = new JsonArray(new JsonObject
            {
                ["status"] = refusal.Status,
                ["code"] = refusal.Code,
                ["title"] = refusal.Title,
                ["detail"] = null,
            }),
        });
    }

    private sealed class V1Shape : ErrorShape
    {
        private const string Package = "com.atlassian.confluence.api.service.exceptions.";

        public override Answer Render(ConfluenceException refusal, Site site)
        {
            var data = new JsonObject
            {
                ["authorized"] = refusal.Status != 403,
                ["valid"] = refusal.Status != 400,
                ["errors"] = new JsonArray(new JsonObject
                {
                    ["message"] = new JsonObject { ["key"] = refusal.Message, ["translation"] = refusal.Message, ["args"] = new JsonArray() },
                }),
                ["successful"] = false,
            };
            var error = new JsonObject { ["statusCode"] = refusal.Status, ["data"] = data };
            if (site.IsCloud)
            {
                error["message"] = $"{Package}{refusal.JavaClass}: {refusal.Message}";
            }
            else
            {
                data["allowedInReadOnlyMode"] = true;
                error["message"] = refusal.Message;
                error["reason"] = Reason(refusal.Status);
            }

            return Answer.Json(refusal.Status, error);
        }

        private static string Reason(int status) => status switch
        {
            400 => "Bad Request",
            403 => "Forbidden",
            404 => "Not Found",
            409 => "Conflict",
            410 => "Gone",
            413 => "Request Entity Too Large",
            _ => "Error",
        };
    }
}
