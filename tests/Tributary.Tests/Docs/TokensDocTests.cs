using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Tributary.Atlassian;
using Tributary.Tests.Tools;
using Tributary.Tools;

namespace Tributary.Tests.Docs;

/// <summary>What a model pays for the list of tools, and for the same page, search and issue in each form.</summary>
public sealed class TokensDocTests
{
    private const string Page = "196631";
    private const string Issue = "ENG-1";
    private const string Words = "release";
    private const string Jql = "project = ENG ORDER BY key";

    // As a program prints JSON that it has parsed.
    private static readonly JsonSerializerOptions Plain = new(McpJsonUtilities.DefaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MarkdownText doc = new();

    [Fact(Timeout = 30000)]
    public async Task The_page_about_tokens_is_what_is_measured()
    {
        doc.Heading(1, "What it costs in tokens")
            .Block("Written by `./dev docs`, which measures: bytes of UTF-8 divided by 4, the usual estimate. The site is the seed `demo`; alice asks.");
        Lists();
        await AnswersAsync(Deployment.Cloud, "wiki/api/v2/pages/196631?body-format=storage", $"wiki/rest/api/search?limit=25&expand=content.space,content.version&cql=siteSearch%20~%20%22{Words}%22",
            $"rest/api/3/issue/{Issue}", "rest/api/3/search/jql?maxResults=25&fields=summary,issuetype,status,priority,assignee,updated&jql=project%20%3D%20ENG%20ORDER%20BY%20key");
        await AnswersAsync(Deployment.DataCenter, "rest/api/content/196631?expand=body.storage,version,space,history", $"rest/api/search?limit=25&expand=content.space,content.version&cql=siteSearch%20~%20%22{Words}%22",
            $"rest/api/2/issue/{Issue}", "rest/api/2/search?maxResults=25&fields=summary,issuetype,status,priority,assignee,updated&jql=project%20%3D%20ENG%20ORDER%20BY%20key");

        GeneratedFile.Matches("docs/tokens.md", doc.ToString());
    }

    private void Lists()
    {
        doc.Heading(2, "The list of tools").Block("Sent once in every conversation. Without `TOOLSETS` the core is listed and `find_tools` finds the rest; `TOOLSETS=all` lists everything with full schemas of the results.")
            .Table(["`tools/list`", "tools", "tokens"],
            [
                List("core (default)", new ToolSettings()),
                List("core, read-only", new ToolSettings { ReadOnly = true }),
                List("`TOOLSETS=core,confluence`", new ToolSettings { Toolsets = ["core", "confluence"] }),
                List("`TOOLSETS=core,jira`", new ToolSettings { Toolsets = ["core", "jira"] }),
                List("`TOOLSETS=all`", new ToolSettings { Toolsets = ["all"] }),
                List("`TOOLSETS=all`, permanent deletes allowed", new ToolSettings { Toolsets = ["all"], AllowPermanentDelete = true }),
            ]);
    }

    private static string[] List(string name, ToolSettings settings)
    {
        IReadOnlyList<Tool> tools = new ToolServer(
            () => throw new InvalidOperationException("Listing calls nothing."), settings, TimeProvider.System, NullLoggerFactory.Instance,
            () => throw new InvalidOperationException("Listing calls nothing.")).ListTools();
        int bytes = JsonSerializer.SerializeToUtf8Bytes(new ListToolsResult { Tools = [.. tools] }, McpJsonUtilities.DefaultOptions).Length;
        return [name, tools.Count.ToString(CultureInfo.InvariantCulture), Tokens(bytes)];
    }

    private async Task AnswersAsync(Deployment deployment, string page, string search, string issue, string issues)
    {
        await using ToolSite site = await ToolSite.DemoAsync(deployment);
        await using ToolUser alice = await site.ConnectAsync("alice");
        using HttpClient http = Rest(site);

        doc.Heading(2, deployment == Deployment.Cloud ? "Answers on Cloud" : "Answers on Data Center")
            .Block("*Text* is what a model reads; *structured* is the same for programs; *REST* is the answer of the API that holds the same, compact, as a server would pass it on that converts nothing.")
            .Table(["what", "text", "structured", "REST"],
            [
                await RowAsync("a rich page, Markdown, to its end", ("page_id", Page), ("max_tokens", 50_000)),
                await RowAsync("the same, storage format", ("page_id", Page), ("format", "storage"), ("max_tokens", 50_000)),
                await RowAsync("the same, outline", ("page_id", Page), ("format", "outline")),
                await RowAsync("the same, one section", ("page_id", Page), ("section", "Tables")),
                await ToolRowAsync($"25 results of the search for \"{Words}\"", "confluence_search", search, ("query", Words)),
                await ToolRowAsync($"{Issue}, all its fields", "jira_get_issue", issue, ("issue_key", Issue)),
                await ToolRowAsync($"{Issue}, status and assignee", "jira_get_issue", issue + "?fields=status,assignee", ("issue_key", Issue), ("fields", new[] { "Status", "Assignee" })),
                await ToolRowAsync("25 issues of a project", "jira_search", issues, ("jql", Jql), ("limit", 25)),
            ]);

        Task<string[]> RowAsync(string what, params (string, object?)[] arguments) => ToolRowAsync(what, "confluence_get_page", page, arguments);

        async Task<string[]> ToolRowAsync(string what, string tool, string path, params (string, object?)[] arguments)
        {
            Reply reply = (await alice.CallAsync(tool, arguments)).Succeeded();
            string answer = await http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            return [what, Tokens(Encoding.UTF8.GetByteCount(reply.Text)), Tokens(JsonSerializer.SerializeToUtf8Bytes(reply.Structured, Plain).Length), Tokens(Encoding.UTF8.GetByteCount(answer))];
        }
    }

    private static HttpClient Rest(ToolSite site)
    {
        string credential = site.Deployment == Deployment.Cloud ? "alice@example.com:alice-token" : "alice:alice-password";
        return new HttpClient(site.Server.CreateHandler())
        {
            BaseAddress = new Uri(site.Server.BaseUrl.GetLeftPart(UriPartial.Authority)),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credential))) },
        };
    }

    private static string Tokens(int bytes) => (bytes / 4).ToString("N0", CultureInfo.InvariantCulture);
}
