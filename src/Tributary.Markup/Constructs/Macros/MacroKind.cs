using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Macros;

/// <summary>Which macros stand within a line, and which on lines of their own.</summary>
internal static class MacroKind
{
    public static bool IsBlock(StorageElement macro) =>
        !IsInlineMath(macro) && (Macro.RichBody(macro) is not null || macro.Child("ac:plain-text-body") is not null);

    /// <summary>Part of a line even where nothing stands beside it.</summary>
    public static bool IsInline(StorageElement macro) => IsInline(Macro.Name(macro), Macro.Parameter(macro, "key") is not null || Macro.Parameter(macro, "count") == "true");

    /// <param name="isOneIssue">Of a jira macro: it shows one issue or a number, and no table.</param>
    public static bool IsInline(string name, bool isOneIssue) => name switch
    {
        "status" or "anchor" or "mathinline" or "profile-picture" => true,
        "jira" => isOneIssue,
        _ => false,
    };

    /// <summary>What a line shows in place of a macro that stands in a link; null where it shows the macro.</summary>
    public static StorageElement? InlineBody(StorageElement macro) => IsInlineMath(macro) ? null : Macro.RichBody(macro) ?? macro.Child("ac:plain-text-body");

    public static bool IsInlineMath(StorageElement macro) => Macro.Name(macro) == "mathinline";

    /// <summary>Macros that hold blocks, so that a lone fence inside is a block like any other and no plain-text body.</summary>
    public static bool HasRichBody(string name) => name is "expand" or "panel" or "info" or "note" or "tip" or "warning" or "excerpt" or "details" or "section" or "column" or "toc-zone" or "multiexcerpt";
}
