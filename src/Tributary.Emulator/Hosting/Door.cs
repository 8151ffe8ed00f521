using Microsoft.AspNetCore.Http;
using Tributary.Emulator.Faults;
using Tributary.Emulator.Jira;
using Tributary.Emulator.Web;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Hosting;

/// <summary>The first thing a request meets: gateway addresses, credentials, scopes and the XSRF check.</summary>
internal sealed class Door(Site site)
{
    public async Task EnterAsync(HttpContext http, RequestDelegate next)
    {
        bool viaGateway = site.IsCloud && http.Request.Path.StartsWithSegments("/ex", StringComparison.Ordinal);
        if (viaGateway)
        {
            if (Behind(http.Request.Path) is not { } path)
            {
                await Answer.Json(404, new() { ["code"] = 404, ["message"] = "Not Found" }).WriteAsync(http);
                return;
            }

            http.Request.Path = path;
        }

        Answer? refusal = Identify(http, viaGateway) ?? CheckXsrf(http.Request);
        await (refusal is null ? next(http) : refusal.WriteAsync(http));
    }

    /// <summary>The site's own path for <c>/ex/{product}/{cloudId}/...</c>; null where the gateway leads nowhere.</summary>
    private PathString? Behind(PathString path)
    {
        if (path.Value!.Split('/', 5) is not ["", "ex", "confluence" or "jira", Site.CloudId, _] parts) return null;
        PathString local = "/" + parts[4];
        return JiraAddress.Holds(site, local) == (parts[2] == "jira") ? local : default(PathString?);
    }

    private Answer? Identify(HttpContext http, bool viaGateway)
    {
        HttpRequest request = http.Request;
        bool isJira = JiraAddress.Holds(site, request.Path);
        User? user = site.Wiki.Read(wiki => Credentials.Accepted(request, wiki, viaGateway));
        if (user is not null && http.Features.Get<ExpiredCredentials>() is null)
        {
            if (viaGateway && Credentials.LackScope(request) && !(isJira && JiraAddress.OnlyReads(request.Path))) return Unauthorized("Unauthorized; scope does not match");
            http.Features.Set(new Caller(user, viaGateway));
            MarkAuthenticated(http.Response, user);
            return null;
        }

        if (!site.IsCloud) http.Response.Headers["X-AUSERNAME"] = "anonymous";
        if (!Credentials.AreAbsent(request)) return isJira && site.IsCloud ? JiraErrors.WrongCredential() : Refused(http.Response);
        if (IsOpen(request.Path)) return null;
        if (isJira) return JiraErrors.NoCredential(site);
        if (!Visit.IsFromOwnPage(request) || !Local(request.Path).StartsWithSegments("/download")) return Anonymous();
        http.Features.Set(new Caller(site.Wiki.Read(Visit.Guest), viaGateway));
        return null;
    }

    // Pages for a browser decide themselves what an anonymous visitor sees; the REST APIs let nobody in.
    private bool IsOpen(PathString path)
    {
        PathString local = Local(path);
        if (JiraAddress.Holds(site, path)) return JiraAddress.IsOpen(path);
        return !local.StartsWithSegments("/rest") && !local.StartsWithSegments("/api") && !local.StartsWithSegments("/download");
    }

    private PathString Local(PathString path) => path.StartsWithSegments(site.ContextPath, out PathString rest) ? rest : path;

    private Answer Refused(HttpResponse response)
    {
        if (site.IsCloud)
        {
            response.Headers.WWWAuthenticate = "Basic realm=\"Atlassian\"";
            return Unauthorized("Unauthorized");
        }

        response.Headers["X-Seraph-LoginReason"] = "AUTHENTICATED_FAILED";
        response.Headers.WWWAuthenticate = $"OAuth realm=\"{site.Origin}\"";
        return Answer.Text(401, "text/html;charset=UTF-8", "<html><head><title>Unauthorized (401)</title></head><body><h1>Unauthorized (401)</h1><p>Basic Authentication Failure - Reason : AUTHENTICATED_FAILED</p></body></html>");
    }

    private static Answer Unauthorized(string message) => Answer.Json(401, new() { ["code"] = 401, ["message"] = message });

    private static Answer Anonymous() => Answer.Json(403, new() { ["message"] = "Current user not permitted to use Confluence", ["statusCode"] = 403 });

    private void MarkAuthenticated(HttpResponse response, User user)
    {
        if (site.IsCloud) return;
        response.Headers["X-AUSERNAME"] = user.Username;
        response.Headers["X-RateLimit-Limit"] = "500";
        response.Headers["X-RateLimit-Remaining"] = "499";
        response.Headers["X-RateLimit-FillRate"] = "50";
        response.Headers["X-RateLimit-Interval-Seconds"] = "1";
        response.Headers.RetryAfter = "0";
    }

    private static Answer? CheckXsrf(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return null;
        bool isForm = request.HasFormContentType;
        bool fromBrowser = request.Headers.Cookie.Count > 0 && (request.Headers.Origin.Count > 0 || request.Headers.UserAgent.ToString().StartsWith("Mozilla/", StringComparison.Ordinal));
        if (!isForm && !fromBrowser) return null;
        return request.Headers["X-Atlassian-Token"].ToString() is "no-check" or "nocheck" ? null : Answer.Text(403, "text/plain;charset=UTF-8", "XSRF check failed");
    }
}
