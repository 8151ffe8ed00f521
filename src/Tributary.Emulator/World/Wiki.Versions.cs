namespace Tributary.Emulator.World;

internal sealed partial class Wiki
{
    /// <summary>Writes an old version's text as a new version.</summary>
    public ContentVersion RestoreVersion(User by, Content content, int number, string message, bool restoreTitle)
    {
        ContentVersion old = content.Version(number) ?? throw ConfluenceException.NotFound($"No version {number} of content with id : {content.Id}");
        Update(by, content, new ContentChange(content.Latest.Number + 1, restoreTitle ? old.Title : null, old.Body) { Message = message });
        return content.Latest;
    }

    /// <summary>A past version; the numbers of the others stay.</summary>
    public void DeleteVersion(User by, Content content, int number)
    {
        RequireEdit(by, content);
        ContentVersion version = content.Version(number) ?? throw ConfluenceException.NotFound($"No version {number} of content with id : {content.Id}");
        if (version == content.Latest) throw ConfluenceException.BadRequest("Cannot delete the current version of a content");
        content.Versions.Remove(version);
        Changed();
    }

    public Template AddTemplate(string name, string description, string body, string? spaceKey, bool isBlueprint = false)
    {
        var template = new Template { Id = NextSmallId(), Name = name, Description = description, Body = body, SpaceKey = spaceKey, IsBlueprint = isBlueprint };
        state.Templates.Add(template);
        Changed();
        return template;
    }

    public void UpdateTemplate(Template template, string name, string description, string body)
    {
        template.Name = name;
        template.Description = description;
        template.Body = body;
        Changed();
    }

    public void RemoveTemplate(Template template)
    {
        state.Templates.Remove(template);
        Changed();
    }
}
