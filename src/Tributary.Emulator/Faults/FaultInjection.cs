using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira;

namespace Tributary.Emulator.Faults;

/// <summary>Marks a request whose credential is to count for nothing.</summary>
internal sealed class ExpiredCredentials;

/// <summary>Lets the faults strike, in front of all that the site does.</summary>
internal sealed class FaultInjection(Site site)
{
    public async Task StrikeAsync(HttpContext http, RequestDelegate next)
    {
        TimeProvider clock = site.Options.Clock;
        if (site.Options.Latency > TimeSpan.Zero) await Task.Delay(site.Options.Latency, clock, http.RequestAborted);
        FaultRule? rule = site.Faults.Take(http.Request.Method, http.Request.Path.Value ?? "");
        switch (rule?.Kind)
        {
            case FaultKind.Delay:
                await Task.Delay(rule.Delay, clock, http.RequestAborted);
                await next(http);
                break;
            case FaultKind.Status:
                await Failure(rule, http.Request.Path).WriteAsync(http);
                break;
            case FaultKind.Html:
                await Answer.Text(rule.Status, "text/html;charset=UTF-8", "<!DOCTYPE html><html><head><title>Atlassian</title></head><body><h1>Something went wrong</h1></body></html>").WriteAsync(http);
                break;
            case FaultKind.Reset:
                http.Abort();
                break;
            case FaultKind.Truncate:
                await TruncateAsync(http, next);
                break;
            case FaultKind.ExpiredCredentials:
                http.Features.Set(new ExpiredCredentials());
                await next(http);
                break;
            default:
                await next(http);
                break;
        }
    }

    private static async Task TruncateAsync(HttpContext http, RequestDelegate next)
    {
        Stream wire = http.Response.Body;
        using var whole = new MemoryStream();
        http.Response.Body = whole;
        await next(http);
        http.Response.Body = wire;
        await wire.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length / 2), http.RequestAborted);
        await wire.FlushAsync(http.RequestAborted);
        http.Abort();
    }

    private Answer Failure(FaultRule rule, PathString path)
    {
        string message = rule.Status == 429 ? "Rate limit exceeded" : "The service is not available";
        Answer answer = Answer.Json(rule.Status, new() { ["code"] = rule.Status, ["message"] = message });
        if (rule.RetryAfterSeconds is { } seconds) answer.With("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
        if (rule.Status != 429) return answer;
        answer.With("X-RateLimit-Limit", "500").With("X-RateLimit-Remaining", "0");
        if (!site.IsCloud) return answer.With("X-RateLimit-FillRate", "50").With("X-RateLimit-Interval-Seconds", "1");
        DateTimeOffset reset = site.Options.Clock.GetUtcNow().AddSeconds(rule.RetryAfterSeconds ?? 1);
        return answer
            .With("X-RateLimit-Reset", reset.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
            .With("RateLimit-Reason", path.StartsWithSegments("/ex/jira", StringComparison.Ordinal) || JiraAddress.Holds(site, path) ? "jira-burst-based" : "confluence-burst-based");
    }
}
