using System.Text.RegularExpressions;
using Tributary.Emulator;
using Tributary.Tests.Emulator.Jira;

namespace Tributary.Tests.Emulator.Facts;

/// <summary>
/// Every endpoint of the emulator against what is documented of it: statuses, the members of answers, the shape of refusals. The files beside this one tell both, an endpoint after the other.
/// </summary>
public sealed partial class FactTests
{
    private const string Unknown = "The environment variable JIRA_SPECS does not name the folder of Atlassian's descriptions: Jira's statuses and members are held against the listing alone.";

    private static readonly Api[] Apis =
    [
        new("jira-cloud.txt", "/rest/api/3", EmulatedDeployment.Cloud, TakesDocuments: true),
        new("jira-cloud.txt", "/rest/api/2", EmulatedDeployment.Cloud),
        new("jira-data-center.txt", "/rest/api/2", EmulatedDeployment.DataCenter),
        new("confluence-cloud-v2.txt", "/wiki/api/v2", EmulatedDeployment.Cloud),
        new("confluence-cloud-v1.txt", "/wiki/rest/api", EmulatedDeployment.Cloud),
        new("confluence-data-center.txt", "/rest/api", EmulatedDeployment.DataCenter),
    ];

    public static TheoryData<string, string, string> Sections => [.. Apis.SelectMany(api => FactFile.Read(api.File).Sections.Select(section => (api.File, api.Path, section.Name)))];

