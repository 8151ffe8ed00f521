using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Tributary.Tools.Confluence;
using Tributary.Tools.Discovery;
using Tributary.Tools.Files;
using Tributary.Tools.Jira;
using Tributary.Tools.Jira.Agile;
using Tributary.Tools.Jira.Development;
using Tributary.Tools.Jira.Projects;
using Tributary.Tools.Jira.ServiceDesks;
using Tributary.Tools.Writing;

namespace Tributary.Tools;

/// <summary>The wire form of results: snake_case, and nothing said about what is null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ToolFailure))]
[JsonSerializable(typeof(SearchResult))]
[JsonSerializable(typeof(PageResult))]
[JsonSerializable(typeof(CommentsResult))]
[JsonSerializable(typeof(SpacesResult))]
[JsonSerializable(typeof(AddedAttachmentResult))]
[JsonSerializable(typeof(AttachmentsResult))]
[JsonSerializable(typeof(EditedPageResult))]
[JsonSerializable(typeof(DeletionResult))]
[JsonSerializable(typeof(RestoredPageResult))]
[JsonSerializable(typeof(PageTreeResult))]
[JsonSerializable(typeof(PageHistoryResult))]
[JsonSerializable(typeof(MovedPageResult))]
[JsonSerializable(typeof(CopiedPageResult))]
[JsonSerializable(typeof(FoundToolsResult))]
[JsonSerializable(typeof(CommentResult))]
[JsonSerializable(typeof(DeletedResult))]
[JsonSerializable(typeof(DownloadedAttachmentResult))]
[JsonSerializable(typeof(LabelsResult))]
[JsonSerializable(typeof(RestrictionsResult))]
[JsonSerializable(typeof(PropertiesResult))]
[JsonSerializable(typeof(PropertyResult))]
[JsonSerializable(typeof(UsersResult))]
[JsonSerializable(typeof(TemplatesResult))]
[JsonSerializable(typeof(PageViewsResult))]
[JsonSerializable(typeof(IssuesResult))]
[JsonSerializable(typeof(IssueResult))]
[JsonSerializable(typeof(CreatedIssuesResult))]
[JsonSerializable(typeof(ChangedIssueResult))]
[JsonSerializable(typeof(MovedIssueResult))]
[JsonSerializable(typeof(AddedCommentResult))]
[JsonSerializable(typeof(EditedCommentResult))]
[JsonSerializable(typeof(AddedWorklogResult))]
[JsonSerializable(typeof(LinkedResult))]
[JsonSerializable(typeof(IssueHistoryResult))]
[JsonSerializable(typeof(WatchersResult))]
[JsonSerializable(typeof(FieldsResult))]
[JsonSerializable(typeof(ProjectsResult))]
[JsonSerializable(typeof(BoardsResult))]
[JsonSerializable(typeof(SprintsResult))]
[JsonSerializable(typeof(SprintResult))]
[JsonSerializable(typeof(ProjectResult))]
[JsonSerializable(typeof(VersionsResult))]
[JsonSerializable(typeof(SavedVersionResult))]
[JsonSerializable(typeof(JiraUsersResult))]
[JsonSerializable(typeof(DevelopmentResult))]
[JsonSerializable(typeof(QueuesResult))]
[JsonSerializable(typeof(RequestResult))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ToolJson : JsonSerializerContext
{
    /// <summary>Letters of every script stay as they are: escaped they would take six bytes for two.</summary>
    public static ToolJson Relaxed => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
