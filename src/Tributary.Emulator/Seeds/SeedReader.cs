using System.Text.Json;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Seeds;

/// <summary>Reads a seed file; what is wrong is told by file and key.</summary>
internal static class SeedReader
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    /// <exception cref="InvalidDataException">The file is no seed.</exception>
    public static SeedFile Read(string name, ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(WithoutMark(json), Lenient);
            return SeedObject.Read(document.RootElement, "", root => new SeedFile { Spaces = root.Each("spaces", Space), Projects = root.Each("projects", SeedProjectReader.Project) });
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{name}: line {error.LineNumber + 1} is no JSON: {error.Message}", error);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{name}: {error.Message}", error);
        }
    }

    /// <summary>True for a file that the emulator itself saved: it begins with its users, which a seed does not have.</summary>
    public static bool IsSavedSite(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(WithoutMark(json).Span, isFinalBlock: false, default);
        try
        {
            return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("users"u8);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) => json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;

    private static SeedSpace Space(SeedObject space) => new()
    {
        Key = space.Required("key"),
        Name = space.Required("name"),
        Id = space.Number("id"),
        Description = space.Text("description"),
        By = space.Text("by", "alice"),
        At = space.Text("at", "-365d"),
        Viewers = space.Texts("viewers", Wiki.UsersGroup),
        Editors = space.Texts("editors", Wiki.UsersGroup),
        Administrators = space.Texts("administrators", Wiki.AdministratorsGroup),
        Labels = space.Texts("labels"),
        Pages = space.Each("pages", Page),
        BlogPosts = space.Each("blogPosts", Page),
        Templates = space.Each("templates", Template),
    };

    private static SeedPage Page(SeedObject page) => new()
    {
        Title = page.Required("title"),
        Id = page.Number("id"),
        Alias = page.Optional("alias"),
        Body = page.Optional("body"),
        BodyFile = page.Optional("bodyFile"),
        By = page.Optional("by"),
        At = page.Optional("at"),
        Message = page.Text("message"),
        Status = page.Word("status", "current", "draft", "archived", "trashed") switch
        {
            "draft" => ContentStatus.Draft,
            "archived" => ContentStatus.Archived,
            "trashed" => ContentStatus.Trashed,
            _ => ContentStatus.Current,
        },
        Home = page.Flag("home"),
        Labels = page.Texts("labels"),
        Likes = page.Texts("likes"),
        Watchers = page.Texts("watchers"),
        Restrictions = page.One("restrictions", Restrictions) ?? new SeedRestrictions(),
        Properties = page.Values("properties"),
        Edits = page.Each("edits", Edit),
        Attachments = page.Each("attachments", Attachment),
        Comments = page.Each("comments", Comment),
        InlineComments = page.Each("inlineComments", Comment),
        Children = page.Each("children", Page),
    };

    private static SeedRestrictions Restrictions(SeedObject restrictions) => new() { Read = restrictions.Texts("read"), Update = restrictions.Texts("update") };

    private static SeedEdit Edit(SeedObject edit) => new()
    {
        By = edit.Optional("by"),
        At = edit.Required("at"),
        Message = edit.Text("message"),
        Minor = edit.Flag("minor"),
        RenamedFrom = edit.Optional("renamedFrom"),
        Changes = edit.Each("changes", change => new SeedChange(change.Required("from"), change.Required("to"))),
        BodyBefore = edit.Optional("bodyBefore"),
    };

    private static SeedAttachment Attachment(SeedObject attachment) => new()
    {
        Name = attachment.Required("name"),
        MediaType = attachment.Optional("mediaType"),
        First = Upload(attachment),
        Edits = attachment.Each("edits", Upload),
    };

    private static SeedUpload Upload(SeedObject upload) => new()
    {
        File = upload.Optional("file"),
        Text = upload.Optional("text"),
        Base64 = upload.Optional("base64"),
        By = upload.Optional("by"),
        At = upload.Optional("at"),
        Comment = upload.Text("comment"),
    };

    private static SeedComment Comment(SeedObject comment) => new()
    {
        Body = comment.Required("body"),
        By = comment.Optional("by"),
        At = comment.Optional("at"),
        Marker = comment.Optional("marker"),
        Status = comment.Word("status", "open", "reopened", "resolved", "dangling") switch
        {
            "reopened" => Resolution.Reopened,
            "resolved" => Resolution.Resolved,
            "dangling" => Resolution.Dangling,
            _ => Resolution.Open,
        },
        ResolvedBy = comment.Optional("resolvedBy"),
        Likes = comment.Texts("likes"),
        Replies = comment.Each("replies", Comment),
    };

    private static SeedTemplate Template(SeedObject template) => new()
    {
        Name = template.Required("name"),
        Description = template.Text("description"),
        Body = template.Optional("body"),
        BodyFile = template.Optional("bodyFile"),
    };
}
