using Tributary.Emulator;
using Tributary.Tests.Docs;

namespace Tributary.Tests.Clients;

/// <summary>Clients of others, unchanged, are the referees of the emulator: each does its steps against a new site, and docs/emulator.md lists what it did.</summary>
[Trait("Requires", "Node")]
public sealed class RestClientTests(ITestOutputHelper output)
{
    [Theory(Timeout = 180_000)]
    [InlineData("confluence-cloud.mjs", EmulatedDeployment.Cloud)]
    [InlineData("confluence-data-center.mjs", EmulatedDeployment.DataCenter)]
    [InlineData("jira-cloud.mjs", EmulatedDeployment.Cloud)]
    [InlineData("jira-data-center.mjs", EmulatedDeployment.DataCenter)]
    [InlineData("jira-version-2.mjs", EmulatedDeployment.Cloud)]
    [InlineData("jira-version-2.mjs", EmulatedDeployment.DataCenter)]
    public async Task A_client_does_its_operations_and_they_are_the_ones_that_the_page_lists(string script, EmulatedDeployment deployment)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Deployment = deployment, Seed = "demo" }, cancellationToken);
        string argument = deployment == EmulatedDeployment.Cloud ? "cloud" : "data-center";

        string printed = await NodeClients.RunAsync(script, [emulator.JiraUrl.GetLeftPart(UriPartial.Authority), argument], cancellationToken);

        output.WriteLine(printed);
        EmulatorPage.Matches($"{script} {argument}", ClientRun.Read(printed).ToMarkdown());
    }
}
