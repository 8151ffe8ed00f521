using System.Collections.Frozen;
using System.Text.Json;
using Tributary.Tools.Jira;

namespace Tributary.Tools;

/// <summary>
/// Names that earlier documents used: never listed, accepted when called. Their bodies default to storage format in and out,
/// and their pages also carry <c>page_id</c>.
/// </summary>
internal static class ToolAliases
{
    private static readonly FrozenDictionary<string, Alias> Aliases = new Dictionary<string, Alias>
    {
        ["get_confluence_page"] = new("confluence_get_page", "format", "storage"),
        ["search_confluence_pages"] = new("confluence_search"),
        ["create_confluence_page"] = new("confluence_create_page", "format", "storage"),
        ["update_confluence_page"] = new("confluence_update_page", "format", "storage"),
        ["delete_confluence_page"] = new("confluence_delete_page"),
        ["delete_page"] = new("confluence_delete_page"),
        ["get_confluence_spaces"] = new("confluence_list_spaces"),
        ["get_confluence_page_comments"] = new("confluence_get_comments"),
        ["get_confluence_page_attachments"] = new("confluence_list_attachments"),
        ["add_confluence_page_attachment"] = new("confluence_add_attachment"),
        ["jira_create_issue"] = new("jira_create_issues") { Rewrite = JiraArguments.OneIssue },
        ["jira_batch_create_issues"] = new("jira_create_issues") { Rewrite = JiraArguments.Batch },
        ["jira_get_transitions"] = new("jira_get_issue", "expand", "transitions"),
        ["jira_get_worklog"] = new("jira_get_issue", "expand", "worklogs"),
        ["jira_get_issue_watchers"] = new("jira_get_issue", "expand", "watchers"),
        ["jira_add_watcher"] = new("jira_watch_issue") { Rewrite = JiraArguments.Watcher("watch") },
        ["jira_remove_watcher"] = new("jira_watch_issue") { Rewrite = JiraArguments.Watcher("unwatch") },
        ["jira_create_issue_link"] = new("jira_link_issues") { Rewrite = JiraArguments.Link },
        ["jira_create_remote_issue_link"] = new("jira_link_issues") { Rewrite = JiraArguments.RemoteLink },
        ["jira_remove_issue_link"] = new("jira_link_issues") { Rewrite = JiraArguments.RemovedLink },
        ["jira_assign_issue"] = new("jira_update_issue") { Rewrite = JiraArguments.Assignee },
        ["jira_link_to_epic"] = new("jira_update_issue") { Rewrite = JiraArguments.Epic },
        ["jira_download_attachments"] = new("jira_list_attachments"),
        ["jira_batch_get_changelogs"] = new("jira_get_history") { Rewrite = JiraArguments.Changelogs },
        ["jira_get_all_projects"] = new("jira_list_projects") { Rewrite = JiraArguments.AllProjects },

        ["jira_get_agile_boards"] = new("jira_list_boards") { Rewrite = JiraArguments.Renaming(("board_name", "name"), ("board_type", "type"), ("start_at", "start")) },
        ["jira_get_board_issues"] = new("jira_search") { Rewrite = JiraArguments.OfBoard },
        ["jira_get_sprints_from_board"] = new("jira_list_sprints", "state", "all") { Rewrite = JiraArguments.Renaming(("board_id", "board"), ("start_at", "start")) },
        ["jira_get_sprint_issues"] = new("jira_search") { Rewrite = JiraArguments.OfSprint },
        ["jira_create_sprint"] = new("jira_update_sprint") { Rewrite = JiraArguments.Renaming(("board_id", "board"), ("sprint_name", "name")) },
        ["jira_add_issues_to_sprint"] = new("jira_update_sprint") { Rewrite = JiraArguments.Renaming(("sprint_id", "sprint"), ("issue_keys", "add_issues")) },
        ["jira_get_project_issues"] = new("jira_search") { Rewrite = JiraArguments.OfProject },
        ["jira_move_issues_to_backlog"] = new("jira_update_sprint") { Rewrite = JiraArguments.Renaming(("issue_keys", "to_backlog")) },
        ["jira_search_projects"] = new("jira_list_projects") { Rewrite = JiraArguments.Renaming(("max_results", "limit"), ("current_project_ids", null)) },
        ["jira_get_project_issue_types"] = new("jira_get_project"),
        ["jira_get_create_fields"] = new("jira_find_fields") { Rewrite = JiraArguments.Renaming(("issue_type_id", "issue_type")) },
        ["jira_get_field_options"] = new("jira_find_fields")
        {
            Rewrite = JiraArguments.Renaming(("field_id", "query"), ("context_id", null), ("contains", null), ("return_limit", null), ("values_only", null)),
        },
        ["jira_search_assignable_users"] = new("jira_find_users"),
        ["jira_create_customer_request"] = new("jira_create_request") { Rewrite = JiraArguments.CustomerRequest },
        ["jira_get_issue_dates"] = new("jira_get_issue") { Rewrite = JiraArguments.Renaming(("include_status_changes", null), ("include_status_summary", null)) },
        ["jira_get_project_components"] = new("jira_get_project"),
        ["jira_get_project_versions"] = new("jira_list_versions") { Rewrite = JiraArguments.Renaming(("start_at", "start")) },
        ["jira_create_version"] = new("jira_save_version"),
        ["jira_get_user_profile"] = new("jira_find_users") { Rewrite = JiraArguments.Renaming(("user_identifier", "query")) },
        ["jira_search_fields"] = new("jira_find_fields") { Rewrite = JiraArguments.Renaming(("keyword", "query"), ("refresh", null)) },
        ["jira_get_issue_development_info"] = new("jira_get_development_info") { Rewrite = JiraArguments.Renaming(("application_type", null), ("data_type", null)) },
        ["jira_get_service_desk_for_project"] = new("jira_list_queues") { Rewrite = JiraArguments.Renaming(("project_key", "desk")) },
        ["jira_get_service_desk_queues"] = new("jira_list_queues") { Rewrite = JiraArguments.Renaming(("service_desk_id", "desk"), ("start_at", "start")) },
        ["jira_get_queue_issues"] = new("jira_list_queues") { Rewrite = JiraArguments.Renaming(("service_desk_id", "desk"), ("queue_id", "queue"), ("start_at", "start")) },
        ["jira_get_issue_sla"] = new("jira_get_issue", "expand", "slas") { Rewrite = JiraArguments.Renaming(("metrics", null), ("working_hours_only", null), ("include_raw_dates", null)) },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Aliases.Keys;

    public static bool IsAlias(string name) => Aliases.ContainsKey(name);

    /// <summary>The name of the tool that <paramref name="name"/> calls; itself when it is no alias.</summary>
    public static string Resolve(string name) => Aliases.TryGetValue(name, out Alias? alias) ? alias.Tool : name;

    /// <summary>The arguments with the alias's own default added where the caller gave none.</summary>
    public static IReadOnlyDictionary<string, JsonElement> WithDefaults(string name, IReadOnlyDictionary<string, JsonElement> arguments)
    {
        if (!Aliases.TryGetValue(name, out Alias? alias))
            return arguments;
        if (alias.Rewrite is { } rewrite)
            arguments = rewrite(arguments);
        if (alias.Parameter is null || arguments.ContainsKey(alias.Parameter))
            return arguments;

        return new Dictionary<string, JsonElement>(arguments, StringComparer.Ordinal)
        {
            [alias.Parameter] = JsonElement.Parse($"\"{alias.Default}\""),
        };
    }

    private sealed record Alias(string Tool, string? Parameter = null, string? Default = null)
    {
        /// <summary>Where an earlier name took other arguments.</summary>
        public Func<IReadOnlyDictionary<string, JsonElement>, IReadOnlyDictionary<string, JsonElement>>? Rewrite { get; init; }
    }
}
