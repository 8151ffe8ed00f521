using Tributary.Emulator;

namespace Tributary.Tests.Clients;

/// <summary>confluence.js, unchanged, is the referee of the emulator: version 3 validates every answer against Atlassian's own description.</summary>
[Trait("Requires", "Node")]
public sealed class ConfluenceJsTests(ITestOutputHelper output)
{
    [Fact(Timeout = 180_000)]
    public Task Version_3_does_its_operations_on_Cloud_with_both_APIs() => RunAsync("confluence-cloud.mjs", EmulatedDeployment.Cloud);

    [Fact(Timeout = 180_000)]
    public Task Version_2_does_its_operations_on_Data_Center_with_a_personal_access_token() => RunAsync("confluence-data-center.mjs", EmulatedDeployment.DataCenter);

    private async Task RunAsync(string script, EmulatedDeployment deployment)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Deployment = deployment, Seed = "demo" }, cancellationToken);

        output.WriteLine(await NodeClients.RunAsync(script, [emulator.BaseUrl.GetLeftPart(UriPartial.Authority)], cancellationToken));
    }
}
