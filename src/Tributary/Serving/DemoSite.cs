using Microsoft.Extensions.Logging;
using Tributary.Atlassian;
using Tributary.Atlassian.Http;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Emulator;

namespace Tributary.Serving;

/// <summary>An emulated site for trying things, with alice signed in.</summary>
internal static class DemoSite
{
    public const string DefaultSeed = "demo";
    private const int PreferredPort = 8090;

    /// <param name="product">Both are at the emulator's origin, Jira at its root.</param>
    public static Task<AtlassianConnection> ConnectAsync(EmulatorServer emulator, AtlassianProduct product, ILogger logger, CancellationToken cancellationToken)
    {
        var options = new SiteOptions
        {
            Name = "demo",
            Product = product,
            Url = product == AtlassianProduct.Jira ? emulator.BaseUrl.GetLeftPart(UriPartial.Authority) : emulator.BaseUrl.AbsoluteUri,
            Deployment = Deployment.Cloud,
            Credential = Credential.ApiToken("alice@example.com", "alice-token"),
            MediaHosts = [emulator.MediaUrl.AbsoluteUri],
        };
        return AtlassianConnection.OpenAsync(options, ConnectionInputs.OfThisMachine(logger), cancellationToken);
    }

    public static async Task<EmulatorServer> StartAsync(string seed, Surroundings surroundings, ILogger logger, CancellationToken cancellationToken)
    {
        var options = new EmulatorOptions { Seed = seed, Port = PreferredPort, Clock = surroundings.Time, Logger = logger };
        try
        {
            return await EmulatorServer.StartAsync(options, cancellationToken);
        }
        catch (ArgumentException exception)
        {
            throw new ConfigurationException($"--seed: {exception.Message.Split(" (Parameter", 2)[0]}", exception);
        }
        catch (IOException)
        {
            // The port is taken, most likely by another demonstration.
            return await EmulatorServer.StartAsync(options with { Port = 0 }, cancellationToken);
        }
    }
}
