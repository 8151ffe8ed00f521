using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Jira;
using Tributary.Emulator;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools;

/// <summary>
/// An emulated site with the spaces OPEN and SHUT, which alice administers, bob edits and charlie reads, and PRIV, which alice alone sees.
/// </summary>
internal sealed class ToolSite : IAsyncDisposable
{
    private static int titles;

    private readonly ConcurrentDictionary<(string User, AtlassianProduct Product), AtlassianConnection> connections = new();

    private ToolSite(EmulatorServer server, Deployment deployment)
    {
        Server = server;
        Deployment = deployment;
    }

    public EmulatorServer Server { get; }

    public Deployment Deployment { get; }

    public Wiki Wiki => Server.Wiki;

    public string BaseUrl => Server.BaseUrl.ToString().TrimEnd('/');

    public static async Task<ToolSite> StartAsync(Deployment deployment)
    {
        var options = new EmulatorOptions { Seed = "empty", Deployment = deployment == Deployment.Cloud ? EmulatedDeployment.Cloud : EmulatedDeployment.DataCenter };
        EmulatorServer server = await EmulatorServer.StartInProcessAsync(options, CancellationToken.None);
        server.Wiki.Write(wiki =>
        {
            foreach (string key in new[] { "OPEN", "SHUT", "PRIV" })
            {
                Space space = wiki.CreateSpace(wiki.FindUser("alice")!, new NewSpace(key, $"Space {key}", $"About {key}"));
                wiki.ChangeGrants(space, space =>
                {
                    space.Editors.Groups.Clear();
                    space.Editors.Users.Add(wiki.FindUser(key == "PRIV" ? "alice" : "bob")!.AccountId);
                    if (key != "PRIV")
                        return;
                    space.Viewers.Groups.Clear();
                    space.Viewers.Users.Add(wiki.FindUser("alice")!.AccountId);
                });
            }

            return 0;
        });
        return new ToolSite(server, deployment);
    }

    /// <summary>The wiki that <c>tributary demo</c> shows.</summary>
    public static async Task<ToolSite> DemoAsync(Deployment deployment)
    {
        var options = new EmulatorOptions { Seed = "demo", Deployment = deployment == Deployment.Cloud ? EmulatedDeployment.Cloud : EmulatedDeployment.DataCenter };
        return new ToolSite(await EmulatorServer.StartInProcessAsync(options, CancellationToken.None), deployment);
    }

    /// <summary>No two tests share a title.</summary>
    public static string NewTitle() => $"Page {Interlocked.Increment(ref titles):000}";

    public Content AddPage(string body = "<p>Hello</p>", string? title = null, string space = "OPEN") => Wiki.Write(wiki =>
        wiki.Create(wiki.FindUser("alice")!, new NewContent(ContentType.Page, wiki.FindSpace(space)!, title ?? NewTitle(), body) { ParentId = wiki.FindSpace(space)!.HomepageId }));

    /// <summary>The tools as this user may call them.</summary>
    public ToolServer Tools(string user = "bob", ToolSettings? settings = null, TimeProvider? time = null, ILoggerFactory? loggers = null) =>
        new(
            () => new ConfluenceClient(connections.GetOrAdd((user, AtlassianProduct.Confluence), Connect)), settings ?? new ToolSettings(), time ?? TimeProvider.System,
            loggers ?? NullLoggerFactory.Instance, () => new JiraClient(connections.GetOrAdd((user, AtlassianProduct.Jira), Connect)));

    /// <summary>The same through a real MCP client.</summary>
    public Task<ToolUser> ConnectAsync(string user = "bob", ToolSettings? settings = null) => ToolUser.ConnectAsync(Tools(user, settings));

    public async ValueTask DisposeAsync()
    {
        foreach (AtlassianConnection connection in connections.Values)
            connection.Dispose();
        await Server.DisposeAsync();
    }

    private AtlassianConnection Connect((string User, AtlassianProduct Product) of)
    {
        (string user, AtlassianProduct product) = of;

        // Jira is at the root of the origin.
        string url = product == AtlassianProduct.Jira ? Server.BaseUrl.GetLeftPart(UriPartial.Authority) : BaseUrl;
        var options = new SiteOptions
        {
            Product = product,
            Url = url,
            Deployment = Deployment,
            Credential = Deployment == Deployment.Cloud
                ? Credential.ApiToken($"{user}@example.com", $"{user}-token")
                : Credential.PersonalAccessToken($"{user}-pat"),
            MediaHosts = [Server.MediaUrl.AbsoluteUri],
            Limits = new EgressLimits { Attempts = 1 },
        };
        var inputs = new ConnectionInputs(TimeProvider.System, () => 0, NullLogger.Instance) { Network = Server.CreateHandler() };
        return new AtlassianConnection(new Site("default", new Uri(url), Deployment), options, inputs);
    }
}
