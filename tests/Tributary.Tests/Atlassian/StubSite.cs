using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace Tributary.Tests.Atlassian;

/// <summary>A web server on this machine that misbehaves as a test says. It is no double of Atlassian: the emulator is.</summary>
internal sealed class StubSite : IAsyncDisposable
{
    private readonly WebApplication application;

    private StubSite(WebApplication application, Uri url) => (this.application, Url) = (application, url);

    public Uri Url { get; }

    public ConcurrentQueue<SeenRequest> Seen { get; } = new();

    public static Task<StubSite> StartAsync(Func<HttpContext, Task> answer) => StartAsync(https: null, answer);

    public static async Task<StubSite> StartAsync(HttpsConnectionAdapterOptions? https, Func<HttpContext, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (https is not null) listen.UseHttps(https);
        }));
        if (https is not null) builder.WebHost.UseKestrelHttpsConfiguration();
        WebApplication application = builder.Build();
        StubSite? site = null;
        application.Run(async context =>
        {
            site!.Seen.Enqueue(new SeenRequest(
                context.Request.Method, context.Request.Path + context.Request.QueryString.ToString(), context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString())));
            await answer(context);
        });
        await application.StartAsync();
        string address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return site = new StubSite(application, new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await application.StopAsync(atOnce.Token);
        await application.DisposeAsync();
    }
}

internal sealed record SeenRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers);
