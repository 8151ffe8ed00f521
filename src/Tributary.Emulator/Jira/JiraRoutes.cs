using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Jira;

/// <summary>Where endpoints of one API of Jira are mapped.</summary>
/// <param name="version">See <see cref="JiraCall"/>.</param>
internal sealed class JiraRoutes(Routes routes, string version)
{
    public Site Site => routes.Site;

    public bool IsCloud => routes.Site.IsCloud;

    public void Get(string path, Func<JiraCall, Answer> handler) => routes.Get(path, Bind(handler));

    public void Post(string path, Func<JiraCall, Answer> handler) => routes.Post(path, Bind(handler));

    public void Put(string path, Func<JiraCall, Answer> handler) => routes.Put(path, Bind(handler));

    public void Delete(string path, Func<JiraCall, Answer> handler) => routes.Delete(path, Bind(handler));

    private Func<Call, Answer> Bind(Func<JiraCall, Answer> handler) => call => handler(new JiraCall(call, version));
}
