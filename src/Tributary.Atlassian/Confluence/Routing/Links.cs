namespace Tributary.Atlassian.Confluence.Routing;

/// <summary>Links as Atlassian gives them, made absolute; and what can be read out of them.</summary>
internal sealed class Links(Site site)
{
    private readonly string siteBase = (site.BrowserUrl ?? site.BaseUrl).AbsoluteUri.TrimEnd('/');

    /// <param name="path">Relative to the site's base, such as <c>/spaces/ENG/pages/98304/Title</c>.</param>
    /// <param name="answeredBase">The base that the answer names; counts only behind the gateway, where ours is no address for a browser.</param>
    public string Absolute(string? path, string? answeredBase = null)
    {
        string root = site.BrowserUrl is null && IsHttps(answeredBase) ? answeredBase!.TrimEnd('/') : siteBase;
        if (string.IsNullOrEmpty(path)) return root;
        if (path.StartsWith("https://", StringComparison.Ordinal) || path.StartsWith("http://", StringComparison.Ordinal)) return path;

        // Some links begin at the host instead of the base.
        var rootUri = new Uri(root);
        string context = rootUri.AbsolutePath.TrimEnd('/');
        if (context.Length > 0 && path.StartsWith(context + "/", StringComparison.Ordinal)) return rootUri.GetLeftPart(UriPartial.Authority) + path;
        return root + (path.StartsWith('/') ? path : "/" + path);
    }

    /// <summary>The space's key out of <c>/spaces/KEY/...</c> or <c>/display/KEY/...</c>.</summary>
    public static SpaceKey? KeyIn(string? link)
    {
        string[] segments = (link ?? "").Split('?', 2)[0].Split('/');
        int at = Array.FindIndex(segments, segment => segment is "spaces" or "display");
        return at >= 0 && at + 1 < segments.Length && SpaceKey.TryParse(Uri.UnescapeDataString(segments[at + 1]), out SpaceKey key) ? key : null;
    }

    /// <summary>The cursor out of a link to the next page: links of answers are read, never followed.</summary>
    public static string? CursorIn(string? next)
    {
        int query = next?.IndexOf('?', StringComparison.Ordinal) ?? -1;
        if (query < 0) return null;
        string? cursor = next![(query + 1)..].Split('&').FirstOrDefault(part => part.StartsWith("cursor=", StringComparison.Ordinal))?["cursor=".Length..];
        return string.IsNullOrEmpty(cursor) ? null : Uri.UnescapeDataString(cursor);
    }

    private static bool IsHttps(string? text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme == "https" && uri.UserInfo.Length == 0;
}
