using Tributary.Emulator.Search.Text;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Search;

/// <summary>What can be found: a content, a space or a person, seen alike.</summary>
internal sealed class SearchItem
{
    private SearchableText? title;
    private SearchableText? body;
    private SearchableText? labels;

    private SearchItem()
    {
    }

    public Content? Content { get; private init; }

    /// <summary>The space itself, or that of the content.</summary>
    public Space? Space { get; private init; }

    public User? User { get; private init; }

    /// <summary>As CQL's <c>type</c> names it.</summary>
    public string Type => Content switch
    {
        CustomContent custom => custom.CustomType,
        Content content => content.Type.ToString().ToLowerInvariant(),
        null => User is null ? "space" : "user",
    };

    public SearchableText Title => title ??= Content is null ? new SearchableText(User?.DisplayName ?? Space!.Name) : ContentText.Of(Content).Title;

    public SearchableText Body => body ??= Content is null ? new SearchableText(User is null ? Space!.Description : "") : ContentText.Of(Content).Body;

    public SearchableText LabelText => labels ??= Labels.Count == 0 ? SearchableText.Empty : new SearchableText(string.Join(' ', Labels.Select(label => label.Name)));

    public IReadOnlyList<Label> Labels => User is not null ? [] : Content?.Labels ?? Space!.Labels;

    public string? AuthorId => User is not null ? null : Content?.AuthorId ?? Space!.AuthorId;

    public DateTimeOffset? Created => User is not null ? null : Content?.CreatedAt ?? Space!.CreatedAt;

    public DateTimeOffset? LastModified => Content?.Latest.When ?? Created;

    /// <summary>Orders what is equal in all else, so that pages of results neither repeat nor skip.</summary>
    public long Number => Content?.Number ?? Space?.Id ?? 0;

    public static SearchItem Of(Content content, Space space) => new() { Content = content, Space = space };

    public static SearchItem Of(Space space) => new() { Space = space };

    public static SearchItem Of(User user) => new() { User = user };
}
