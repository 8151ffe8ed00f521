using System.Buffers;
using System.Text;

namespace Tributary.Markup.Constructs;

/// <summary>
/// How Markdown names what only Confluence can address: <c>page:SPACE/Title#anchor</c>, <c>page:Title</c>, <c>blogpost:SPACE/2026/01/31/Title</c>,
/// <c>attachment:file.pdf</c>, <c>attachment:SPACE/Title/file.pdf</c> for a file of another page, <c>space:KEY</c>, <c>content:12345</c>, <c>shortcut:KEY/value</c> and <c>#anchor</c>. Parts are percent-encoded where they would be taken for syntax.
/// </summary>
internal static class LinkAddress
{
    private const string Page = "page:";
    private const string BlogPost = "blogpost:";
    private const string Attachment = "attachment:";
    private const string Space = "space:";
    private const string Content = "content:";
    private const string Shortcut = "shortcut:";

    private static readonly SearchValues<char> Reserved = SearchValues.Create([.. " %/#?()<>[]\\&\"'*_`|~!", .. Enumerable.Range(0, 0x20).Select(code => (char)code), '\u007F', '\u00A0', '\u2028', '\u2029']);

    /// <summary>Null where Markdown has no address for the target.</summary>
    public static string? Write(LinkTarget target)
    {
        string? address = target switch
        {
            { Kind: LinkKind.Anchor, Name.Length: > 0 } => "",
            { Kind: LinkKind.Page, Name.Length: > 0 } => $"{Page}{Prefix(target.SpaceKey)}{Encode(target.Name)}",
            { Kind: LinkKind.BlogPost, Name.Length: > 0 } => $"{BlogPost}{Prefix(target.SpaceKey)}{(IsDay(target.PostingDay) ? target.PostingDay + "/" : "")}{Encode(target.Name)}",
            { Kind: LinkKind.Attachment, Name.Length: > 0, Container: { } container } => Write(container with { Anchor = null }) is { } page ? $"{Attachment}{WithoutPage(page)}/{Encode(target.Name)}" : null,
            { Kind: LinkKind.Attachment, Name.Length: > 0 } => $"{Attachment}{Encode(target.Name)}",
            { Kind: LinkKind.Shortcut, SpaceKey.Length: > 0 } => $"{Shortcut}{Encode(target.SpaceKey)}/{Encode(target.Parameter)}",
            { Kind: LinkKind.Space, Name.Length: > 0 } => $"{Space}{Encode(target.Name)}",
            { Kind: LinkKind.Content, Name.Length: > 0 } => $"{Content}{Encode(target.Name)}",
            _ => null,
        };
        if (address is null) return null;
        return target.Anchor is null ? address : $"{address}#{Encode(target.Anchor)}";
    }

    /// <summary>Null where the address is none of Confluence's own.</summary>
    public static LinkTarget? Read(string address)
    {
        int hash = address.IndexOf('#', StringComparison.Ordinal);
        string? anchor = hash < 0 ? null : Decode(address[(hash + 1)..]);
        string main = hash < 0 ? address : address[..hash];
        if (main.Length == 0) return anchor is { Length: > 0 } ? new LinkTarget(LinkKind.Anchor, anchor, Anchor: anchor) : null;
        LinkTarget? target = Scheme(main) switch
        {
            Page => InSpace(LinkKind.Page, main[Page.Length..]),
            BlogPost => DatedInSpace(main[BlogPost.Length..]),
            Attachment => OfPage(main[Attachment.Length..]),
            Shortcut when main.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash => LinkTarget.Shortcut(Decode(main[Shortcut.Length..slash]), Decode(main[(slash + 1)..])),
            Space => new LinkTarget(LinkKind.Space, Decode(main[Space.Length..]), Decode(main[Space.Length..])),
            Content => new LinkTarget(LinkKind.Content, Decode(main[Content.Length..])),
            _ => null,
        };
        return target is { Name.Length: > 0 } ? target with { Anchor = anchor } : null;
    }

    /// <summary>The address as <see cref="Write"/> spells it; one that is none of Confluence's own stays as it is.</summary>
    public static string Canonical(string address) => Read(address) is { } target ? Write(target) ?? address : address;

    private static string Scheme(string address) => address[..(address.IndexOf(':', StringComparison.Ordinal) + 1)];

    private static string Prefix(string? spaceKey) => spaceKey is null ? "" : Encode(spaceKey) + "/";

    private static LinkTarget InSpace(LinkKind kind, string path)
    {
        int slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new LinkTarget(kind, Decode(path)) : new LinkTarget(kind, Decode(path[(slash + 1)..]), Decode(path[..slash]));
    }

    private static LinkTarget? OfPage(string path)
    {
        int slash = path.LastIndexOf('/');
        if (slash < 0) return new LinkTarget(LinkKind.Attachment, Decode(path));
        string container = path[..slash];
        bool isNamed = Scheme(container) is BlogPost or Content or Space;
        LinkTarget? page = Read(isNamed ? container : Page + container);
        return page is null ? null : new LinkTarget(LinkKind.Attachment, Decode(path[(slash + 1)..])) { Container = page };
    }

    private static string WithoutPage(string address) => address.StartsWith(Page, StringComparison.Ordinal) ? address[Page.Length..] : address;

    private static bool IsDay(string? day) => day is { Length: 10 } && day[4] == '/' && day[7] == '/' && day.All(c => c == '/' || char.IsAsciiDigit(c));

    private static LinkTarget DatedInSpace(string path)
    {
        string[] parts = path.Split('/');
        int title = parts.Length - 1;
        string? day = title >= 3 ? string.Join('/', parts[(title - 3)..title]) : null;
        string? space = title is 1 or 4 ? Decode(parts[0]) : null;
        return title is 0 or 1 or 3 or 4
            ? new LinkTarget(LinkKind.BlogPost, Decode(parts[title]), space) { PostingDay = day }
            : new LinkTarget(LinkKind.BlogPost, Decode(path));
    }

    private static string Encode(string part)
    {
        if (!part.AsSpan().ContainsAny(Reserved)) return part;
        var encoded = new StringBuilder();
        foreach (char c in part)
        {
            if (!Reserved.Contains(c)) encoded.Append(c);
            else encoded.Append(c < 0x80 ? Uri.HexEscape(c) : Uri.EscapeDataString(c.ToString()));
        }

        return encoded.ToString();
    }

    private static string Decode(string part) => Uri.UnescapeDataString(part);
}
