using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.ServiceDesk;

/// <summary>The refusals of service desks: one message, and its key for translators.</summary>
internal sealed class ServiceDeskErrors : ErrorShape
{
    private ServiceDeskErrors()
    {
    }

    public static ErrorShape Shape { get; } = new ServiceDeskErrors();

    public override Answer Render(ConfluenceException refusal, Site site) => Render(JiraException.BadRequest(refusal.Code == "INVALID_MESSAGE" ? JiraErrors.InvalidPayload : refusal.Message));

    public override Answer Render(JiraException refusal) => Answer.Json(refusal.Status, new()
    {
        ["errorMessage"] = refusal.Message,
        ["i18nErrorMessage"] = new JsonObject { ["i18nKey"] = "sd.error", ["parameters"] = new JsonArray() },
    });
}
