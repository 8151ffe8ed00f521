namespace Tributary.Emulator.World;

/// <summary>What goes along with a copied page.</summary>
internal sealed record CopyOptions(bool Attachments, bool Permissions, bool Properties, bool Labels, bool CustomContents);

internal sealed partial class Wiki
{
    /// <param name="parent">Null puts the copy at the root of the space.</param>
    /// <param name="body">Storage format instead of the source's body.</param>
    public Content Copy(User by, Content source, Space space, Content? parent, string title, CopyOptions options, string? body = null)
    {
        Content copy = Create(by, new NewContent(source.Type, space, title, body ?? source.Body) { ParentId = parent?.Id, Subtype = source.Subtype, Document = body is null ? source.Latest.Document : null });
        if (options.Permissions)
        {
            Merge(copy.Read, source.Read);
            Merge(copy.Update, source.Update);
        }

        if (options.Labels) copy.Labels.AddRange(source.Labels);
        if (options.Properties) copy.Properties.AddRange(source.Properties.Select(property => CopyOf(by, property)));
        foreach (Content inside in ContainedIn(source).Where(inside => inside.Status == ContentStatus.Current).ToList())
        {
            if (inside is Attachment attachment && options.Attachments)
            {
                AddAttachment(by, copy, attachment.Title, attachment.File, attachment.Latest.Message, minor: false);
            }
            else if (inside is CustomContent custom && options.CustomContents)
            {
                Create(by, new NewContent(ContentType.Custom, space, custom.Title, custom.Body) { ContainerId = copy.Id, CustomType = custom.CustomType, Representation = custom.Representation });
            }
        }

        Changed();
        return copy;
    }

    /// <summary>Copies a page and, when asked, all pages below it; every title goes through <paramref name="retitle"/>.</summary>
    public Content CopyTree(User by, Content source, Content destination, bool descendants, Func<string, string> retitle, CopyOptions options)
    {
        // Taken before the first copy: the destination may stand below the source.
        List<Content> below = descendants ? [.. Descendants(source, int.MaxValue).Select(each => each.Content).Where(each => each.Type == ContentType.Page && CanView(by, each))] : [];
        Space space = SpaceOf(destination);
        foreach (Content each in below.Prepend(source))
        {
            RequireFreeTitle(space, each.Type, retitle(each.Title), ContentStatus.Current, Now, self: null);
        }

        var copies = new Dictionary<string, Content> { [source.Id] = Copy(by, source, space, destination, retitle(source.Title), options) };
        foreach (Content each in below)
        {
            Content parent = each.ParentId is { } id && copies.TryGetValue(id, out Content? copied) ? copied : copies[source.Id];
            copies[each.Id] = Copy(by, each, space, parent, retitle(each.Title), options);
        }

        return copies[source.Id];
    }

    private static void Merge(Restriction into, Restriction from)
    {
        into.Users.UnionWith(from.Users);
        into.Groups.UnionWith(from.Groups);
    }

    private Property CopyOf(User by, Property property) => new()
    {
        Id = NextSmallId(),
        Key = property.Key,
        Value = property.Value?.DeepClone(),
        Version = 1,
        AuthorId = by.AccountId,
        CreatedAt = Now,
        When = Now,
    };
}
