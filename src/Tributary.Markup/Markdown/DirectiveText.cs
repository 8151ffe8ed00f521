using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>Writes the head of a directive: <c>name[Label]{key=value #m1}</c>.</summary>
internal static class DirectiveText
{
    /// <param name="needsEnd">Within a line a bare name would be taken for text, and so would one that is not the notation's own: it gets empty braces.</param>
    public static StringBuilder AppendDirective(this StringBuilder target, string name, string label, IReadOnlyList<DirectiveAttribute> attributes, string? handle, bool needsEnd)
    {
        bool isMacro = !Notation.IsName(name);
        target.Append(isMacro ? "macro" : name);
        label = VisibleText.Of(label);
        if (label.Length > 0)
        {
            target.Append('[');
            AppendEscaped(target, label, "[]\\");
            target.Append(']');
        }

        int start = target.Length;
        if (isMacro) target.AppendBraces([new DirectiveAttribute("name", name), .. attributes], handle);
        else target.AppendBraces(attributes, handle);
        if (needsEnd && target.Length == start && (label.Length == 0 || !Notation.StandsBare(name))) target.Append("{}");
        return target;
    }

    /// <summary>Nothing where there are no attributes and no handle.</summary>
    public static StringBuilder AppendBraces(this StringBuilder target, IReadOnlyList<DirectiveAttribute> attributes, string? handle = null)
    {
        bool hasHandle = IsHandle(handle);
        if (attributes.Count == 0 && !hasHandle) return target;
        target.Append('{');
        bool isFirst = true;
        foreach (DirectiveAttribute attribute in attributes)
        {
            if (!isFirst) target.Append(' ');
            isFirst = false;
            string name = VisibleText.Of(attribute.Name);
            if (name.Length > 0 && Notation.KeyLength(name) == name.Length) target.Append(name);
            else AppendQuoted(target, name);
            string value = VisibleText.Of(attribute.Value);
            if (value == Notation.FlagValue) continue;
            target.Append('=');
            if (value.Length > 0 && Notation.BareLength(value) == value.Length) target.Append(value);
            else AppendQuoted(target, value);
        }

        if (hasHandle) target.Append(isFirst ? "#" : " #").Append(handle);
        return target.Append('}');
    }

    public static StringBuilder AppendColor(this StringBuilder target, string color)
    {
        target.Append('{');
        color = VisibleText.Of(color);
        if (color.Length > 0 && Notation.ColorLength(color) == color.Length) target.Append(color);
        else AppendQuoted(target, color);
        return target.Append('}');
    }

    private static bool IsHandle(string? handle) => handle is { Length: > 0 } && Notation.KeyLength(handle) == handle.Length;

    private static void AppendQuoted(StringBuilder target, string value)
    {
        target.Append('"');

        // A bracket and a colon at the start of a paragraph would make what is before them the name of an address.
        AppendEscaped(target, value, value.Contains("]:", StringComparison.Ordinal) ? "\"\\]" : "\"\\");
        target.Append('"');
    }

    private static void AppendEscaped(StringBuilder target, string value, string escaped)
    {
        foreach (char c in value)
        {
            if (c == '\n')
            {
                target.Append("\\n");
            }
            else if (c == '\r')
            {
                target.Append(' ');
            }
            else
            {
                if (escaped.Contains(c, StringComparison.Ordinal)) target.Append('\\');
                target.Append(c);
            }
        }
    }
}
