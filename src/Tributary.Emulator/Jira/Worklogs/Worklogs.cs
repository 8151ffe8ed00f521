using System.Globalization;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Worklogs;

/// <summary><c>/issue/{issueIdOrKey}/worklog</c> and one of them.</summary>
internal static class Worklogs
{
    private const int Most = 5000;

    public static void Map(JiraRoutes routes)
    {
        routes.Get("/issue/{issueIdOrKey}/worklog", List);
        routes.Post("/issue/{issueIdOrKey}/worklog", Add);
        routes.Get("/issue/{issueIdOrKey}/worklog/{id}", call =>
        {
            Issue issue = call.Issue();
            return Answer.Ok(new WorklogJson(call).Of(issue, WorklogAccess.Visible(call, issue, call.Route("id"))));
        });
        routes.Put("/issue/{issueIdOrKey}/worklog/{id}", Update);
        routes.Delete("/issue/{issueIdOrKey}/worklog/{id}", Delete);
    }

    private static Answer List(JiraCall call)
    {
        Issue issue = call.Issue();
        DateTimeOffset after = Moment(call, "startedAfter") ?? DateTimeOffset.MinValue, before = Moment(call, "startedBefore") ?? DateTimeOffset.MaxValue;
        Worklog[] found = [.. new WorklogJson(call).Visible(issue).Where(worklog => worklog.StartedAt >= after && worklog.StartedAt < before)];
        return Answer.Ok(Paging.Of(call, Most, Most).Classic("worklogs", found, worklog => new WorklogJson(call).Of(issue, worklog)));
    }

    private static DateTimeOffset? Moment(JiraCall call, string name) => call.Query(name) switch
    {
        null => null,
        { } text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long ms) && ms < 253_402_300_800_000 => DateTimeOffset.FromUnixTimeMilliseconds(ms),
        { } text => throw JiraException.BadRequest($"The value '{text}' is not a valid timestamp for the parameter '{name}'."),
    };

    private static Answer Add(JiraCall call)
    {
        Issue issue = call.Issue();
        Project project = call.Jira.ProjectOf(issue);
        if (!call.Jira.CanEdit(call.User, project)) throw JiraException.BadRequest("You do not have the permission to associate a worklog to this issue.");
        WorklogInput input = WorklogInput.New(call, call.Json, project);
        EstimateAdjustment adjustment = EstimateAdjustment.Of(call, "reduceBy");
        Worklog worklog = call.Jira.AddWorklog(call.User, issue, input.StartedAt, input.Seconds, input.Comment, input.Visibility);
        adjustment.Apply(call, issue, input.Seconds);
        return Answer.Json(201, new WorklogJson(call).Of(issue, worklog));
    }

    private static Answer Update(JiraCall call)
    {
        Issue issue = call.Issue();
        Worklog worklog = WorklogAccess.Editable(call, issue, call.Route("id"));
        WorklogInput input = WorklogInput.Edited(call, call.Json, call.Jira.ProjectOf(issue), worklog);
        EstimateAdjustment adjustment = EstimateAdjustment.Of(call, "reduceBy");
        long more = input.Seconds - worklog.Seconds;
        call.Jira.EditWorklog(call.User, issue, worklog, input.StartedAt, input.Seconds, input.Comment, input.Visibility);
        adjustment.Apply(call, issue, more);
        return Answer.Ok(new WorklogJson(call).Of(issue, worklog));
    }

    private static Answer Delete(JiraCall call)
    {
        Issue issue = call.Issue();
        Worklog worklog = WorklogAccess.Editable(call, issue, call.Route("id"));
        EstimateAdjustment adjustment = EstimateAdjustment.Of(call, "increaseBy");
        call.Jira.DeleteWorklog(issue, worklog);
        adjustment.Apply(call, issue, -worklog.Seconds);
        return Answer.NoContent();
    }
}
