using System.Buffers.Binary;
using System.Globalization;
using System.Web;
using Tributary.Atlassian.Confluence;

namespace Tributary.Tools.Reading;

/// <summary>What a browser's address of a page says about it. It is read, never fetched.</summary>
/// <param name="Authority">Host and port.</param>
internal sealed record PageAddress(string Authority, PageId? Id, SpaceKey? Space, string? Title)
{
    /// <param name="site">Where a browser opens the site; null where only its answers tell: check them with <see cref="CheckHost(Uri)"/>.</param>
    public static PageAddress Parse(string url, Uri? site)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
            throw ToolException.InvalidParams("`url` is not an address.", "Copy it from the browser, or give page_id.");

        if (site is not null)
            CheckHost(address.Authority, site);
        string root = site?.AbsolutePath.TrimEnd('/') ?? "/wiki";
        string path = address.AbsolutePath.StartsWith(root + '/', StringComparison.OrdinalIgnoreCase) ? address.AbsolutePath[root.Length..] : address.AbsolutePath;
        PageAddress parsed = FromQuery(address.Query) ?? FromPath(path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            ?? throw ToolException.InvalidParams("`url` names no page.", "Copy the address of a page from the browser, or give page_id.");
        return parsed with { Authority = address.Authority };
    }

    /// <param name="site">Any address of the site.</param>
    public void CheckHost(Uri site) => CheckHost(Authority, site);

    private static void CheckHost(string authority, Uri site)
    {
        if (!authority.Equals(site.Authority, StringComparison.OrdinalIgnoreCase))
            throw new ToolException(ErrorCode.NotAllowed, $"`url` leads to {WikiText.Line(authority)}; this server reads {site.Authority} alone.", "Give the address of a page there.");
    }

    private static PageAddress? FromQuery(string query)
    {
        var values = HttpUtility.ParseQueryString(query);
        if (PageId.TryParse(values["pageId"], out PageId id))
            return new("", id, null, null);
        return SpaceKey.TryParse(values["spaceKey"], out SpaceKey key) && values["title"] is { Length: > 0 } title ? new("", null, key, title) : null;
    }

    private static PageAddress? FromPath(string[] parts) => parts switch
    {
        ["spaces", _, "pages", "edit-v2" or "edit", var id, ..] => ById(id),
        ["spaces", _, "pages", var id, ..] => ById(id),
        ["spaces", _, "blog", _, _, _, var id, ..] => ById(id),
        ["display", var key, var title] => SpaceKey.TryParse(Uri.UnescapeDataString(key), out SpaceKey space) ? new("", null, space, HttpUtility.UrlDecode(title)) : null,
        ["x", var tiny] => ByTinyId(tiny),
        ["rest", "api", "content", var id, ..] => ById(id),
        ["api", "v2", "pages" or "blogposts", var id, ..] => ById(id),
        _ => null,
    };

    private static PageAddress? ById(string text) => PageId.TryParse(text, out PageId id) ? new("", id, null, null) : null;

    /// <summary>A short link is the number of the page, its bytes in base64 with two signs exchanged and the end left out.</summary>
    private static PageAddress? ByTinyId(string tiny)
    {
        Span<byte> bytes = stackalloc byte[8];
        string base64 = tiny.Replace('-', '/').Replace('_', '+').PadRight(11, 'A') + '=';
        return Convert.TryFromBase64String(base64, bytes, out _) ? ById(BinaryPrimitives.ReadUInt64LittleEndian(bytes).ToString(CultureInfo.InvariantCulture)) : null;
    }
}
