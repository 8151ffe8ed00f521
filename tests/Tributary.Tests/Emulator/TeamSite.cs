using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator;

/// <summary>A site with one space, TEAM, that alice administers, bob edits, charlie reads and diana does not see; spoken to over HTTP in process.</summary>
internal sealed class TeamSite : IAsyncDisposable
{
    private readonly EmulatorServer server;

    private TeamSite(EmulatorServer server) => this.server = server;

    public EmulatorServer Server => server;

    public Wiki Wiki => server.Wiki;

    public Space Space => Wiki.FindSpace("TEAM")!;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TeamSite> StartAsync(EmulatorOptions? options = null)
    {
        EmulatorServer server = await EmulatorServer.StartInProcessAsync((options ?? new EmulatorOptions()) with { Seed = "empty" }, Token);
        server.Wiki.Write(wiki =>
        {
            Space space = wiki.CreateSpace(wiki.FindUser("alice")!, new NewSpace("TEAM", "Team", "The team's space"));
            wiki.ChangeGrants(space, space =>
            {
                space.Editors.Groups.Clear();
                space.Editors.Users.Add(wiki.FindUser("bob")!.AccountId);
            });
            return space;
        });
        return new TeamSite(server);
    }

    public static Task<TeamSite> StartDataCenterAsync() => StartAsync(new EmulatorOptions { Deployment = EmulatedDeployment.DataCenter });

    public User User(string name) => Wiki.FindUser(name)!;

    public Content AddPage(string title, string body = "<p>Hello</p>", string? parentId = null, string by = "alice") =>
        Wiki.Write(wiki => wiki.Create(User(by), new NewContent(ContentType.Page, Space, title, body) { ParentId = parentId ?? Space.HomepageId }));

    public Task<Reply> GetAsync(string path, string user = "alice") => SendAsync(HttpMethod.Get, path, user);

    public Task<Reply> PostAsync(string path, JsonNode body, string user = "alice") => SendAsync(HttpMethod.Post, path, user, JsonContent.Create(body));

    public Task<Reply> PutAsync(string path, JsonNode body, string user = "alice") => SendAsync(HttpMethod.Put, path, user, JsonContent.Create(body));

    public Task<Reply> DeleteAsync(string path, string user = "alice") => SendAsync(HttpMethod.Delete, path, user);

    /// <param name="path">Below the context path.</param>
    public async Task<Reply> SendAsync(HttpMethod method, string path, string user, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, server.BaseUrl.ToString().TrimEnd('/') + path) { Content = content };
        request.Headers.Authorization = Wiki.Deployment == EmulatedDeployment.Cloud
            ? Basic($"{user}@example.com", $"{user}-token")
            : new AuthenticationHeaderValue("Bearer", $"{user}-pat");
        return await SendAsync(request);
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var client = new HttpClient(server.CreateHandler());
        using HttpResponseMessage response = await client.SendAsync(request, Token);
        string text = await response.Content.ReadAsStringAsync(Token);
        return new Reply((int)response.StatusCode, text, response.Headers, response.Content.Headers);
    }

    public static AuthenticationHeaderValue Basic(string name, string secret) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}")));

    public ValueTask DisposeAsync() => server.DisposeAsync();
}

internal sealed record Reply(int Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The title of v2's one error.</summary>
    public string ErrorTitle => (string)Json["errors"]![0]!["title"]!;

    public string ErrorCode => (string)Json["errors"]![0]!["code"]!;

    /// <summary>One field of each result, in order.</summary>
    public string[] Each(string field) => [.. Json["results"]!.AsArray().Select(result => result![field]!.ToString())];

    public string Header(string name) => string.Join(", ", Headers.TryGetValues(name, out IEnumerable<string>? values) ? values : []);
}
