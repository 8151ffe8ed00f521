using Tributary.Emulator.World;

namespace Tributary.Emulator.Search;

internal enum SearchScope
{
    /// <summary><c>/content/search</c>: contents alone.</summary>
    Contents,

    /// <summary><c>/search</c>: contents, spaces where <c>type = space</c> asks for them, and on Data Center people where the query asks for them.</summary>
    Site,

    /// <summary><c>/search/user</c>: people alone, by the fields of people alone.</summary>
    People,
}

internal enum SearchExcerpt
{
    Highlight,
    HighlightUnescaped,
    Indexed,
    IndexedUnescaped,
    None,
}

/// <param name="SpaceKey">Of <c>cqlcontext</c>: what <c>currentSpace()</c> means.</param>
/// <param name="ContentId">Of <c>cqlcontext</c>: what <c>currentContent()</c> means.</param>
/// <param name="Statuses">Of <c>cqlcontext</c>; null is current alone.</param>
internal sealed record SearchRequest(
    string Cql,
    SearchScope Scope = SearchScope.Site,
    string? SpaceKey = null,
    string? ContentId = null,
    IReadOnlyCollection<ContentStatus>? Statuses = null,
    bool IncludeArchivedSpaces = false,
    bool ExcludeCurrentSpaces = false);
