namespace Tributary.Emulator.World;

/// <summary>Finds content by id, place and container without walking the site.</summary>
internal sealed class WikiIndex
{
    private readonly Dictionary<string, Content> byId = [];
    private readonly Dictionary<long, List<Content>> bySpace = [];
    private readonly Dictionary<string, List<Content>> byParent = [];
    private readonly Dictionary<string, List<Content>> byContainer = [];
    private readonly Dictionary<(long Space, string Title), List<Content>> byTitle = [];

    public Content? Find(string id) => byId.GetValueOrDefault(id);

    public IReadOnlyList<Content> InSpace(long space) => bySpace.GetValueOrDefault(space) ?? [];

    public IReadOnlyList<Content> Below(string parent) => byParent.GetValueOrDefault(parent) ?? [];

    public IReadOnlyList<Content> ContainedIn(string container) => byContainer.GetValueOrDefault(container) ?? [];

    public IReadOnlyList<Content> Titled(long space, string title) => byTitle.GetValueOrDefault((space, TitleKey(title))) ?? [];

    public static string? ContainerId(Content content) => content switch
    {
        Comment comment => comment.ContainerId,
        Attachment attachment => attachment.ContainerId,
        CustomContent custom => custom.ContainerId,
        _ => null,
    };

    public void Add(Content content)
    {
        byId[content.Id] = content;
        if (content.Alias is { } alias) byId[alias] = content;
        Put(bySpace, content.SpaceId, content);
        if (content.ParentId is { } parent) Put(byParent, parent, content);
        if (ContainerId(content) is { } container) Put(byContainer, container, content);
        Put(byTitle, (content.SpaceId, TitleKey(content.Title)), content);
    }

    public void Remove(Content content)
    {
        byId.Remove(content.Id);
        if (content.Alias is { } alias) byId.Remove(alias);
        Take(bySpace, content.SpaceId, content);
        if (content.ParentId is { } parent) Take(byParent, parent, content);
        if (ContainerId(content) is { } container) Take(byContainer, container, content);
        Take(byTitle, (content.SpaceId, TitleKey(content.Title)), content);
    }

    // Confluence compares titles without case.
    private static string TitleKey(string title) => title.ToUpperInvariant();

    private static void Put<T>(Dictionary<T, List<Content>> map, T key, Content content) where T : notnull
    {
        if (!map.TryGetValue(key, out List<Content>? list)) map[key] = list = [];

        // Paging counts on ascending numbers, also after a move back into a space.
        int place = list.Count;
        while (place > 0 && list[place - 1].Number > content.Number) place--;
        list.Insert(place, content);
    }

    private static void Take<T>(Dictionary<T, List<Content>> map, T key, Content content) where T : notnull
    {
        if (!map.TryGetValue(key, out List<Content>? list)) return;
        list.Remove(content);
        if (list.Count == 0) map.Remove(key);
    }
}
