using System.Collections.Frozen;

namespace Tributary.Markup.Reading;

/// <summary>One string for each name that bodies repeat thousands of times.</summary>
internal static class Names
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = new[]
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em", "i", "u", "s", "del", "strike", "sub", "sup", "small", "big", "code", "pre", "blockquote", "hr",
        "br", "span", "div", "a", "ul", "ol", "li", "table", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "time",
        "class", "style", "href", "start", "colspan", "rowspan", "datetime", "title", "id", "data-layout", "data-card-appearance", "data-highlight-colour", "local-id",
        "ac:structured-macro", "ac:parameter", "ac:plain-text-body", "ac:rich-text-body", "ac:name", "ac:schema-version", "ac:macro-id", "ac:local-id",
        "ac:link", "ac:link-body", "ac:plain-text-link-body", "ac:anchor", "ac:image", "ac:caption", "ac:width", "ac:height", "ac:align", "ac:layout", "ac:alt",
        "ac:emoticon", "ac:emoji-shortname", "ac:emoji-id", "ac:emoji-fallback", "ac:inline-comment-marker", "ac:ref", "ac:placeholder",
        "ac:task-list", "ac:task", "ac:task-id", "ac:task-uuid", "ac:task-status", "ac:task-body", "ac:layout-section", "ac:layout-cell", "ac:type",
        "ac:adf-extension", "ac:adf-node", "ac:adf-attribute", "ac:adf-content", "ac:adf-fallback", "ac:adf-mark", "key", "type",
        "ri:page", "ri:content-title", "ri:space-key", "ri:version-at-save", "ri:blog-post", "ri:posting-day", "ri:attachment", "ri:filename", "ri:url", "ri:value",
        "ri:user", "ri:account-id", "ri:userkey", "ri:username", "ri:space", "ri:content-entity", "ri:content-id", "ri:shortcut",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Of(ReadOnlySpan<char> name) => Known.TryGetValue(name, out string? known) ? known : name.ToString();
}
