using System.Globalization;

namespace Tributary.Emulator.World;

internal sealed record NewSpace(string Key, string Name, string Description = "")
{
    public string? Alias { get; init; }

    public SpaceType Type { get; init; }

    /// <summary>Its author alone may see it.</summary>
    public bool Private { get; init; }
}

internal sealed partial class Wiki
{
    /// <summary>A space with its home page; open to all users unless private, administered by its author and the administrators.</summary>
    public Space CreateSpace(User by, NewSpace request)
    {
        if (!CanCreateSpaces(by)) throw ConfluenceException.Forbidden("User not permitted to create spaces");
        RequireSpaceKey(request.Key, request.Type);
        if (string.IsNullOrWhiteSpace(request.Name)) throw ConfluenceException.BadRequest("Space name cannot be empty");
        if (FindSpace(request.Key) is not null) throw ConfluenceException.BadRequest($"A space already exists with key {request.Key}");
        var space = new Space
        {
            Id = NextSmallId(),
            Key = request.Key,
            ActiveAlias = request.Alias ?? request.Key,
            Name = request.Name,
            Type = request.Type,
            Description = request.Description,
            AuthorId = by.AccountId,
            CreatedAt = Now,
        };
        foreach (Restriction grants in (Restriction[])[space.Viewers, space.Editors, space.Administrators]) grants.Users.Add(by.AccountId);
        if (!request.Private)
        {
            space.Viewers.Groups.Add(UsersGroup);
            space.Editors.Groups.Add(UsersGroup);
            foreach (Restriction grants in (Restriction[])[space.Viewers, space.Editors, space.Administrators]) grants.Groups.Add(AdministratorsGroup);
        }

        state.Spaces.Add(space);
        space.HomepageId = Create(by, new NewContent(ContentType.Page, space, $"{request.Name} Home")).Id;
        Changed();
        return space;
    }

    public Space UpdateSpace(User by, Space space, string? name, string? description, string? homepageId = null)
    {
        RequireAdminister(by, space);
        if (name is not null && string.IsNullOrWhiteSpace(name)) throw ConfluenceException.BadRequest("Space name cannot be empty");
        if (homepageId is not null && Visible(by, homepageId).SpaceId != space.Id) throw ConfluenceException.BadRequest("The homepage must be a page of the space");
        space.Name = name ?? space.Name;
        space.Description = description ?? space.Description;
        space.HomepageId = homepageId ?? space.HomepageId;
        Changed();
        return space;
    }

    /// <summary>Grants and takes away; what is not named stays.</summary>
    public void ChangeGrants(Space space, Action<Space> change)
    {
        change(space);
        Changed();
    }

    /// <summary>The space and everything in it, for good.</summary>
    public LongTask DeleteSpace(User by, Space space)
    {
        RequireAdminister(by, space);
        foreach (Content content in ContentsOf(space).ToList()) Remove(content);
        state.Spaces.Remove(space);
        return StartTask("Delete space", $"Deleted space {space.Key}");
    }

    public LongTask? FindLongTask(string id) => state.LongTasks.Find(task => task.Id == id);

    /// <summary>Notes a long task whose work is already done.</summary>
    public LongTask StartTask(string name, string message)
    {
        long number = NextSmallId();
        var task = new LongTask(string.Create(CultureInfo.InvariantCulture, $"10a50000-0000-4000-8000-{number:x12}"), name, Now, message);
        state.LongTasks.Add(task);
        Changed();
        return task;
    }

    private static void RequireSpaceKey(string key, SpaceType type)
    {
        ReadOnlySpan<char> name = type == SpaceType.Personal && key.StartsWith('~') ? key.AsSpan(1) : key;
        bool valid = name.Length is > 0 and <= 255;
        foreach (char character in name) valid &= char.IsAsciiLetterOrDigit(character);
        if (!valid) throw ConfluenceException.BadRequest($"Invalid space key: {key}. A key has 1 to 255 letters and digits.");
    }
}
