using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Tributary.Emulator;

namespace Tributary.Tests.Emulator.Web;

/// <summary>Visits an emulated site as a browser does: without credentials, and naming the page that it comes from.</summary>
internal sealed partial class Browser : IAsyncDisposable
{
    private readonly HttpClient client;

    private Browser(EmulatorServer server)
    {
        Server = server;
        client = new HttpClient(server.CreateHandler());
    }

    public EmulatorServer Server { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Browser> StartAsync(EmulatedDeployment deployment = EmulatedDeployment.Cloud, string seed = "demo") =>
        new(await EmulatorServer.StartInProcessAsync(new EmulatorOptions { Deployment = deployment, Seed = seed }, Token));

    /// <param name="path">Below the context path.</param>
    public Task<Seen> OpenAsync(string path, string? user = null) => FollowAsync(new Uri(Server.BaseUrl.ToString().TrimEnd('/') + path), user);

    public async Task<Seen> FollowAsync(Uri address, string? user = null, string? site = "same-origin")
    {
        using HttpResponseMessage response = await SendAsync(address, user, site);
        if (response.StatusCode == HttpStatusCode.Found) return await FollowAsync(new Uri(address, response.Headers.Location!), user, "same-site");
        string policy = response.Headers.TryGetValues("Content-Security-Policy", out IEnumerable<string>? values) ? string.Join(", ", values) : "";
        return new Seen(address, response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", policy, await response.Content.ReadAsByteArrayAsync(Token));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Server.DisposeAsync();
    }

    private Task<HttpResponseMessage> SendAsync(Uri address, string? user, string? site)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        if (user is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{user}@example.com:{user}-token")));
        return client.SendAsync(request, Token);
    }

    internal sealed partial record Seen(Uri Address, HttpStatusCode Status, string MediaType, string Policy, byte[] Data)
    {
        public string Html => Encoding.UTF8.GetString(Data);

        /// <summary>Where its links and images lead on this site, without places on a page.</summary>
        public IEnumerable<Uri> Links => Targets().Matches(Html)
            .Select(match => new Uri(Address, WebUtility.HtmlDecode(match.Groups[1].Value)))
            .Where(link => link.Host == Address.Host)
            .Select(link => new Uri(link.GetLeftPart(UriPartial.Query)));

        [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
        private static partial Regex Targets();
    }
}
