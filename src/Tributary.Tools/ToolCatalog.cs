using System.Collections.Frozen;
using Tributary.Tools.Catalog;
using Tributary.Tools.Confluence;
using Tributary.Tools.Discovery;
using Tributary.Tools.Jira;
using Tributary.Tools.Jira.Agile;
using Tributary.Tools.Jira.Development;
using Tributary.Tools.Jira.Projects;
using Tributary.Tools.Jira.ServiceDesks;
using Tributary.Tools.People;

namespace Tributary.Tools;

/// <summary>Every tool there is, a line each; listed in this order.</summary>
internal static class ToolCatalog
{
    public static IReadOnlyList<CatalogTool> Tools { get; } =
    [
        CatalogTool.Of(context => new GetPageTool(context.Confluence, context.Spaces, context.Reader), ToolJson.Relaxed.PageResult),
        CatalogTool.Of(context => new SearchTool(context.Confluence, context.Spaces), ToolJson.Relaxed.SearchResult),
        CatalogTool.Of(context => new CreatePageTool(context.Confluence, context.Spaces, context.Reader), ToolJson.Relaxed.PageResult),
        CatalogTool.Of(context => new UpdatePageTool(context.Confluence, context.Spaces, context.Reader, context.Writer), ToolJson.Relaxed.PageResult),
        CatalogTool.Of(context => new EditPageTool(context.Spaces, context.Reader, context.Writer), ToolJson.Relaxed.EditedPageResult),
        CatalogTool.Of(context => new DeletePageTool(context.Confluence, context.Spaces), ToolJson.Relaxed.DeletionResult),
        CatalogTool.Of(context => new RestorePageTool(context.Confluence, context.Spaces, context.Writer), ToolJson.Relaxed.RestoredPageResult),
        CatalogTool.Of(context => new ListSpacesTool(context.Confluence, context.Spaces), ToolJson.Relaxed.SpacesResult),
        CatalogTool.Of(context => new GetCommentsTool(context.Confluence, context.Spaces, context.Reader, storageByDefault: context.CalledByAlias), ToolJson.Relaxed.CommentsResult),
        CatalogTool.Of(context => new ListAttachmentsTool(context.Confluence, context.Spaces), ToolJson.Relaxed.AttachmentsResult),
        CatalogTool.Of(context => new AddAttachmentTool(context.Confluence, context.Spaces, context.Settings), ToolJson.Relaxed.AddedAttachmentResult),
        CatalogTool.Of(context => new GetPageTreeTool(context.Confluence, context.Spaces), ToolJson.Relaxed.PageTreeResult, Toolset.Confluence),
        CatalogTool.Of(context => new GetPageHistoryTool(context.Confluence, context.Spaces, context.Reader), ToolJson.Relaxed.PageHistoryResult, Toolset.Confluence),
        CatalogTool.Of(context => new MovePageTool(context.Confluence, context.Spaces), ToolJson.Relaxed.MovedPageResult, Toolset.Confluence),
        CatalogTool.Of(context => new CopyPageTool(context.Confluence, context.Spaces), ToolJson.Relaxed.CopiedPageResult, Toolset.Confluence),
        CatalogTool.Of(context => new CreateBlogPostTool(context.Confluence, context.Spaces, context.Reader), ToolJson.Relaxed.PageResult, Toolset.Confluence),
        CatalogTool.Of(context => new AddCommentTool(context.Confluence, context.Spaces, context.Settings), ToolJson.Relaxed.CommentResult, Toolset.Confluence),
        CatalogTool.Of(context => new UpdateCommentTool(context.Confluence, context.Spaces), ToolJson.Relaxed.CommentResult, Toolset.Confluence),
        CatalogTool.Of(context => new DeleteCommentTool(context.Confluence, context.Spaces), ToolJson.Relaxed.DeletedResult, Toolset.Confluence),
        CatalogTool.Of(context => new DownloadAttachmentTool(context.Confluence, context.Spaces), ToolJson.Relaxed.DownloadedAttachmentResult, Toolset.Confluence),
        CatalogTool.Of(context => new DeleteAttachmentTool(context.Confluence, context.Spaces), ToolJson.Relaxed.DeletedResult, Toolset.Confluence),
        CatalogTool.Of(context => new SetLabelsTool(context.Confluence, context.Spaces), ToolJson.Relaxed.LabelsResult, Toolset.Confluence),
        CatalogTool.Of(context => new GetRestrictionsTool(context.Confluence, context.Spaces), ToolJson.Relaxed.RestrictionsResult, Toolset.Confluence),
        CatalogTool.Of(context => new SetRestrictionsTool(context.Confluence, context.Spaces, new PeopleFinder(context.Confluence)), ToolJson.Relaxed.RestrictionsResult, Toolset.Confluence),
        CatalogTool.Of(context => new GetPropertiesTool(context.Confluence, context.Spaces), ToolJson.Relaxed.PropertiesResult, Toolset.Confluence),
        CatalogTool.Of(context => new SetPropertyTool(context.Confluence, context.Spaces), ToolJson.Relaxed.PropertyResult, Toolset.Confluence),
        CatalogTool.Of(context => new FindUsersTool(new PeopleFinder(context.Confluence)), ToolJson.Relaxed.UsersResult, Toolset.Confluence),
        CatalogTool.Of(context => new ListTemplatesTool(context.Confluence, context.Spaces), ToolJson.Relaxed.TemplatesResult, Toolset.Confluence, site => site.OffersTemplates),
        CatalogTool.Of(context => new GetPageViewsTool(context.Confluence, context.Spaces), ToolJson.Relaxed.PageViewsResult, Toolset.Confluence, site => site.OffersPageViews),
        CatalogTool.Of(context => new SearchIssuesTool(context.Jira, context.Projects), ToolJson.Relaxed.IssuesResult),
        CatalogTool.Of(context => new GetIssueTool(context.Jira, context.Projects), ToolJson.Relaxed.IssueResult),
        CatalogTool.Of(context => new CreateIssuesTool(context.Jira, context.Projects), ToolJson.Relaxed.CreatedIssuesResult),
        CatalogTool.Of(context => new UpdateIssueTool(context.Jira, context.Projects, context.Turns), ToolJson.Relaxed.ChangedIssueResult),
        CatalogTool.Of(context => new TransitionIssueTool(context.Jira, context.Projects), ToolJson.Relaxed.MovedIssueResult),
        CatalogTool.Of(context => new AddIssueCommentTool(context.Jira, context.Projects), ToolJson.Relaxed.AddedCommentResult, Toolset.Jira),
        CatalogTool.Of(context => new EditIssueCommentTool(context.Jira, context.Projects, context.Turns), ToolJson.Relaxed.EditedCommentResult, Toolset.Jira),
        CatalogTool.Of(context => new DeleteIssueCommentTool(context.Jira, context.Projects), ToolJson.Relaxed.DeletedResult, Toolset.Jira),
        CatalogTool.Of(context => new DeleteIssueTool(context.Jira, context.Projects), ToolJson.Relaxed.DeletedResult, Toolset.Jira),
        CatalogTool.Of(context => new AddWorklogTool(context.Jira, context.Projects), ToolJson.Relaxed.AddedWorklogResult, Toolset.Jira),
        CatalogTool.Of(context => new DeleteWorklogTool(context.Jira, context.Projects), ToolJson.Relaxed.DeletedResult, Toolset.Jira),
        CatalogTool.Of(context => new LinkIssuesTool(context.Jira, context.Projects), ToolJson.Relaxed.LinkedResult, Toolset.Jira),
        CatalogTool.Of(context => new ListIssueAttachmentsTool(context.Jira, context.Projects), ToolJson.Relaxed.AttachmentsResult, Toolset.Jira),
        CatalogTool.Of(context => new AddIssueAttachmentTool(context.Jira, context.Projects, context.Settings), ToolJson.Relaxed.AddedAttachmentResult, Toolset.Jira),
        CatalogTool.Of(context => new DownloadIssueAttachmentTool(context.Jira, context.Projects), ToolJson.Relaxed.DownloadedAttachmentResult, Toolset.Jira),
        CatalogTool.Of(context => new DeleteIssueAttachmentTool(context.Jira, context.Projects), ToolJson.Relaxed.DeletedResult, Toolset.Jira),
        CatalogTool.Of(context => new GetIssueHistoryTool(context.Jira, context.Projects), ToolJson.Relaxed.IssueHistoryResult, Toolset.Jira),
        CatalogTool.Of(context => new WatchIssueTool(context.Jira, context.Projects), ToolJson.Relaxed.WatchersResult, Toolset.Jira),
        CatalogTool.Of(context => new FindFieldsTool(context.Jira, context.Projects), ToolJson.Relaxed.FieldsResult, Toolset.Jira),
        CatalogTool.Of(context => new ListProjectsTool(context.Jira, context.Projects), ToolJson.Relaxed.ProjectsResult, Toolset.Jira),

        CatalogTool.Of(context => new ListBoardsTool(context.Jira, context.Projects), ToolJson.Relaxed.BoardsResult, Toolset.Jira),
        CatalogTool.Of(context => new ListSprintsTool(context.Jira, context.Projects), ToolJson.Relaxed.SprintsResult, Toolset.Jira),
        CatalogTool.Of(context => new UpdateSprintTool(context.Jira, context.Projects), ToolJson.Relaxed.SprintResult, Toolset.Jira),
        CatalogTool.Of(context => new GetProjectTool(context.Jira, context.Projects), ToolJson.Relaxed.ProjectResult, Toolset.Jira),
        CatalogTool.Of(context => new ListVersionsTool(context.Jira, context.Projects), ToolJson.Relaxed.VersionsResult, Toolset.Jira),
        CatalogTool.Of(context => new SaveVersionTool(context.Jira, context.Projects), ToolJson.Relaxed.SavedVersionResult, Toolset.Jira),
        CatalogTool.Of(context => new FindJiraUsersTool(context.Jira, context.Projects), ToolJson.Relaxed.JiraUsersResult, Toolset.Jira),
        CatalogTool.Of(context => new GetDevelopmentInfoTool(context.Jira, context.Projects), ToolJson.Relaxed.DevelopmentResult, Toolset.Jira),
        CatalogTool.Of(context => new ListQueuesTool(context.Jira, context.Projects), ToolJson.Relaxed.QueuesResult, Toolset.Jira),
        CatalogTool.Of(context => new CreateRequestTool(context.Jira, context.Projects), ToolJson.Relaxed.RequestResult, Toolset.Jira),

        CatalogTool.Of(context => new FindToolsTool(context.Policy, context.Settings), ToolJson.Relaxed.FoundToolsResult),
    ];

    private static readonly FrozenDictionary<string, CatalogTool> ByName = Tools.ToFrozenDictionary(tool => tool.Name, StringComparer.Ordinal);

    public static CatalogTool? Find(string name) => ByName.GetValueOrDefault(name);
}
