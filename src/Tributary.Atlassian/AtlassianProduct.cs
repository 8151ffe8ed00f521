namespace Tributary.Atlassian;

/// <summary>Whose API is asked; errors name it.</summary>
public enum AtlassianProduct
{
    Confluence,
    Jira,
}
