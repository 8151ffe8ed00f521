using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tributary.Emulator;
using Tributary.Tests.Emulator.Jira;

namespace Tributary.Tests.Emulator.Facts;

/// <summary>A new site of the seed <c>demo</c>, asked as the samples of a section say.</summary>
/// <param name="api">What the paths of the file stand below.</param>
/// <param name="takesDocuments">Whether TEXT(words) is a document of the editor, rather than words.</param>
internal sealed partial class FactSite(EmulatorServer server, string api, bool takesDocuments) : IAsyncDisposable
{
    private readonly Dictionary<string, string> kept = new()
    {
        ["ALICE"] = server.Wiki.FindUser("alice")!.AccountId,
        ["BOB"] = server.Wiki.FindUser("bob")!.AccountId,
        ["BOBKEY"] = server.Wiki.FindUser("bob")!.UserKey,
        ["CHARLIE"] = server.Wiki.FindUser("charlie")!.AccountId,
    };

    private bool IsCloud => server.Wiki.Deployment == EmulatedDeployment.Cloud;

    /// <summary>The path below the origin, whatever it is told below.</summary>
    public string Absolute(string path) => path.StartsWith("/rest/", StringComparison.Ordinal) || path.StartsWith("/wiki/", StringComparison.Ordinal) || path.StartsWith("/secure/", StringComparison.Ordinal) ? path : api + path;

    public async Task<Reply> AskAsync(ApiSample sample)
    {
        Reply reply = await SendAsync(sample, sample.User);
        if (sample.Keeps is { } keeps && reply.Status == sample.Status) kept[keeps.Name] = Find(reply.Json, keeps.Path);
        return reply;
    }

    /// <summary>The same request of someone whose credential is wrong.</summary>
    public Task<Reply> AskAsStrangerAsync(ApiSample sample) => SendAsync(sample, "stranger");

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<Reply> SendAsync(ApiSample sample, string user)
    {
        using var request = new HttpRequestMessage(new HttpMethod(sample.Method), server.JiraUrl.GetLeftPart(UriPartial.Authority) + Absolute(Filled(sample.Path))) { Content = Content(Filled(sample.Body)) };
        string secret = user == "stranger" ? "wrong" : IsCloud ? $"{user}-token" : $"{user}-password", name = user == "stranger" ? "bob" : user;
        if (user != "nobody") request.Headers.Authorization = TeamSite.Basic(IsCloud ? $"{name}@example.com" : name, secret);
        using var client = new HttpClient(server.CreateHandler());
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var reply = new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers, response.Content.Headers);
        if (IsCloud) Specification.Check(request, reply);
        return reply;
    }

    private string Filled(string text) => Words().Replace(
        Name().Replace(text, match => kept.GetValueOrDefault(match.Value, match.Value)),
        match => takesDocuments ? JiraSite.Document(match.Groups["words"].Value).ToJsonString() : $"\"{match.Groups["words"].Value}\"");

    private static HttpContent? Content(string body)
    {
        if (body.Length == 0) return null;
        if (File().Match(body) is not { Success: true } file) return new StringContent(body, Encoding.UTF8, "application/json");
        var bytes = new ByteArrayContent(Encoding.UTF8.GetBytes(file.Groups["words"].Value));
        bytes.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        var form = new MultipartFormDataContent { { bytes, "file", file.Groups["name"].Value } };
        form.Headers.Add("X-Atlassian-Token", "no-check");
        return form;
    }

    private static string Find(JsonNode? json, string path)
    {
        foreach (string step in path.Split('.'))
        {
            json = int.TryParse(step, out int index) ? json![index] : json![step];
        }

        return json!.ToString();
    }

    // Not letters inside a word: ENG-1 is no name.
    [GeneratedRegex(@"(?<![\w-])[A-Z][A-Z_]{2,}(?![\w-])")]
    private static partial Regex Name();

    [GeneratedRegex(@"TEXT\((?<words>[^)]*)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Words();

    [GeneratedRegex(@"^FILE\((?<name>[^,]+), (?<words>.*)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex File();
}
