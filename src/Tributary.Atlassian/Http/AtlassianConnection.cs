using Tributary.Atlassian.Http.Egress;

namespace Tributary.Atlassian.Http;

/// <summary>One site as one user sees it: the only way to Atlassian. Share it; it pools connections and counts its own limits.</summary>
public sealed class AtlassianConnection : IDisposable
{
    /// <exception cref="SiteSettingException">An option cannot be used.</exception>
    public AtlassianConnection(Site site, SiteOptions options, ConnectionInputs inputs)
    {
        Site = site;
        Egress = new EgressClient(site.BaseUrl, options, inputs);
    }

    public Site Site { get; }

    internal EgressClient Egress { get; }

    /// <summary>Finds out what <see cref="SiteOptions.Url"/> stands for and connects. It asks the site only where the host and the options do not tell.</summary>
    /// <exception cref="SiteSettingException">An option cannot be used.</exception>
    /// <exception cref="AtlassianException">The site had to be asked and did not say what it is.</exception>
    public static async Task<AtlassianConnection> OpenAsync(SiteOptions options, ConnectionInputs inputs, CancellationToken cancellationToken) =>
        new(await SiteProbe.FindAsync(options, inputs, cancellationToken), options, inputs);

    public void Dispose() => Egress.Dispose();
}
