using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Attachments;

/// <summary><c>POST /issue/{issueIdOrKey}/attachments</c>: the parts named <c>file</c> of a form. The same name may stand several times.</summary>
internal static class AttachFiles
{
    private const int MostAtOnce = 60;

    public static void Map(JiraRoutes routes)
    {
        routes.Post("/issue/{issueIdOrKey}/attachments", Attach);
        routes.Get("/attachment/meta", call => Answer.Ok(new() { ["enabled"] = true, ["uploadLimit"] = Routes.LargestUpload }));
    }

    private static Answer Attach(JiraCall call)
    {
        Issue issue = call.Issue();
        if (!call.Jira.CanEdit(call.User, call.Jira.ProjectOf(issue))) throw JiraException.Forbidden("You do not have permission to create attachments for this issue.");
        UploadedFile[] files = [.. call.Files.Where(file => file.Field == "file")];
        if (files.Length == 0) throw JiraException.BadRequest("No file is given: the form's part must be named 'file'.");
        if (files.Length > MostAtOnce) throw JiraException.TooLarge($"You can attach up to {MostAtOnce} files at once.");
        foreach (UploadedFile file in files) RequireName(file.FileName);
        return Answer.List([.. files.Select(file =>
        {
            string type = file.ContentType is { Length: > 0 } given ? given : "application/octet-stream";
            return (JsonNode)FileJson.Of(call, call.Jira.AddFile(call.User, issue, file.FileName, type, file.Data));
        })]);
    }

    private static void RequireName(string name)
    {
        try
        {
            Wiki.RequireFileName(name);
        }
        catch (ConfluenceException)
        {
            throw JiraException.BadRequest($"Attachment filename '{name}' contains illegal characters.");
        }
    }
}
