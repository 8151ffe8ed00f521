using Tributary.Atlassian;
using Tributary.Tests.Tools;

[assembly: AssemblyFixture(typeof(ToolSites))]

namespace Tributary.Tests.Tools;

/// <summary>One emulated site of each deployment for all tests of the tools. It starts when a test first asks for it; tests that write use pages of their own.</summary>
public sealed class ToolSites : IAsyncDisposable
{
    private readonly Lazy<Task<ToolSite>> cloud = new(() => ToolSite.StartAsync(Deployment.Cloud));
    private readonly Lazy<Task<ToolSite>> dataCenter = new(() => ToolSite.StartAsync(Deployment.DataCenter));

    internal Task<ToolSite> OfAsync(Deployment deployment) => deployment == Deployment.Cloud ? cloud.Value : dataCenter.Value;

    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<Task<ToolSite>> site in new[] { cloud, dataCenter }.Where(site => site.IsValueCreated))
            await (await site.Value).DisposeAsync();
    }
}
