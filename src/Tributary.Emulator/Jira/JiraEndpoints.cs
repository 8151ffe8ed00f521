using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.Agile;
using Tributary.Emulator.Jira.Attachments;
using Tributary.Emulator.Jira.Development;
using Tributary.Emulator.Jira.Fields;
using Tributary.Emulator.Jira.Issues;
using Tributary.Emulator.Jira.Links;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.Jira.Projects;
using Tributary.Emulator.Jira.Search;
using Tributary.Emulator.Jira.ServiceDesk;
using Tributary.Emulator.Jira.Watchers;
using Tributary.Emulator.Jira.Worklogs;

namespace Tributary.Emulator.Jira;

/// <summary>Every API of Jira that a deployment has, each at its address.</summary>
internal static class JiraEndpoints
{
    /// <param name="routesAt">Gives the routes under a path of the origin, with how refusals are worded there.</param>
    public static void Map(Site site, Func<string, ErrorShape, Routes> routesAt)
    {
        Routes At(string path) => routesAt(path, JiraErrors.Shape);
        if (site.IsCloud) MapPlatform(new JiraRoutes(At("/rest/api/3"), "3"));
        MapPlatform(new JiraRoutes(At("/rest/api/2"), "2"));
        MapPlatform(new JiraRoutes(At("/rest/api/latest"), "2"));
        OneFile.MapLink(new JiraRoutes(At(""), "2"));
        MapAgile(new JiraRoutes(At("/rest/agile/1.0"), "2"));
        if (site.IsCloud) BoardIssues.MapSoftware(new JiraRoutes(At("/rest/software/1.0"), "2"));
        MapServiceDesk(new JiraRoutes(routesAt("/rest/servicedeskapi", ServiceDeskErrors.Shape), "2"));
        DevStatus.Map(new JiraRoutes(At("/rest/dev-status/1.0"), "2"));
        DevStatus.Map(new JiraRoutes(At("/rest/dev-status/latest"), "2"));
        if (!site.IsCloud) Configuration.MapSession(new JiraRoutes(At("/rest/auth/1"), "2"));
    }

    private static void MapAgile(JiraRoutes routes)
    {
        Boards.Map(routes);
        BoardIssues.Map(routes);
        Sprints.Map(routes);
        MoveIssues.Map(routes);
        Epics.Map(routes);
    }

    private static void MapServiceDesk(JiraRoutes routes)
    {
        Desks.Map(routes);
        Requests.Map(routes);
        Slas.Map(routes);
    }

    private static void MapPlatform(JiraRoutes routes)
    {
        ServerInfo.Map(routes);
        Configuration.Map(routes);
        Users.Map(routes);
        AssignableUsers.Map(routes);
        Groups.Map(routes);
        Pickers.Map(routes);
        MyPermissions.Map(routes);
        PermissionChecks.Map(routes);
        ProjectReads.Map(routes);
        ProjectRoles.Map(routes);
        Versions.Map(routes);
        Components.Map(routes);
        FieldCatalogue.Map(routes);
        Choices.Map(routes);
        Labels.Map(routes);
        CreateMeta.Map(routes);
        CreateIssues.Map(routes);
        BulkFetch.Map(routes);
        BulkMove.Map(routes);
        IssuePicker.Map(routes);
        OneIssue.Map(routes);
        Changelogs.Map(routes);
        IssueTransitions.Map(routes);
        IssueProperties.Map(routes);
        Comments.Comments.Map(routes);
        Worklogs.Worklogs.Map(routes);
        WorklogFeeds.Map(routes);
        AttachFiles.Map(routes);
        OneFile.Map(routes);
        IssueLinks.Map(routes);
        RemoteLinks.Map(routes);
        Watchers.Watchers.Map(routes);
        Votes.Map(routes);
        SearchJql.Map(routes);
        ClassicSearch.Map(routes);
        ParseJql.Map(routes);
        MatchJql.Map(routes);
        AutocompleteData.Map(routes);
        Filters.Map(routes);
    }
}
