using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Jira;

/// <summary><c>/serverInfo</c>, which needs no credential.</summary>
internal static class ServerInfo
{
    public static void Map(JiraRoutes routes) => routes.Get("/serverInfo", Get);

    private static Answer Get(JiraCall call)
    {
        var info = new JsonObject { ["baseUrl"] = call.Site.Origin };
        if (call.IsCloud)
        {
            info["displayUrl"] = call.Site.Origin;
            info["displayUrlConfluence"] = call.Site.BaseUrl;
        }

        info["version"] = call.IsCloud ? "1001.0.0-SNAPSHOT" : "11.3.0";
        info["versionNumbers"] = call.IsCloud ? new JsonArray(1001, 0, 0) : new JsonArray(11, 3, 0);
        info["deploymentType"] = call.IsCloud ? "Cloud" : "Server";
        info["buildNumber"] = call.IsCloud ? 100300 : 1103000;
        info["buildDate"] = "2026-11-01T00:00:00.000+0000";
        info["serverTime"] = JiraTime.Text(call.Wiki.Now);
        info["scmInfo"] = "emulated";
        info["serverTitle"] = "Jira";
        if (call.IsCloud) info["serverTimeZone"] = "Etc/GMT";
        return Answer.Ok(info);
    }
}
