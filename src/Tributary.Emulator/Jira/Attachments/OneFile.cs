using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Attachments;

/// <summary><c>/attachment/{id}</c>, and its bytes: on Cloud redirected to the media origin, on Data Center below <c>/secure</c>.</summary>
internal static class OneFile
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/attachment/{id}", Get);
        routes.Delete("/attachment/{id}", Delete);
        if (routes.IsCloud) routes.Get("/attachment/content/{id}", Content);
    }

    /// <summary>The address in <c>content</c>.</summary>
    public static void MapLink(JiraRoutes routes) => routes.Get("/secure/attachment/{id}/{name}", call =>
    {
        IssueFile file = Named(call).File;
        return Answer.Bytes(file.MediaType, file.Data)
            .With("Content-Disposition", $"attachment; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}")
            .With("X-Content-Type-Options", "nosniff");
    });

    private static (Issue Issue, IssueFile File) Named(JiraCall call)
    {
        string id = call.Route("id");
        return long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && call.Jira.FindFile(number) is { } found && call.Jira.CanSee(call.User, found.Issue)
            ? found
            : throw JiraException.NotFound($"The attachment with id '{id}' does not exist");
    }

    private static Answer Get(JiraCall call)
    {
        JsonObject json = FileJson.Of(call, Named(call).File);

        // Alone it tells its id as a number.
        json["id"] = long.Parse(json["id"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        return Answer.Ok(json);
    }

    private static Answer Content(JiraCall call)
    {
        IssueFile file = Named(call).File;
        return call.Flag("redirect", otherwise: true) ? Answer.Redirect(MediaHost.LinkTo(call.Site, file), status: 303) : Answer.Bytes(file.MediaType, file.Data);
    }

    private static Answer Delete(JiraCall call)
    {
        (Issue issue, IssueFile file) = Named(call);
        Project project = call.Jira.ProjectOf(issue);
        bool isOwn = file.AuthorId == call.User.AccountId && call.Jira.CanEdit(call.User, project);
        if (!isOwn && !call.Jira.CanAdminister(call.User, project)) throw JiraException.Forbidden($"You do not have permission to delete attachment with id: {file.Id}");
        call.Jira.DeleteFile(call.User, issue, file);
        return Answer.NoContent();
    }
}
