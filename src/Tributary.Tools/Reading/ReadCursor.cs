using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Tributary.Atlassian.Confluence;

namespace Tributary.Tools.Reading;

/// <summary>Where a cut read goes on: one page, one version, one form, one section. Opaque to callers, and worth nothing on another page.</summary>
/// <param name="Pinned">Whether the caller had asked for this version; otherwise the page must still be on it.</param>
internal sealed record ReadCursor(PageId Page, int Version, bool Pinned, ReadFormat Format, string Section, int Offset)
{
    private const string Mark = "r1";

    public static ReadCursor Parse(string text)
    {
        string[] parts = Base64Url.IsValid(text) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|') : [];
        if (parts is [Mark, var page, var version, "p" or "c", var form, var section, var offset]
            && PageId.TryParse(page, out PageId id)
            && Enum.TryParse(form, out ReadFormat format) && Enum.IsDefined(format)
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out int at))
        {
            return new ReadCursor(id, number, parts[3] == "p", format, Uri.UnescapeDataString(section), at);
        }

        throw Invalid("`cursor` is not one that this tool gave.");
    }

    public static ToolException Invalid(string message) => ToolException.InvalidParams(message, "Read the page again from its start, without a cursor.");

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Mark}|{Page}|{Version}|{(Pinned ? 'p' : 'c')}|{Format}|{Uri.EscapeDataString(Section)}|{Offset}")));
}
