using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Tributary.Tools;

namespace Tributary.Tests.Tools;

public sealed partial class ToolListTests
{
    private static readonly JsonSerializerOptions Indented = new(McpJsonUtilities.DefaultOptions) { WriteIndented = true };

    /// <summary>The product's contract: what each tool takes and what its result holds.</summary>
    public static TheoryData<string, string, string> Contract => new()
    {
        { "confluence_get_page", "page_id space_key title url format section version max_tokens cursor expand",
            "id status title space_key version url body author_id created_date last_modified_date outline.level outline.title outline.handle outline.tokens outline.nodes front_matter labels cursor" },
        { "confluence_search", "cql query space_key limit start cursor excerpt expand",
            "results.id results.title results.space_key results.type results.url results.excerpt results.last_modified_date total_available next_start_offset next_cursor" },
        { "confluence_create_page", "space_key title body format parent_page_id update_message draft content",
            "id status title space_key version url body author_id created_date last_modified_date" },
        { "confluence_update_page", "page_id new_version_number base_version title body parent_page_id content format update_message dry_run allow_loss",
            "id status title space_key version url body author_id created_date last_modified_date diff storage_bytes_touched undo" },
        { "confluence_edit_page",
            "page_id base_version operations operations.op operations.section operations.node operations.content operations.find operations.occurrence operations.all operations.before operations.after "
            + "operations.row operations.column operations.cells operations.name operations.done dry_run allow_loss update_message",
            "id title version url message diff storage_bytes_touched undo" },
        { "confluence_delete_page", "page_id", "status message undo" },
        { "confluence_restore_page", "page_id version base_version", "id title version url message undo" },
        { "confluence_list_spaces", "space_keys type status limit start expand",
            "spaces.id spaces.key spaces.name spaces.type spaces.status spaces.url total_available next_start_offset" },
        { "confluence_get_comments", "page_id limit start expand location status",
            "comments.id comments.author_id comments.created_date comments.body comments.url comments.location comments.status comments.parent_id total_returned next_start_offset" },
        { "confluence_list_attachments", "page_id filename media_type limit start",
            "attachments.id attachments.title attachments.media_type attachments.file_size attachments.created_date attachments.download_link total_available next_start_offset" },
        { "confluence_add_attachment", "page_id file_path content_base64 filename comment content_type", "id title media_type file_size download_link message" },
        { "confluence_get_page_tree", "page_id space_key depth limit start", "root_id pages.id pages.title pages.type pages.parent_id pages.depth next_start_offset" },
        { "confluence_get_page_history", "page_id from_version to_version limit start",
            "id title versions.number versions.created_date versions.author_id versions.message next_start_offset diff" },
        { "confluence_move_page", "page_id target_id position", "id title space_key target_id message undo" },
        { "confluence_copy_page", "page_id parent_page_id title copy_attachments copy_labels copy_properties copy_restrictions", "id title space_key version url message undo" },
        { "confluence_create_blog_post", "space_key title body format draft", "id status title space_key version url body author_id created_date last_modified_date message undo" },
        { "confluence_add_comment", "page_id comment_id body format location selection occurrence", "id page_id location status version url message undo" },
        { "confluence_update_comment", "comment_id action body format allow_loss", "id page_id location status version url message undo" },
        { "confluence_delete_comment", "comment_id", "status message was" },
        { "confluence_download_attachment", "page_id attachment_id filename max_tokens offset", "id title media_type file_size kind text next_offset message" },
        { "confluence_delete_attachment", "page_id attachment_id", "status message" },
        { "confluence_set_labels", "page_id add remove", "page_id labels message undo" },
        { "confluence_get_restrictions", "page_id",
            "page_id read_users.id read_users.name read_users.email read_users.username read_groups update_users.id update_users.name update_users.email update_users.username update_groups" },
        { "confluence_set_restrictions", "page_id read_users read_groups update_users update_groups allow_lockout",
            "page_id read_users.id read_users.name read_groups update_users.id update_users.name update_groups message undo" },
        { "confluence_get_properties", "page_id key max_tokens", "properties.key properties.version properties.value properties.bytes" },
        { "confluence_set_property", "page_id key value delete base_version", "page_id key version message undo" },
        { "confluence_find_users", "query limit start", "users.id users.name users.email users.username total_available next_start_offset" },
        { "confluence_list_templates", "space_key kind expand limit start", "templates.id templates.name templates.description templates.space_key templates.body next_start_offset" },
        { "confluence_get_page_views", "page_id from_date", "page_id views viewers from_date" },
        { "jira_search", "jql query project_key board backlog fields limit cursor",
            "issues.key issues.summary issues.type issues.status issues.priority issues.assignee issues.updated_date issues.url issues.fields total_available next_cursor" },
        { "jira_get_issue", "issue_key url fields expand max_tokens cursor",
            "key summary type status updated_date url fields description description_base comments.id comments.author comments.created_date comments.body comments.base comments.visible_to comments.internal_note total_comments "
            + "worklogs.id worklogs.author worklogs.started_date worklogs.time_spent worklogs.comment worklogs.visible_to total_worklogs "
            + "links.id links.relation links.key links.summary links.status remote_links.id remote_links.title remote_links.url remote_links.relation watchers.id watchers.name watch_count "
            + "changes.date changes.author changes.field changes.before changes.after transitions.id transitions.name transitions.to transitions.fields slas.name slas.state slas.goal slas.elapsed slas.remaining slas.breach_date cursor" },
        { "jira_create_issues", "issues issues.project_key issues.issue_type issues.summary issues.description issues.fields dry_run",
            "issues.key issues.summary issues.url issues.error message" },
        { "jira_update_issue", "issue_key fields description description_base dry_run allow_loss", "key url message changed diff description_base" },
        { "jira_transition_issue", "issue_key transition fields", "key status url" },
        { "jira_add_comment", "issue_key body visible_to internal_note", "id key message" },
        { "jira_edit_comment", "issue_key comment_id body comment_base visible_to dry_run allow_loss", "id key message base diff" },
        { "jira_delete_comment", "issue_key comment_id", "status message was" },
        { "jira_delete_issue", "issue_key delete_subtasks", "status message was" },
        { "jira_add_worklog", "issue_key time_spent started comment adjust_estimate estimate", "id key time_spent started_date message" },
        { "jira_delete_worklog", "issue_key worklog_id", "status message was" },
        { "jira_link_issues", "issue_key link_type to_issue url title remove remove_link", "key message id" },
        { "jira_list_attachments", "issue_key filename limit start",
            "attachments.id attachments.title attachments.media_type attachments.file_size attachments.created_date attachments.download_link total_available next_start_offset" },
        { "jira_add_attachment", "issue_key file_path content_base64 filename content_type", "id title media_type file_size download_link message" },
        { "jira_download_attachment", "issue_key attachment_id filename max_tokens offset", "id title media_type file_size kind text next_offset message" },
        { "jira_delete_attachment", "issue_key attachment_id", "status message" },
        { "jira_get_history", "issue_key limit start", "key changes.date changes.author changes.field changes.before changes.after returned total_available next_start_offset" },
        { "jira_watch_issue", "issue_key action user", "key message watchers.id watchers.name watch_count" },
        { "jira_find_fields", "query project_key issue_type request_type issue_key limit start",
            "fields.id fields.name fields.type fields.required fields.allowed fields.total_allowed total_available message next_start_offset" },
        { "jira_list_projects", "query limit start", "projects.key projects.name projects.type total_available next_start_offset" },
        { "jira_list_boards", "project_key name type limit start", "boards.id boards.name boards.type boards.project_key total_available next_start_offset" },
        { "jira_list_sprints", "board project_key state limit start",
            "board_id sprints.id sprints.name sprints.state sprints.goal sprints.start_date sprints.end_date sprints.complete_date total_available next_start_offset" },
        { "jira_update_sprint", "sprint board name goal start_date end_date state add_issues to_backlog", "sprint message" },
        { "jira_get_project", "project_key",
            "key name type url description lead lead_id issue_types.name issue_types.subtask issue_types.statuses components.name components.description components.lead roles total_versions unreleased_versions" },
        { "jira_list_versions", "project_key query status limit start",
            "versions.id versions.name versions.status versions.description versions.start_date versions.release_date total_available next_start_offset" },
        { "jira_save_version", "project_key version name description start_date release_date released archived", "version message" },
        { "jira_find_users", "query project_key issue_key limit start", "users.id users.name users.email users.active next_start_offset" },
        { "jira_get_development_info", "issue_key limit start",
            "key branches.name branches.repository branches.url total_branches commits.id commits.message commits.author commits.date commits.repository commits.url total_commits "
            + "pull_requests.id pull_requests.name pull_requests.status pull_requests.author pull_requests.source pull_requests.destination pull_requests.updated_date pull_requests.url total_pull_requests builds next_start_offset" },
        { "jira_list_queues", "desk queue limit start",
            "project_key queues.id queues.name queues.jql queues.issue_count issues.key issues.summary issues.type issues.status issues.url total_available next_start_offset" },
        { "jira_create_request", "desk request_type summary description fields on_behalf_of dry_run", "key status url portal_url message" },
        { "find_tools", "query limit", "tools.name tools.description tools.input_schema others" },
    };

