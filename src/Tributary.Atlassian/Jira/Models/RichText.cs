namespace Tributary.Atlassian.Jira.Models;

/// <summary>A description or comment as Jira keeps it: ADF as JSON on Cloud, wiki markup on Data Center.</summary>
public sealed record RichText(RichTextFormat Format, string Text);

public enum RichTextFormat
{
    AtlasDocFormat,
    WikiMarkup,
}
