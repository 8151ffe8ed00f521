using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Tributary.Tools;
using Tributary.Tools.Catalog;

namespace Tributary.Tests.Tools;

public sealed class PolicyTests
{
    private static readonly string[] Unlisted =
    [
        "confluence_get_page_tree", "confluence_get_page_history", "confluence_move_page", "confluence_copy_page", "confluence_create_blog_post",
        "confluence_add_comment", "confluence_update_comment", "confluence_download_attachment", "confluence_set_labels", "confluence_get_restrictions", "confluence_set_restrictions",
        "confluence_get_properties", "confluence_set_property", "confluence_find_users", "confluence_list_templates", "confluence_get_page_views",
    ];

    private static readonly string[] UnlistedOfJira =
    [
        "jira_add_comment", "jira_edit_comment", "jira_add_worklog", "jira_link_issues", "jira_list_attachments", "jira_add_attachment", "jira_download_attachment", "jira_get_history", "jira_watch_issue",
        "jira_find_fields", "jira_list_projects",
        "jira_list_boards", "jira_list_sprints", "jira_update_sprint", "jira_get_project", "jira_list_versions", "jira_save_version", "jira_find_users", "jira_get_development_info",
        "jira_list_queues", "jira_create_request",
    ];

    private static readonly string[] Writing =
        ["confluence_create_page", "confluence_update_page", "confluence_edit_page", "confluence_delete_page", "confluence_restore_page", "confluence_add_attachment",
            "jira_create_issues", "jira_update_issue", "jira_transition_issue"];

    private static readonly string[] Reading =
        ["confluence_get_page", "confluence_search", "confluence_list_spaces", "confluence_get_comments", "confluence_list_attachments", "jira_search", "jira_get_issue"];

    public static TheoryData<ToolSettings, string[], string> Matrix => new()
    {
        { new ToolSettings(), [.. Reading, .. Writing, "find_tools"], "" },
        { new ToolSettings { ReadOnly = true }, [.. Reading, "find_tools"], "read_only" },
        { new ToolSettings { ReadOnly = true, EnabledTools = Writing }, [], "not_allowed" },
        { new ToolSettings { ReadOnly = true, AllowPermanentDelete = true, Toolsets = ["core"] }, Reading, "read_only" },
        { new ToolSettings { EnabledTools = ["confluence_search", "get_confluence_page"] }, ["confluence_search", "confluence_get_page"], "not_allowed" },
        { new ToolSettings { Toolsets = ["confluence"] }, Unlisted, "not_allowed" },
        { new ToolSettings { Toolsets = ["jira"] }, UnlistedOfJira, "not_allowed" },
        { new ToolSettings { Toolsets = ["all"] }, [.. Reading, .. Writing, .. Unlisted, .. UnlistedOfJira], "" },
        { new ToolSettings { Toolsets = ["confluence"], EnabledTools = Reading }, [], "not_allowed" },
        { new ToolSettings { EnabledTools = ["confluence_move_page"] }, ["confluence_move_page"], "not_allowed" },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task What_is_listed_is_what_can_be_called_by_any_of_its_names(ToolSettings settings, string[] allowed, string refusal)
    {
        var tools = new ToolServer(() => throw new InvalidOperationException("Nothing may be asked."), settings, TimeProvider.System, NullLoggerFactory.Instance, () => throw new InvalidOperationException("Nothing may be asked."));

        Assert.Equal(allowed.Order(), tools.ListTools().Select(tool => tool.Name).Order());
        foreach (string name in Reading.Concat(Writing).Concat(ToolAliases.Names.Where(alias => !UnlistedOfJira.Contains(ToolAliases.Resolve(alias)))))
        {
            // An argument that no tool has: what is allowed goes as far as reading it.
            string code = await CodeAsync(tools, name);
            string expected = allowed.Contains(ToolAliases.Resolve(name)) ? "invalid_params" : settings.ReadOnly && Writing.Contains(ToolAliases.Resolve(name)) ? "read_only" : refusal;
            Assert.Equal((name, expected), (name, code));
        }
    }

    [Theory]
    [InlineData("read_only", "read_only: This server is read-only: confluence_delete_page writes.\nOperation: confluence_delete_page\nNext step: Tell the user what you would have written; the operator can switch READ_ONLY_MODE off.")]
    [InlineData("enabled", "not_allowed: The operator has not enabled confluence_delete_page.\nOperation: confluence_delete_page\nNext step: Use a listed tool; the operator can add this one to ENABLED_TOOLS.")]
    [InlineData("toolset", "not_allowed: confluence_delete_page belongs to the toolset core, which is not switched on.\nOperation: confluence_delete_page\nNext step: Use a listed tool; the operator can add the toolset to TOOLSETS.")]
    public async Task A_refusal_says_who_can_lift_it(string setting, string text)
    {
        ToolSettings settings = setting switch
        {
            "read_only" => new() { ReadOnly = true },
            "enabled" => new() { EnabledTools = ["confluence_search"] },
            _ => new() { Toolsets = ["confluence"] },
        };
        var tools = new ToolServer(() => throw new InvalidOperationException("Nothing may be asked."), settings, TimeProvider.System, NullLoggerFactory.Instance, () => throw new InvalidOperationException("Nothing may be asked."));

        CallToolResult result = await tools.CallAsync("delete_page", Arguments("""{"page_id": "1"}"""), TestContext.Current.CancellationToken);

        Assert.Equal(text, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    [Fact]
    public void What_cannot_be_undone_needs_its_own_switch()
    {
        CatalogTool purge = CatalogTool.Of(_ => new PurgeTool("success"), ToolJson.Default.DeletionResult);

        ToolException refusal = Assert.Throws<ToolException>(() => new Policy(new ToolSettings()).Check(purge));

        Assert.Equal(("not_allowed", "confluence_purge deletes for good."), (refusal.Code, refusal.Message));
        Assert.True(new Policy(new ToolSettings { AllowPermanentDelete = true }).Allows(purge));
        Assert.False(new Policy(new ToolSettings { AllowPermanentDelete = true, ReadOnly = true }).Allows(purge));
    }

    [Fact]
    public void Settings_that_name_nothing_are_told_apart() => Assert.Equal(
        [
            "Toolset 'bitbucket' does not exist; known are core, confluence, jira and all.",
            $"Tool 'confluence_get_pages' does not exist; known are {string.Join(", ", ToolCatalog.Tools.Select(tool => tool.Name))}.",
        ],
        new ToolSettings { Toolsets = ["core", "bitbucket"], EnabledTools = ["delete_page", "confluence_get_pages"] }.Problems());

    private static async Task<string> CodeAsync(ToolServer tools, string name)
    {
        CallToolResult result = await tools.CallAsync(name, Arguments("""{"no_such_argument": 1}"""), TestContext.Current.CancellationToken);
        return result.StructuredContent!.Value.GetProperty("error").GetProperty("code").GetString()!;
    }

    private static Dictionary<string, JsonElement> Arguments(string json) =>
        JsonElement.Parse(json).EnumerateObject().ToDictionary(property => property.Name, property => property.Value);

    private sealed class PurgeTool(string status)
    {
        [McpServerTool(Name = "confluence_purge", Title = "Purge"), Permanent]
        [Description("Deletes for good.")]
        public Task<Tributary.Tools.Confluence.DeletionResult> PurgeAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new Tributary.Tools.Confluence.DeletionResult(status, cancellationToken.CanBeCanceled.ToString()));
    }
}
