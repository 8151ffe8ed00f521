using System.Net.Http.Headers;
using System.Text;
using Tributary.Emulator;
using Tributary.Emulator.Faults;
using Tributary.Emulator.Hosting;

namespace Tributary.Testing;

/// <summary>
/// An emulated Confluence and Jira inside the test's process: no port, no network. Its people are <c>alice</c> (administrator), <c>bob</c> (editor), <c>charlie</c> (reader) and <c>diana</c> (outsider).
/// </summary>
public sealed class EmulatedSite : IAsyncDisposable
{
    private readonly EmulatorServer server;

    private EmulatedSite(EmulatorServer server, EmulatedDeployment deployment)
    {
        this.server = server;
        Deployment = deployment;
    }

    public EmulatedDeployment Deployment { get; }

    /// <summary>Reached through <see cref="CreateHandler"/> alone.</summary>
    public Uri BaseUrl => server.BaseUrl;

    /// <summary>Cloud's second origin, for downloads.</summary>
    public Uri MediaUrl => server.MediaUrl;

    /// <summary>Cloud's API gateway, for scoped and OAuth tokens.</summary>
    public Uri GatewayUrl => server.GatewayUrl;

    /// <summary>Where Jira is: at the root of the same origin. Reached through <see cref="CreateHandler"/> alone.</summary>
    public Uri JiraUrl => server.JiraUrl;

    /// <summary>Cloud's API gateway for Jira.</summary>
    public Uri JiraGatewayUrl => server.JiraGatewayUrl;

    /// <summary>What is to go wrong.</summary>
    public FaultList Faults => server.Faults;

    /// <summary>What was asked.</summary>
    public RequestLog Requests => server.Requests;

    public static Task<EmulatedSite> StartCloudAsync(CancellationToken cancellationToken, string seed = "demo") =>
        StartAsync(new EmulatorOptions { Deployment = EmulatedDeployment.Cloud, Seed = seed }, cancellationToken);

    public static Task<EmulatedSite> StartDataCenterAsync(CancellationToken cancellationToken, string seed = "demo") =>
        StartAsync(new EmulatorOptions { Deployment = EmulatedDeployment.DataCenter, Seed = seed }, cancellationToken);

    public static async Task<EmulatedSite> StartAsync(EmulatorOptions options, CancellationToken cancellationToken) =>
        new(await EmulatorServer.StartInProcessAsync(options, cancellationToken), options.Deployment);

    /// <summary>Carries requests for <see cref="BaseUrl"/> and <see cref="MediaUrl"/>.</summary>
    public HttpMessageHandler CreateHandler() => server.CreateHandler();

    /// <summary>A client with a user's credentials: e-mail and API token on Cloud, a personal access token on Data Center. Its addresses begin after the context path: <c>api/v2/pages</c>, <c>rest/api/space</c>.</summary>
    public HttpClient CreateClient(string user)
    {
        var client = new HttpClient(CreateHandler()) { BaseAddress = new Uri(BaseUrl.AbsoluteUri.TrimEnd('/') + "/") };
        client.DefaultRequestHeaders.Authorization = Deployment == EmulatedDeployment.Cloud
            ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{EmailOf(user)}:{TokenOf(user)}")))
            : new AuthenticationHeaderValue("Bearer", TokenOf(user));
        return client;
    }

    public static string EmailOf(string user) => $"{user}@example.com";

    /// <summary>The API token on Cloud, the personal access token on Data Center.</summary>
    public string TokenOf(string user) => Deployment == EmulatedDeployment.Cloud ? $"{user}-token" : $"{user}-pat";

    public static string PasswordOf(string user) => $"{user}-password";

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
