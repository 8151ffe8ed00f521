namespace Tributary.Atlassian;

/// <summary>The two products that share Atlassian's names and differ in their APIs.</summary>
public enum Deployment
{
    Cloud,
    DataCenter,
}