    [Theory]
    [MemberData(nameof(Contract))]
    public void A_tool_takes_and_gives_what_the_contract_says(string name, string input, string output)
    {
        Tool tool = All().Single(tool => tool.Name == name);

        Assert.Equal(input.Split(' ').Order(), Properties(tool.InputSchema).Order());
        Assert.Empty(output.Split(' ').Except(Properties(tool.OutputSchema!.Value)));
    }

    [Theory]
    [MemberData(nameof(Contract))]
    public void A_tool_is_described_as_in_its_snapshot(string name, string input, string output)
    {
        Assert.NotEqual(input, output);
        Snapshot.Matches($"Tools/{name}.json", JsonSerializer.Serialize(All().Single(tool => tool.Name == name), Indented) + "\n");
    }

    [Fact]
    public void The_tools_are_those_of_the_contract() => Assert.Equal(Contract.Select(row => row.Data.Item1), All().Select(tool => tool.Name));

    [Fact]
    public void The_core_costs_at_most_4000_tokens_and_all_of_them_16000()
    {
        Assert.InRange(Tokens(List()), 1, 4000);
        Assert.InRange(Tokens(All()), 1, 16000);

        static int Tokens(IEnumerable<Tool> tools) => JsonSerializer.SerializeToUtf8Bytes(new ListToolsResult { Tools = [.. tools] }, McpJsonUtilities.DefaultOptions).Length / 4;
    }

