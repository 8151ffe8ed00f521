using System.Buffers;
using Tributary.Markup.Constructs;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;

namespace Tributary.Markup.Wiki;

/// <summary><c>!name.png|thumbnail,width=300!</c>: an attachment or a web address, and how it is shown.</summary>
internal static class WikiImage
{
    /// <summary>How the model says that an option is only a word.</summary>
    public const string Flag = "true";

    private static readonly SearchValues<char> NotInName = SearchValues.Create("!|\r\n\\{}[]");
    private static readonly SearchValues<char> NotInOption = SearchValues.Create(",=|!{}");

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
            string value = equals < 0 ? Flag : WikiSyntax.Plain(Entities.Decode(option.AsSpan(equals + 1).Trim().Trim('"')));
            if (key == "alt") alt = value;
            else if (key == "title") title = value;
            else if (key.Length > 0) attributes.Add(new DirectiveAttribute(key, value));
        }

        return new Image(address, alt, title, attributes, default);
    }

    /// <summary>Null where wiki markup has no form for the address.</summary>
    public static string? Write(Image image, bool withOptions)
    {
        string? name = LinkAddress.Read(image.Address) switch
        {
            { Kind: LinkKind.Attachment, Container: null, Anchor: null } attachment => attachment.Name,
            null => image.Address,
            _ => null,
        };
        if (name is not { Length: > 0 } || name.Trim() != name || name.AsSpan().ContainsAny(NotInName) || name[0] == '^' || Read(name) is null) return null;
        var options = new List<string>();
        foreach (DirectiveAttribute attribute in image.Attributes)
        {
            if (attribute.Name.AsSpan().ContainsAny(NotInOption) || attribute.Name is "alt" or "title" || attribute.Name.Length == 0) continue;
            options.Add(attribute.Value == Flag ? attribute.Name : $"{attribute.Name}={Value(attribute.Value)}");
        }

        if (image.Alt.Length > 0) options.Add($"alt={Value(image.Alt)}");
        if (image.Title is not null) options.Add($"title={Value(image.Title)}");
        return options.Count > 0 && withOptions ? $"!{name}|{string.Join(',', options)}!" : $"!{name}!";
    }

    private static string Value(string value) => WikiEscape.Parameter(value, ",!|\"\\");
}
