using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Tributary.Atlassian;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Jira;
using Tributary.Tests.Emulator.Jira;
using Tributary.Tools;
using Emulated = Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Tools.Jira;

/// <summary>The emulated Jira of <see cref="JiraSite"/>, and its people with the tools.</summary>
internal sealed class TrackerSite : IAsyncDisposable
{
    private readonly List<AtlassianConnection> connections = [];

    private TrackerSite(JiraSite jira, Deployment deployment)
    {
        Jira = jira;
        Deployment = deployment;
    }

    public static TheoryData<Deployment> Both => [Deployment.Cloud, Deployment.DataCenter];

    private const string TaskType = global::Tributary.Emulator.World.Jira.Catalog.Task;

    public JiraSite Jira { get; }

    public Deployment Deployment { get; }

    public bool IsCloud => Deployment == Deployment.Cloud;

    public static async Task<TrackerSite> StartAsync(Deployment deployment) => new(await JiraSite.StartAsync(deployment == Deployment.Cloud ? Api.CloudV3 : Api.DataCenter), deployment);

    /// <summary>The site of the seed <c>demo</c>: boards, sprints, service desk and all.</summary>
    public static async Task<TrackerSite> StartDemoAsync(Deployment deployment) => new(await JiraSite.StartDemoAsync(deployment == Deployment.Cloud ? Api.CloudV3 : Api.DataCenter), deployment);

    /// <summary>For a server that the operator restricted to these projects.</summary>
    public static ToolSettings Only(params string[] keys) => new() { Projects = [.. keys.Select(ProjectKey.Parse)] };

    /// <summary>An issue of ENG with a description in the deployment's own format.</summary>
    public string AddIssue(string? description = null, string summary = "Fix the pump", string type = TaskType) =>
        Jira.AddIssue(summary, type, "bob", "ENG", description is null ? [] : new() { ["description"] = JsonValue.Create(description) }).Key;

    /// <summary>A text of one paragraph, as the deployment keeps it.</summary>
    public string Rich(string text) => IsCloud ? JiraSite.Document(text).ToJsonString() : text;

    /// <param name="body">In the deployment's own format.</param>
    /// <returns>Its id.</returns>
    public string AddComment(string key, string body, Emulated.Visibility? visibility = null, string by = "bob") =>
        Jira.Wiki.Write(wiki => $"{wiki.Jira.AddComment(wiki.FindUser(by)!, wiki.Jira.FindIssue(key)!, body, visibility).Id}");

    /// <returns>Its id.</returns>
    public string AddFile(string key, string name, string type, byte[] bytes, string by = "bob") =>
        Jira.Wiki.Write(wiki => $"{wiki.Jira.AddFile(wiki.FindUser(by)!, wiki.Jira.FindIssue(key)!, name, type, bytes).Id}");

    public void AddWorklog(string key, long seconds) =>
        Jira.Wiki.Write(wiki => wiki.Jira.AddWorklog(wiki.FindUser("bob")!, wiki.Jira.FindIssue(key)!, wiki.Now, seconds, comment: null, visibility: null));

    /// <summary>Scrum boards, numbered on from 1, each of one project.</summary>
    public void AddBoards(string project, params string[] names) => Jira.Wiki.Write(wiki =>
    {
        foreach (string name in names)
            wiki.Jira.AddBoard(name, "scrum", wiki.Jira.FindProject(project)!, $"project = {project} ORDER BY Rank");
        return 0;
    });

    public void AddSprints(long board, params string[] names) => Jira.Wiki.Write(wiki =>
    {
        foreach (string name in names)
            wiki.Jira.AddSprint(wiki.Jira.FindBoard(board)!, name, "", null, null);
        return 0;
    });

    public JsonNode? Value(string key, string field) => Jira.Wiki.Read(wiki => wiki.Jira.FindIssue(key)!.Values.GetValueOrDefault(field)?.DeepClone());

    public string? Text(string key, string field) => Value(key, field)?.GetValue<string>();

    public JiraClient Client(string user = "bob")
    {
        var options = new SiteOptions
        {
            Product = AtlassianProduct.Jira,
            Url = Jira.Origin,
            Deployment = Deployment,
            MediaHosts = [Jira.Server.MediaUrl.AbsoluteUri],
            Credential = IsCloud ? Credential.ApiToken($"{user}@example.com", $"{user}-token") : Credential.PersonalAccessToken($"{user}-pat"),
            Limits = new EgressLimits { Attempts = 1 },
        };
        var inputs = new ConnectionInputs(TimeProvider.System, () => 0, NullLogger.Instance) { Network = Jira.Server.CreateHandler() };
        var connection = new AtlassianConnection(new Site("default", new Uri(Jira.Origin), Deployment), options, inputs);
        connections.Add(connection);
        return new JiraClient(connection);
    }

    public Task<ToolUser> ConnectAsync(string user = "bob", ToolSettings? settings = null)
    {
        JiraClient client = Client(user);
        return ToolUser.ConnectAsync(new ToolServer(null, settings ?? new ToolSettings(), TimeProvider.System, NullLoggerFactory.Instance, () => client));
    }

    /// <summary>The writes that reached Jira since the last call.</summary>
    public string[] Writes()
    {
        string[] writes = [.. Jira.Server.Requests.All.Where(request => request.Method != "GET").Select(request => $"{request.Method} {request.Path.Split('?')[0]}")];
        Jira.Server.Requests.Clear();
        return writes;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (AtlassianConnection connection in connections)
            connection.Dispose();
        await Jira.DisposeAsync();
    }
}
