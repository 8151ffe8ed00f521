namespace Tributary.Emulator.Search.Jql;

/// <summary>What the values of a field or function stand for.</summary>
internal enum JqlType
{
    Text,
    Number,
    Duration,
    Date,
    Issue,
    Project,
    ProjectCategory,
    ProjectType,
    IssueType,
    Status,
    StatusCategory,
    Priority,
    Resolution,
    User,
    Version,
    Component,
    Option,
    Label,
    Sprint,
    RequestType,
    LinkType,
    SecurityLevel,
    Filter,
    Attachment,
    Property,
    Rank,
}

internal static class JqlTypes
{
    /// <summary>As <c>/jql/autocompletedata</c> names it: the class that holds such values in Jira.</summary>
    public static string JavaName(this JqlType type) => type switch
    {
        JqlType.Number or JqlType.Duration => "java.lang.Number",
        JqlType.Date => "java.util.Date",
        JqlType.Issue => "com.atlassian.jira.issue.Issue",
        JqlType.Project => "com.atlassian.jira.project.Project",
        JqlType.ProjectCategory => "com.atlassian.jira.project.ProjectCategory",
        JqlType.ProjectType => "com.atlassian.jira.project.type.ProjectType",
        JqlType.IssueType => "com.atlassian.jira.issue.issuetype.IssueType",
        JqlType.Status => "com.atlassian.jira.issue.status.Status",
        JqlType.StatusCategory => "com.atlassian.jira.issue.status.category.StatusCategory",
        JqlType.Priority => "com.atlassian.jira.issue.priority.Priority",
        JqlType.Resolution => "com.atlassian.jira.issue.resolution.Resolution",
        JqlType.User => "com.atlassian.jira.user.ApplicationUser",
        JqlType.Version => "com.atlassian.jira.project.version.Version",
        JqlType.Component => "com.atlassian.jira.bc.project.component.ProjectComponent",
        JqlType.Option => "com.atlassian.jira.issue.customfields.option.Option",
        JqlType.Label => "com.atlassian.jira.issue.label.Label",
        JqlType.SecurityLevel => "com.atlassian.jira.issue.security.IssueSecurityLevel",
        JqlType.Filter => "com.atlassian.jira.issue.search.SearchRequest",
        JqlType.Attachment => "com.atlassian.jira.issue.attachment.Attachment",
        JqlType.Property => "com.atlassian.jira.entity.property.EntityProperty",
        JqlType.LinkType => "com.atlassian.jira.issue.link.IssueLinkType",
        JqlType.Rank => "com.atlassian.greenhopper.customfield.lexorank",
        _ => "java.lang.String",
    };
}
