namespace Tributary.Atlassian.Http;

/// <summary>One site as one user sees it: the only way to Atlassian. Share it; it pools connections and counts its own limits.</summary>
public sealed class AtlassianConnection(Site site) : IDisposable
{
    public Site Site => site;

    public void Dispose()
    {
    }
}
