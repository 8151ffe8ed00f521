using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tributary.Emulator.Confluence;
using Tributary.Emulator.Confluence.V1.Attachments;
using Tributary.Emulator.Confluence.V2;
using Tributary.Emulator.Faults;
using Tributary.Emulator.Jira;

namespace Tributary.Emulator.Hosting;

/// <summary>The way of a request: log and ids, faults, media host, door, endpoints.</summary>
internal sealed class Pipeline(Site site, DataFile? dataFile)
{
    private readonly FaultInjection faults = new(site);
    private readonly Door door = new(site);
    private readonly MediaHost media = new(site);
    private long requests;

    public void Build(WebApplication app)
    {
        app.Use(LogAsync);
        app.Use((http, next) => IsAdmin(http) ? next(http) : faults.StrikeAsync(http, next));
        app.Use((http, next) => media.Serves(http) ? media.ServeAsync(http) : next(http));
        app.Use((http, next) => IsAdmin(http) ? next(http) : door.EnterAsync(http, next));
        app.UseRouting();
        app.Use((http, next) => http.GetEndpoint() is null ? NotServed(http).WriteAsync(http) : next(http));
        AdminEndpoints.Map(app, site);
        AtlassianEndpoints.Map(app, site);
        if (site.IsCloud)
        {
            CloudEndpoints.Map(At(app, "/api/v2", ConfluenceErrors.V2));
            SharedV1Endpoints.Map(At(app, "/rest/api", ConfluenceErrors.V1));
            DataCenterEndpoints.Map(At(app, "/rest/api", ConfluenceErrors.V1).RemovedOnCloud());
        }
        else
        {
            SharedV1Endpoints.Map(At(app, "/rest/api", ConfluenceErrors.V1));
            DataCenterEndpoints.Map(At(app, "/rest/api", ConfluenceErrors.V1));
            DataCenterEndpoints.MapBesideTheApi(path => At(app, path, ConfluenceErrors.V1));
        }

        AttachmentDownload.MapLink(At(app, "", ConfluenceErrors.V1));
        Web.WebEndpoints.Map(At(app, "", ConfluenceErrors.V1));
        JiraEndpoints.Map(site, (prefix, errors) => new Routes(app, site, dataFile, prefix, errors));
        if (site.ContextPath.Length > 0) app.MapGet("/", http => Answer.Redirect(site.ContextPath).WriteAsync(http));
    }

    private Routes At(WebApplication app, string path, ErrorShape errors) => new(app, site, dataFile, site.ContextPath + path, errors);

    private static bool IsAdmin(HttpContext http) => http.Request.Path.StartsWithSegments(AdminEndpoints.Prefix, StringComparison.Ordinal);

    private async Task LogAsync(HttpContext http, RequestDelegate next)
    {
        string path = http.Request.Path.Value + http.Request.QueryString;
        Identify(http.Response);
        if (IsAdmin(http))
        {
            await next(http);
            return;
        }

        bool logged = false;
        Task Log()
        {
            if (!logged) site.Requests.Add(new SeenRequest(http.Request.Method, path, http.Features.Get<Caller>()?.User.Username, http.Response.StatusCode));
            logged = true;
            return Task.CompletedTask;
        }

        // Before the first byte: whoever has an answer finds its request in the log.
        http.Response.OnStarting(Log);
        try
        {
            await next(http);
        }
        finally
        {
            await Log();
        }
    }

    private void Identify(HttpResponse response)
    {
        string id = Interlocked.Increment(ref requests).ToString("x8", CultureInfo.InvariantCulture);
        if (site.IsCloud)
        {
            response.Headers["atl-request-id"] = $"00000000-0000-4000-8000-0000{id}";
            response.Headers["atl-traceid"] = id;
        }
        else
        {
            response.Headers["X-AREQUESTID"] = id;
            response.Headers["X-ANODEID"] = "node1";
        }
    }

    private Answer NotServed(HttpContext http)
    {
        PathString path = http.Request.Path;
        if (JiraAddress.Holds(site, path)) return JiraErrors.NotServed(site, path);
        return path.StartsWithSegments(site.ContextPath + "/api/v2")
            ? Answer.Json(404, new() { ["code"] = 404, ["message"] = "null for uri: " + path })
            : Answer.Json(404, new() { ["statusCode"] = 404, ["message"] = "null for uri: " + path });
    }
}