    [Theory(Timeout = 60000)]
    [MemberData(nameof(Sections))]
    public async Task What_is_documented_is_what_is_answered(string file, string path, string section)
    {
        Api api = Apis.First(api => api.File == file && api.Path == path);
        FactFile facts = FactFile.Read(file);
        List<string> problems = [];

        await using FactSite site = await api.StartAsync();
        ApiSection shown = facts.Sections.First(each => each.Name == section);
        foreach (ApiFact fact in shown.Facts)
        {
            problems.AddRange((await ProblemsAsync(site, fact, facts, shown, api)).Select(problem => $"{file}({fact.Line}) {fact.Method} {fact.Template}: {problem}"));
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory(Timeout = 30000)]
    [InlineData(EmulatedDeployment.Cloud)]
    [InlineData(EmulatedDeployment.DataCenter)]
    public async Task Nothing_is_served_that_no_file_tells_of(EmulatedDeployment deployment)
    {
        await using EmulatorServer server = await EmulatorServer.StartInProcessAsync(new EmulatorOptions { Deployment = deployment, Seed = "empty" }, TestContext.Current.CancellationToken);
        string[] told = [.. Apis.Where(api => api.Deployment == deployment).SelectMany(api => FactFile.Read(api.File).Facts.Select(fact => Key(fact.Method, api.Absolute(fact.Template))))];

        string[] served = [.. server.Endpoints.Where(endpoint => endpoint.Method != "HEAD" && IsApi(endpoint.Template)).Select(endpoint => Key(endpoint.Method, endpoint.Template))];

        Assert.True(served.Length > 200);
        Assert.Equal([], served.Except(told));
        Assert.Equal([], told.Except(served));
    }

    [Fact(Timeout = 30000)]
    public async Task The_listing_of_jira_cloud_is_what_atlassian_describes()
    {
        Assert.SkipUnless(Specification.IsKnown, Unknown);
        await Task.Yield();

        foreach (ApiFact fact in FactFile.Read("jira-cloud.txt").Facts)
        {
            if (Specification.Describe(fact.Method, fact.Template) is not ({ } statuses, { } members))
            {
                Assert.True(fact.Statuses is null, $"{fact.Method} {fact.Template} is not described.");
                continue;
            }

            Assert.True(statuses.SetEquals(fact.Statuses ?? new HashSet<int>()), $"{fact.Method} {fact.Template}: {string.Join(' ', statuses.Order())}");
            Assert.True(members.SequenceEqual(fact.Body?.Names ?? []), $"{fact.Method} {fact.Template}: {string.Join(',', members)}");
        }
    }

    [Fact(Timeout = 30000)]
    public async Task What_version_2_is_described_to_answer_otherwise_is_still_another_form()
    {
        Assert.SkipUnless(Specification.IsKnown, Unknown);
        await using JiraSite site = await JiraSite.StartDemoAsync(Tributary.Tests.Emulator.Jira.Api.CloudV2);
        Reply linked = await site.GetAsync("/search/jql?fields=issuelinks&maxResults=1&jql=issueLinkType=Blocks");
        string link = (string)linked.Json["issues"]![0]!["fields"]!["issuelinks"]![0]!["id"]!;

        foreach (string path in (string[])["/serverInfo", "/user/picker", "/groupuserpicker", $"/issueLink/{link}", "/issue/ENG-12/remotelink"])
        {
            Assert.NotEmpty(Specification.Problems("GET", "/rest/api/2" + path, await site.GetAsync($"{path}?query=ali")));
        }
    }

    private static async Task<List<string>> ProblemsAsync(FactSite site, ApiFact fact, FactFile facts, ApiSection section, Api api)
    {
        List<string> problems = [];
        HashSet<int> seen = [];
        HashSet<string> beside = [];
        foreach (ApiSample sample in fact.Samples)
        {
            Reply reply = await site.AskAsync(sample);
            string at = $"line {sample.Line}, {sample.User} {sample.Method} {sample.Path}";
            if (reply.Status != sample.Status || !reply.Text.Replace("\\\"", "\"", StringComparison.Ordinal).Contains(sample.Says, StringComparison.Ordinal))
            {
                problems.Add($"{at}: answered {reply.Status} {reply.Text}");
                continue;
            }

            // A step on the way to what is shown may be another endpoint's.
            if (sample.Method != fact.Method || !Fits(fact.Template, sample.Path)) continue;
            seen.Add(reply.Status);
            if (reply.Status >= 400 && ErrorBody.Problem(site.Absolute(sample.Path), api.Deployment == EmulatedDeployment.Cloud, reply) is { } wrong) problems.Add($"{at}: {wrong}");
            if (reply.Status < 300 && reply.Text.Length > 0 && fact.Body is not null)
            {
                beside.UnionWith(fact.Body.Unknown(reply.Json).Select(LastName).Where(fact.Beside.Contains));
                string[] unknown = [.. fact.Body.Unknown(reply.Json).Where(name => !fact.Beside.Contains(LastName(name)) && !facts.Beside.Contains(LastName(name)))];
                if (unknown.Length > 0) problems.Add($"{at}: not documented: {string.Join(", ", unknown)}");
            }
        }

        if (fact.Statuses is null) return fact.Samples.Count == 0 ? ["It is never shown."] : problems;
        if (fact.Statuses.Contains(401) && !fact.Missing.ContainsKey(401) && fact.Samples.Count > 0)
        {
            seen.Add(401);
            if ((await site.AskAsStrangerAsync(fact.Samples[0])).Status is var status and not 401) problems.Add($"A wrong credential is answered {status}.");
        }

        problems.AddRange(seen.Except(fact.Statuses).Except(fact.Differing.Keys).Except(facts.Differing.Keys).Select(status => $"{status} is answered and not documented."));
        problems.AddRange(fact.Statuses.Except(seen).Except(fact.Missing.Keys).Except(facts.Missing.Keys).Except(section.Missing.Keys).Select(status => $"{status} is documented and never shown."));
        problems.AddRange(fact.Differing.Keys.Where(status => !seen.Contains(status) || fact.Statuses.Contains(status)).Select(status => $"{status} is no difference any more."));
        problems.AddRange(fact.Missing.Keys.Where(status => seen.Contains(status) || !fact.Statuses.Contains(status)).Select(status => $"{status} is not missing."));
        problems.AddRange(fact.Beside.Except(beside).Select(name => $"{name} is no difference any more."));
        return problems;
    }

    private static string LastName(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static bool Fits(string template, string path) =>
        Regex.IsMatch(path.Split('?')[0], $"^{string.Join("[^/]+", Parameter().Split(template).Select(Regex.Escape))}$");

    private static bool IsApi(string template) => template.Contains("/rest/", StringComparison.Ordinal) && !template.Contains("/rest/api/latest", StringComparison.Ordinal) || template.Contains("/api/v2/", StringComparison.Ordinal);

    // Names of parameters are the writer's own.
    private static string Key(string method, string template) => $"{method} {Parameter().Replace(template, "{}")}";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    private sealed record Api(string File, string Path, EmulatedDeployment Deployment, bool TakesDocuments = false)
    {
        public string Absolute(string template) => template.StartsWith("/rest/", StringComparison.Ordinal) || template.StartsWith("/wiki/", StringComparison.Ordinal) ? template : Path + template;

        public async Task<FactSite> StartAsync() =>
            new(await EmulatorServer.StartInProcessAsync(new EmulatorOptions { Deployment = Deployment, Seed = "demo" }, TestContext.Current.CancellationToken), Path, TakesDocuments);
    }
}
