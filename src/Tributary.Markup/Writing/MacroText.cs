using System.Buffers;
using System.Text;
using Tributary.Markup.Constructs;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Writing;

/// <summary>A macro as a reader of Markdown sees it: <c>[macro: toc maxLevel=2]</c>, <c>[status: DONE]</c>.</summary>
internal static class MacroText
{
    private const int LongestValue = 80;

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(" \t\n\"=]");

    public static string LossName(StorageElement macro) =>
        Macro.Name(macro) == "status" ? $"status '{Macro.Parameter(macro, "title")}'" : $"macro '{Macro.Name(macro)}'";

    public static string Of(StorageElement macro)
    {
        string name = Macro.Name(macro);
        return name switch
        {
            "status" => $"[status: {Macro.Parameter(macro, "title")}]",
            "jira" when Macro.Parameter(macro, "key") is { } key => $"[jira: {key}]",
            "expand" => $"[expand: {Macro.Parameter(macro, "title") ?? Macro.Parameter(macro, "") ?? "Click here to expand..."}]",
            _ => $"[macro: {name}{Parameters(macro)}]",
        };
    }

    private static string Parameters(StorageElement macro)
    {
        var text = new StringBuilder();
        foreach (StorageElement parameter in Macro.Parameters(macro))
        {
            string value = Macro.ParameterText(parameter);
            if (value.Length > LongestValue) value = string.Concat(value.AsSpan(0, LongestValue), "…");
            bool quoted = value.Length == 0 || value.AsSpan().ContainsAny(NeedQuotes);
            string name = parameter["ac:name"] ?? "";
            text.Append(' ').Append(name).Append(name.Length > 0 ? "=" : "").Append(quoted ? $"\"{value}\"" : value);
        }

        return text.ToString();
    }
}
