using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Faults;

/// <summary>
/// Paths that no Atlassian site has. <c>/__emulator/faults</c>: POST adds a rule (<c>{"kind":"status","path":"*/pages/*","method":"GET","count":2,"status":429,"retryAfterSeconds":1}</c>),
/// GET lists, DELETE clears. <c>/__emulator/requests</c>: GET lists what was seen, DELETE forgets it. <c>/__emulator/state</c>: GET counts what the site holds.
/// </summary>
internal static class AdminEndpoints
{
    public const string Prefix = "/__emulator";

    public static void Map(IEndpointRouteBuilder endpoints, Site site)
    {
        endpoints.MapGet($"{Prefix}/faults", http => Rules(site).WriteAsync(http));
        endpoints.MapPost($"{Prefix}/faults", async http => await (await AddAsync(http, site)).WriteAsync(http));
        endpoints.MapDelete($"{Prefix}/faults", http => Done(site.Faults.Clear).WriteAsync(http));
        endpoints.MapGet($"{Prefix}/requests", http => Requests(site).WriteAsync(http));
        endpoints.MapDelete($"{Prefix}/requests", http => Done(site.Requests.Clear).WriteAsync(http));
        endpoints.MapGet($"{Prefix}/state", http => State(site).WriteAsync(http));
    }

    private static async Task<Answer> AddAsync(HttpContext http, Site site)
    {
        try
        {
            JsonNode? body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            site.Faults.Add(Read(body as JsonObject ?? throw new FormatException("A rule is a JSON object.")));
            return Rules(site);
        }
        catch (JsonException error)
        {
            return NoRule(error);
        }
        catch (FormatException error)
        {
            return NoRule(error);
        }
        catch (InvalidOperationException error)
        {
            // A value of another JSON type than the rule has.
            return NoRule(error);
        }
    }

    private static Answer NoRule(Exception error) => Answer.Json(400, new() { ["message"] = error.Message });

    private static FaultRule Read(JsonObject rule)
    {
        string kind = (string?)rule["kind"] ?? throw new FormatException("A rule needs a kind.");
        return new FaultRule(
            FaultText.Kind(kind),
            (string?)rule["path"] ?? "*",
            (string?)rule["method"],
            rule.ContainsKey("count") ? (int?)rule["count"] : 1,
            (int?)rule["status"] ?? 503,
            (int?)rule["retryAfterSeconds"],
            TimeSpan.FromMilliseconds((int?)rule["delayMs"] ?? 0));
    }

    private static Answer Rules(Site site) => Answer.Ok(new()
    {
        ["faults"] = new JsonArray([.. site.Faults.Rules.Select(rule => new JsonObject
        {
            ["kind"] = rule.Kind == FaultKind.ExpiredCredentials ? "expired-credentials" : rule.Kind.ToString().ToLowerInvariant(),
            ["path"] = rule.Path,
            ["method"] = rule.Method,
            ["count"] = rule.Count,
            ["status"] = rule.Status,
            ["retryAfterSeconds"] = rule.RetryAfterSeconds,
            ["delayMs"] = (int)rule.Delay.TotalMilliseconds,
        })]),
    });

    private static Answer Requests(Site site) => Answer.Ok(new()
    {
        ["requests"] = new JsonArray([.. site.Requests.All.Select(request => new JsonObject
        {
            ["method"] = request.Method,
            ["path"] = request.Path,
            ["user"] = request.User,
            ["status"] = request.Status,
        })]),
    });

    private static Answer State(Site site) => site.Wiki.Read(wiki =>
    {
        var contents = new JsonObject();
        foreach (var type in wiki.Contents.CountBy(content => content.Type)) contents[type.Key.ToString().ToLowerInvariant()] = type.Value;
        return Answer.Ok(new()
        {
            ["deployment"] = site.IsCloud ? "cloud" : "data-center",
            ["seed"] = site.Options.Seed,
            ["baseUrl"] = site.BaseUrl,
            ["revision"] = wiki.Revision.ToString(CultureInfo.InvariantCulture),
            ["spaces"] = new JsonArray([.. wiki.Spaces.Select(space => JsonValue.Create(space.Key))]),
            ["contents"] = contents,
        });
    });

    private static Answer Done(Action action)
    {
        action();
        return Answer.NoContent();
    }
}
