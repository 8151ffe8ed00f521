using System.Collections.Frozen;
using Tributary.Emulator.Search.Text;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Search.Cql;

/// <summary>The fields that Atlassian documents. https://developer.atlassian.com/cloud/confluence/cql-fields/</summary>
internal static class CqlFields
{
    private const double TitleWeight = 8, LabelWeight = 2, BodyWeight = 1;

    private static readonly DateField Created = new(item => item.Created);
    private static readonly DateField LastModified = new(item => item.LastModified);
    private static readonly TextField Text = new(item => item.User is null ? [new(item.Title, TitleWeight), new(item.LabelText, LabelWeight), new(item.Body, BodyWeight)] : null);
    private static readonly TextField TitleWords = new(item => item.User is null ? [new(item.Title, TitleWeight)] : null);
    private static readonly ValuesField Type = new(ValueKind.Plain, (item, _) => [item.Type]);
    private static readonly ValuesField Person = new(ValueKind.Person, (item, _) => item.User is { } person ? [person.AccountId] : null);
    private static readonly ValuesField SpaceKey = new(ValueKind.Space, (item, _) => item.Space is { } space ? [space.Key, space.ActiveAlias ?? space.Key] : null);
    private static readonly ValuesField Id = OfContents(ValueKind.Content, (content, _) => Ids(content));
    private static readonly ValuesField Favourite = new(ValueKind.Person, (item, _) => item.Content?.Favourites ?? item.Space?.Favourites);

    private static readonly FrozenDictionary<string, CqlField> ContentFields = new Dictionary<string, CqlField>
    {
        ["ancestor"] = OfContents(ValueKind.Content, (content, context) => context.Ancestors(content).SelectMany(Ids)),
        ["container"] = OfContents(ValueKind.Content, (content, context) => context.Site.ContainerOf(content) is { } container ? Ids(container) : []),
        ["content"] = Id,
        ["contributor"] = OfContents(ValueKind.Person, (content, _) => content.Versions.Select(version => version.AuthorId).Append(content.AuthorId)),
        ["created"] = Created,
        ["creator"] = new ValuesField(ValueKind.Person, (item, _) => item.AuthorId is { } author ? [author] : null),
        ["favorite"] = Favourite,
        ["favourite"] = Favourite,
        ["id"] = Id,
        ["label"] = new ValuesField(ValueKind.Plain, (item, _) => item.User is null ? item.Labels.SelectMany(Names) : null),
        ["lastmodified"] = LastModified,
        ["macro"] = OfContents(ValueKind.Plain, (content, _) => ContentText.Of(content).Macros),
        ["mention"] = OfContents(ValueKind.Person, (content, context) => ContentText.Of(content).Mentions.Select(context.AccountId)),
        ["parent"] = OfContents(ValueKind.Content, (content, context) => context.Parent(content) is { } parent ? Ids(parent) : []),
        ["sitesearch"] = Text,
        ["space"] = SpaceKey,
        ["space.category"] = new ValuesField(ValueKind.Plain, (item, _) => item.Space?.Labels.Select(label => label.Name)),
        ["space.key"] = SpaceKey,
        ["space.title"] = new TitleField(item => item.Space?.Name, new TextField(item => item.Space is { } space ? [new(new SearchableText(space.Name), BodyWeight)] : null)),
        ["space.type"] = new ValuesField(ValueKind.Plain, (item, _) => item.Space is { } space ? [SpaceTypeName(space.Type)] : null),
        ["text"] = Text,
        ["title"] = new TitleField(item => item.User is null ? item.Title.Text : null, TitleWords),
        ["type"] = Type,
        ["watcher"] = new ValuesField(ValueKind.Person, (item, _) => item.Content?.Watchers ?? item.Space?.Watchers),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, CqlField> PeopleFields = new Dictionary<string, CqlField>
    {
        ["type"] = Type,
        ["user"] = Person,
        ["user.accountid"] = Person,
        ["user.fullname"] = new TextField(item => item.User is null ? null : [new(item.Title, TitleWeight)]),
        ["user.userkey"] = Person,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where the resource does not have the field.</summary>
    public static CqlField? Find(string name, CqlContext context)
    {
        if (context.KnowsContents && ContentFields.TryGetValue(name, out CqlField? field))
            return field;

        return context.KnowsPeople && PeopleFields.TryGetValue(name, out field) ? field : null;
    }

    private static ValuesField OfContents(ValueKind kind, Func<Content, CqlContext, IEnumerable<string>> values) =>
        new(kind, (item, context) => item.Content is { } content ? values(content, context) : null);

    private static IEnumerable<string> Ids(Content content)
    {
        yield return content.Id;
        if (content.Type == ContentType.Attachment)
            yield return content.Id["att".Length..];

        if (content.Alias is { } alias)
            yield return alias;
    }

    // "label = x" finds the global label x; labels of other prefixes are named with theirs, as in "my:x".
    private static IEnumerable<string> Names(Label label) => label.Prefix == "global" ? [label.Name, $"global:{label.Name}"] : [$"{label.Prefix}:{label.Name}"];

    private static string SpaceTypeName(SpaceType type) => type == SpaceType.KnowledgeBase ? "knowledge_base" : type.ToString().ToLowerInvariant();
}
