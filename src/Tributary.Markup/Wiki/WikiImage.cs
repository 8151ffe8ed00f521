using Tributary.Markup.Constructs;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;

namespace Tributary.Markup.Wiki;

/// <summary><c>!name.png|thumbnail,width=300!</c>: an attachment or a web address, and how it is shown.</summary>
internal static class WikiImage
{
    public static Image? Read(string content)
    {
        int bar = content.IndexOf('|', StringComparison.Ordinal);
        string name = (bar < 0 ? content : content[..bar]).Trim();
        string? address = name.Contains("://", StringComparison.Ordinal) ? name : name.Length > 0 ? LinkAddress.Write(new LinkTarget(LinkKind.Attachment, name.TrimStart('^'))) : null;
        if (address is null || LinkSafety.IsDangerous(name) || (address == name && name.Any(char.IsWhiteSpace))) return null;
        var attributes = new List<DirectiveAttribute>();
        string alt = "";
        string? title = null;
        foreach (string option in bar < 0 ? [] : content[(bar + 1)..].Split(','))
        {
            int equals = option.IndexOf('=', StringComparison.Ordinal);
            string key = (equals < 0 ? option : option[..equals]).Trim();
            string value = equals < 0 ? "" : Entities.Decode(option.AsSpan(equals + 1).Trim()).Trim('"');
            if (key == "alt") alt = value;
            else if (key == "title") title = value;
            else if (key.Length > 0) attributes.Add(new DirectiveAttribute(key, value));
        }

        return new Image(address, alt, title, attributes, default);
    }
}
