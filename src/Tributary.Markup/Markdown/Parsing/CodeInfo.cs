using Markdig.Helpers;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>What stands behind the fence of a code block: <c>csharp {title="Program.cs"}</c>.</summary>
internal static class CodeInfo
{
    public const string Language = "language";

    public static CodeBlock Read(string info, string code)
    {
        int end = info.AsSpan().IndexOfAny(' ', '\t');
        string language = info.StartsWith('{') ? "" : HtmlHelper.Unescape(end < 0 ? info : info[..end]);
        ReadOnlySpan<char> rest = info.AsSpan(info.StartsWith('{') ? 0 : end < 0 ? info.Length : end).Trim();
        if (rest.IsEmpty || rest[0] != '{' || DirectiveHead.ReadBraces(rest, out List<DirectiveAttribute> attributes, out _) == 0) return new CodeBlock(language, code, []);
        if (language.Length == 0 && attributes.Find(attribute => attribute.Name == Language) is { Name: not null } named)
        {
            language = named.Value;
            attributes.Remove(named);
        }

        return new CodeBlock(language, code, attributes);
    }
}
