using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Http;
using Tributary.Emulator;
using Tributary.Emulator.World;
using Tributary.Tests.Emulator;
using Site = Tributary.Atlassian.Site;

namespace Tributary.Tests.Atlassian.Confluence;

/// <summary>An emulated site with a space TEAM, and clients of its people.</summary>
internal sealed class ClientSite : IAsyncDisposable
{
    private readonly TeamSite team;
    private readonly List<AtlassianConnection> connections = [];

    private ClientSite(TeamSite team, Deployment deployment) => (this.team, Deployment) = (team, deployment);

    /// <summary>For theories: every operation is held on both.</summary>
    public static TheoryData<Deployment> Both => [Deployment.Cloud, Deployment.DataCenter];

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public Deployment Deployment { get; }

    public bool IsCloud => Deployment == Deployment.Cloud;

    public TeamSite Team => team;

    public Wiki Wiki => team.Wiki;

    public EmulatorServer Server => team.Server;

    public string BaseUrl => Server.BaseUrl.AbsoluteUri.TrimEnd('/');

    public static async Task<ClientSite> StartAsync(Deployment deployment) => new(
        await TeamSite.StartAsync(new EmulatorOptions { Deployment = deployment == Deployment.Cloud ? EmulatedDeployment.Cloud : EmulatedDeployment.DataCenter }), deployment);

    public ConfluenceClient Client(string user = "bob", EgressLimits? limits = null) => Client(CredentialOf(user), limits);

    public ConfluenceClient Client(Credential credential, EgressLimits? limits = null)
    {
        var options = new SiteOptions { Url = BaseUrl, Credential = credential, MediaHosts = [Server.MediaUrl.AbsoluteUri], Limits = limits ?? new EgressLimits { Attempts = 1 } };
        var connection = new AtlassianConnection(new Site("default", new Uri(BaseUrl), Deployment), options, Inputs());
        connections.Add(connection);
        return new ConfluenceClient(connection);
    }

    public ConnectionInputs Inputs() => TestEgress.Inputs(network: Server.CreateHandler());

    public Credential CredentialOf(string user) =>
        IsCloud ? Credential.ApiToken($"{user}@example.com", $"{user}-token") : Credential.PersonalAccessToken($"{user}-pat");

    public void Label(Content content, string name) => Wiki.Write(wiki =>
    {
        wiki.AddLabel(Team.User("bob"), content, "global", name);
        return content;
    });

    /// <summary>The requests that something cost, as method and path without query.</summary>
    public async Task<IReadOnlyList<string>> CostOfAsync(Func<Task> something)
    {
        Server.Requests.Clear();
        await something();
        return [.. Server.Requests.All.Select(request => $"{request.Method} {request.Path.Split('?')[0]}")];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (AtlassianConnection connection in connections) connection.Dispose();
        await team.DisposeAsync();
    }
}
