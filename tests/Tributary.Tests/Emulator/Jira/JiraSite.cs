using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira;

/// <summary>
/// A Jira with a software project ENG and a service project SUP, which alice administers, bob edits, charlie reads and diana does not see. An issue of ENG has a severity if it is a bug, which is required then.
/// </summary>
internal sealed class JiraSite : IAsyncDisposable
{
    private readonly EmulatorServer server;
    private readonly Api api;

    private JiraSite(EmulatorServer server, Api api)
    {
        this.server = server;
        this.api = api;
    }

    public static TheoryData<Api> All => [Api.CloudV3, Api.CloudV2, Api.DataCenter];

    public static TheoryData<Api> Both => [Api.CloudV3, Api.DataCenter];

    public EmulatorServer Server => server;

    public Wiki Wiki => server.Wiki;

    public Tracker Jira => server.Wiki.Jira;

    public Project Project => Jira.FindProject("ENG")!;

    public bool IsCloud => api != Api.DataCenter;

    /// <summary>Scheme and host.</summary>
    public string Origin => server.JiraUrl.GetLeftPart(UriPartial.Authority);

    public string BaseUrl => Origin + (api == Api.CloudV3 ? "/rest/api/3" : "/rest/api/2");

    public static async Task<JiraSite> StartAsync(Api api = Api.CloudV3, string? dataFile = null)
    {
        EmulatedDeployment deployment = api == Api.DataCenter ? EmulatedDeployment.DataCenter : EmulatedDeployment.Cloud;
        EmulatorServer server = await EmulatorServer.StartInProcessAsync(new EmulatorOptions { Deployment = deployment, Seed = "empty", DataFile = dataFile }, TestContext.Current.CancellationToken);
        server.Wiki.Write(AddProjects);
        return new JiraSite(server, api);
    }

    public static Project AddProjects(Wiki wiki)
    {
        Add(wiki, 10000, "ENG", "Engineering", "software", Catalog.Software, [Catalog.Epic, Catalog.Story, Catalog.Task, Catalog.Bug, Catalog.Subtask]);
        return Add(wiki, 10001, "SUP", "Support", "service_desk", Catalog.Service, [Catalog.Incident, Catalog.ServiceRequest]);
    }

    /// <summary>The site of the seed <c>demo</c>: boards, sprints, service desk and all.</summary>
    public static async Task<JiraSite> StartDemoAsync(Api api) => new(
        await EmulatorServer.StartInProcessAsync(
            new EmulatorOptions { Deployment = api == Api.DataCenter ? EmulatedDeployment.DataCenter : EmulatedDeployment.Cloud, Seed = "demo" },
            TestContext.Current.CancellationToken),
        api);

    public User User(string name) => Wiki.FindUser(name)!;

    /// <summary>As the wire names a person in this deployment.</summary>
    public JsonObject Person(string name) => IsCloud ? new() { ["accountId"] = User(name).AccountId } : new() { ["name"] = name };

    /// <summary>A text as the API takes it: a document for v3, else as it is.</summary>
    public JsonNode Text(string text) => api == Api.CloudV3 ? Document(text) : text;

