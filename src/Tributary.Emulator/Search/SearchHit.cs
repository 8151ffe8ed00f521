using Tributary.Emulator.Search.Text;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Search;

/// <summary>One content, space or person that was found.</summary>
internal sealed class SearchHit(SearchItem item, double score, IReadOnlyCollection<TextTerm> terms)
{
    public SearchItem Item => item;

    /// <summary>The content found; null when it is a space or a person.</summary>
    public Content? Content => item.Content;

    /// <summary>The space found, or that of the content; null of a person.</summary>
    public Space? Space => item.Space;

    public User? User => item.User;

    /// <summary><c>content</c>, <c>space</c> or <c>user</c>, as in <c>entityType</c>.</summary>
    public string EntityType => item.User is not null ? "user" : item.Content is not null ? "content" : "space";

    /// <summary>Zero where the query has no words to be relevant to.</summary>
    public double Score => score;

    public DateTimeOffset? LastModified => item.LastModified;

    public string Title(SearchExcerpt mode) => mode switch
    {
        SearchExcerpt.Highlight => Text.Excerpt.Whole(item.Title, terms, escaped: true),
        SearchExcerpt.HighlightUnescaped => Text.Excerpt.Whole(item.Title, terms, escaped: false),
        _ => item.Title.Text,
    };

    /// <summary>Words looked for stand between <c>@@@hl@@@</c> and <c>@@@endhl@@@</c> where <paramref name="mode"/> highlights.</summary>
    public string Excerpt(SearchExcerpt mode) => mode switch
    {
        SearchExcerpt.None => "",
        _ => Text.Excerpt.Of(
            item.Body,
            terms,
            highlighted: mode is SearchExcerpt.Highlight or SearchExcerpt.HighlightUnescaped,
            escaped: mode is SearchExcerpt.Highlight or SearchExcerpt.Indexed),
    };
}