    [Fact]
    public void Every_name_on_the_wire_is_snake_case()
    {
        IEnumerable<string> names = All().SelectMany(tool => Properties(tool.InputSchema).Concat(Properties(tool.OutputSchema!.Value)).Append(tool.Name));

        Assert.All(names, name => Assert.Matches(SnakeCase(), name));
    }

    [Fact]
    public void Every_schema_is_one_that_every_client_reads()
    {
        Assert.All(All(), tool =>
        {
            string[] top = [.. tool.InputSchema.EnumerateObject().Select(property => property.Name)];
            Assert.Empty(top.Intersect(["anyOf", "oneOf", "allOf", "$ref", "not"]));
            Assert.Equal("object", tool.InputSchema.GetProperty("type").GetString());
            Assert.False(tool.InputSchema.GetProperty("additionalProperties").GetBoolean());
            Assert.Equal("object", tool.OutputSchema!.Value.GetProperty("type").GetString());
            Assert.NotEmpty(tool.Title!);
            Assert.NotEmpty(tool.Description!);
        });
    }

    [Fact]
    public void A_path_of_this_machine_is_a_parameter_only_where_folders_are_open()
    {
        Tool closed = List(new ToolSettings()).Single(tool => tool.Name == "confluence_add_attachment");

        Assert.DoesNotContain("file_path", Properties(closed.InputSchema));
    }

    [Fact]
    public void The_list_is_the_same_each_time() =>
        Assert.Equal(JsonSerializer.Serialize(List(), McpJsonUtilities.DefaultOptions), JsonSerializer.Serialize(List(), McpJsonUtilities.DefaultOptions));

    // With a choice of toolsets nothing is left to find.
    private static Tool[] All() => [.. List(new ToolSettings { Toolsets = ["all"], AttachmentRoots = ["/srv/files"], AllowPermanentDelete = true }), List().Single(tool => tool.Name == "find_tools")];

    private static IReadOnlyList<Tool> List(ToolSettings? settings = null) =>
        new ToolServer(
            () => throw new InvalidOperationException("A list needs no client."),
            settings ?? new ToolSettings { AttachmentRoots = ["/srv/files"] }, TimeProvider.System, NullLoggerFactory.Instance,
            () => throw new InvalidOperationException("A list needs no client.")).ListTools();

    /// <summary>The properties of a schema; of a list's items with the list's name in front.</summary>
    private static IEnumerable<string> Properties(JsonElement schema)
    {
        foreach (JsonProperty property in schema.GetProperty("properties").EnumerateObject())
        {
            yield return property.Name;
            if (property.Value.TryGetProperty("items", out JsonElement items) && items.TryGetProperty("properties", out _))
            {
                foreach (string inner in Properties(items))
                    yield return $"{property.Name}.{inner}";
            }
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*(\\.[a-z][a-z0-9]*(_[a-z0-9]+)*)?$")]
    private static partial Regex SnakeCase();
}
