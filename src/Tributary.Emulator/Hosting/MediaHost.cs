using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Hosting;

/// <summary>The second origin, where Cloud keeps the bytes of attachments: a link with a token that expires, and no credential.</summary>
internal sealed class MediaHost(Site site)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static readonly byte[] Key = "emulated media links"u8.ToArray();

    /// <summary>What ids of issues' files begin with: Confluence's count for themselves.</summary>
    private const string OfIssues = "issue-";

    public bool Serves(HttpContext http) => site.MediaOrigin.EndsWith("//" + http.Request.Host.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the bytes of one version of an attachment are, for ten minutes.</summary>
    public static string LinkTo(Site site, Attachment attachment, ContentVersion version)
    {
        string about = string.Create(CultureInfo.InvariantCulture, $"{attachment.FileId}.{version.Number}.{(site.Options.Clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds()}");
        return $"{site.MediaOrigin}/file/{attachment.FileId}/binary?token={about}.{Sign(about)}&name={Uri.EscapeDataString(version.Title)}";
    }

    /// <summary>Where the bytes of an issue's file are, for ten minutes.</summary>
    public static string LinkTo(Site site, IssueFile file)
    {
        string about = string.Create(CultureInfo.InvariantCulture, $"{OfIssues}{file.Id}.1.{(site.Options.Clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds()}");
        return string.Create(CultureInfo.InvariantCulture, $"{site.MediaOrigin}/file/{OfIssues}{file.Id}/binary?token={about}.{Sign(about)}&name={Uri.EscapeDataString(file.Name)}");
    }

    public async Task ServeAsync(HttpContext http)
    {
        Answer answer = site.Wiki.Read(wiki => Find(http.Request, wiki) is { } file
            ? Answer.Bytes(file.MediaType, file.Data)
            : Answer.Json(403, new() { ["error"] = new System.Text.Json.Nodes.JsonObject { ["code"] = "JwtAuthoriser:Forbidden", ["title"] = "The token is not valid" } }));
        await answer.WriteAsync(http);
    }

    private (string MediaType, byte[] Data)? Find(HttpRequest request, Wiki wiki)
    {
        string[] parts = request.Query["token"].ToString().Split('.');
        if (parts is not [var fileId, var number, var expiry, var signature]) return null;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Sign($"{fileId}.{number}.{expiry}")))) return null;
        if (DateTimeOffset.FromUnixTimeSeconds(long.Parse(expiry, CultureInfo.InvariantCulture)) < site.Options.Clock.GetUtcNow()) return null;
        if (request.Path != $"/file/{fileId}/binary") return null;
        if (fileId.StartsWith(OfIssues, StringComparison.Ordinal))
            return wiki.Jira.FindFile(long.Parse(fileId.AsSpan(OfIssues.Length), CultureInfo.InvariantCulture)) is { File: var ofIssue } ? (ofIssue.MediaType, ofIssue.Data) : null;
        return wiki.FindFile(fileId)?.Version(int.Parse(number, CultureInfo.InvariantCulture)) is { File: { } file } ? (file.MediaType, file.Data) : null;
    }

    private static string Sign(string about) => Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes(about)));
}
