namespace Tributary.Markup.Constructs.CodeBlocks;

/// <summary>Macros whose plain text a fence shows under a word of its own.</summary>
internal static class FenceMacros
{
    /// <summary>Null for a macro that no fence shows.</summary>
    public static string? Language(string macro) => macro switch
    {
        "mathblock" => "math",
        "noformat" or "plantuml" or "plantumlrender" or "mermaid" or "mermaid-macro" or "mermaid-cloud" => macro,
        _ => null,
    };

    /// <summary>Null for the language of ordinary code.</summary>
    public static string? Macro(string language) => language == "math" ? "mathblock" : Language(language) is not null && language != "mathblock" ? language : null;
}
