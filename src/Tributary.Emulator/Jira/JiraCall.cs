using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira;

/// <summary>A request to Jira, in the dialect of its deployment and version.</summary>
/// <param name="version"><c>3</c> or <c>2</c>; for APIs beside the platform's, the version that the objects of issues have there.</param>
internal sealed class JiraCall(Call call, string version)
{
    public Tracker Jira => call.Wiki.Jira;

    public Wiki Wiki => call.Wiki;

    public Site Site => call.Site;

    public User User => call.User;

    public bool IsCloud => call.Site.IsCloud;

    /// <summary>Whether rich texts are ADF documents on the wire, rather than wiki markup.</summary>
    public bool TakesDocuments => version == "3";

    /// <summary>What addresses in answers begin with: through the gateway they lead through it again.</summary>
    public string Origin => call.ViaGateway ? $"{Site.Origin}/ex/jira/{Site.CloudId}" : Site.Origin;

    public string Api => $"{Origin}/rest/api/{version}";

    /// <summary>The address that was asked for, without the query.</summary>
    public string Self => Origin + call.Http.Path;

    public HttpRequest Http => call.Http;

    public IReadOnlyList<UploadedFile> Files => call.Files;

    public JsonObject Json => call.Json;

    public JsonNode? JsonNode => call.JsonNode;

    public string Route(string name) => call.Route(name);

    public string? Query(string name) => call.Query(name);

    public IReadOnlyList<string> Many(string name) => call.Many(name);

    public bool Flag(string name, bool otherwise = false) => call.Flag(name, otherwise);

    public int? Number(string name) => call.Number(name);

    /// <summary>The project that the path names, if the user sees it.</summary>
    public Project Project(string route = "projectIdOrKey") => Jira.VisibleProject(User, Route(route));

    /// <summary>The issue that the path names, if the user sees it.</summary>
    public Issue Issue() => Jira.VisibleIssue(User, Route("issueIdOrKey"));

    public Issue EditableIssue() => Jira.EditableIssue(User, Route("issueIdOrKey"));
}