    public static JsonObject Document(string text) => new()
    {
        ["type"] = "doc",
        ["version"] = 1,
        ["content"] = new JsonArray(new JsonObject { ["type"] = "paragraph", ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }) }),
    };

    public Issue AddIssue(string summary = "Fix the pump", string type = Catalog.Task, string by = "bob", string project = "ENG") => AddIssue(summary, type, by, project, []);

    public Issue AddIssue(string summary, string type, string by, string project, Dictionary<string, JsonNode?> values) => Wiki.Write(wiki =>
        wiki.Jira.Create(User(by), wiki.Jira.FindProject(project)!, type, new Dictionary<string, JsonNode?>(values) { ["summary"] = summary }));

    /// <summary>The fields of an issue that is right.</summary>
    public static JsonObject Fields(string summary = "Fix the pump", string type = "Task") => new()
    {
        ["project"] = new JsonObject { ["key"] = "ENG" },
        ["issuetype"] = new JsonObject { ["name"] = type },
        ["summary"] = summary,
    };

    public Task<Reply> CreateAsync(JsonObject fields, string user = "bob") => PostAsync("/issue", new JsonObject { ["fields"] = fields }, user);

    public Task<Reply> GetAsync(string path, string user = "bob") => SendAsync(HttpMethod.Get, path, user);

    public Task<Reply> PostAsync(string path, JsonNode body, string user = "bob") => SendAsync(HttpMethod.Post, path, user, JsonContent.Create(body));

    public Task<Reply> PutAsync(string path, JsonNode body, string user = "bob") => SendAsync(HttpMethod.Put, path, user, JsonContent.Create(body));

    public Task<Reply> DeleteAsync(string path, string user = "bob") => SendAsync(HttpMethod.Delete, path, user);

    /// <param name="path">Below the API's address; or a whole address.</param>
    public async Task<Reply> SendAsync(HttpMethod method, string path, string user, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("http", StringComparison.Ordinal) ? path : BaseUrl + path) { Content = content };
        request.Headers.Authorization = IsCloud ? TeamSite.Basic($"{user}@example.com", $"{user}-token") : new AuthenticationHeaderValue("Bearer", $"{user}-pat");
        return await SendAsync(request);
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var client = new HttpClient(server.CreateHandler());
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var reply = new Reply((int)response.StatusCode, text, response.Headers, response.Content.Headers);
        if (IsCloud) Specification.Check(request, reply);
        return reply;
    }

    /// <summary>A form with one file, and the header that Atlassian wants with forms.</summary>
    public static MultipartFormDataContent Form(string fileName, string text, string part = "file")
    {
        var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new("text/plain");
        var form = new MultipartFormDataContent { { file, part, fileName } };
        form.Headers.Add("X-Atlassian-Token", "no-check");
        return form;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static Project Add(Wiki wiki, long id, string key, string name, string type, Workflow workflow, string[] types)
    {
        Project project = wiki.Jira.AddProject(new Project
        {
            Id = id,
            Key = key,
            Name = name,
            Description = $"What {name} does.",
            Type = type,
            LeadId = wiki.FindUser("alice")!.AccountId,
            IssueTypeIds = types,
            WorkflowId = workflow.Id,
            Screens = types.ToDictionary(typeId => typeId, typeId => Screen(wiki, typeId)),
            Viewers = [Wiki.UsersGroup],
            Editors = [wiki.FindUser("bob")!.AccountId],
            Administrators = [wiki.FindUser("alice")!.AccountId],
        });
        wiki.Jira.AddVersion(project, "1.0");
        wiki.Jira.AddVersion(project, "2.0");
        wiki.Jira.AddComponent(project, "Pumps", "All that moves water.");
        return project;
    }

    private static IReadOnlyList<ScreenField> Screen(Wiki wiki, string typeId)
    {
        bool isCloud = wiki.Deployment == EmulatedDeployment.Cloud;
        string[] ids =
        [
            "issuetype", "description", "priority", "assignee", "reporter", "labels", "components", "versions", "fixVersions", "duedate", "timetracking", "environment", "resolution",
            Catalog.StoryPoints, Catalog.Sprint, Catalog.Team, Catalog.Reviewers, Catalog.Environments, Catalog.AcceptanceCriteria, isCloud ? "parent" : Catalog.EpicLink,
        ];
        IEnumerable<ScreenField> all = ids.Select(id => new ScreenField(id)).Prepend(new("summary", Required: true));
        return [.. typeId == Catalog.Bug ? all.Append(new(Catalog.Severity, Required: true)) : all];
    }
}

internal static class JiraReplies
{
    public static string[] Messages(this Reply reply) => [.. reply.Json["errorMessages"]!.AsArray().Select(message => (string)message!)];

    public static string Message(this Reply reply) => Assert.Single(reply.Messages());

    public static string? Error(this Reply reply, string field) => (string?)reply.Json["errors"]![field];

    public static JsonNode Field(this Reply reply, string id) => reply.Json["fields"]![id]!;

    public static string[] Each(this JsonNode? list, string property) => [.. list!.AsArray().Select(item => item![property]!.ToString())];
}
