using System.Buffers;
using System.Globalization;

namespace Tributary.Emulator.World;

internal sealed partial class Wiki
{
    private static readonly SearchValues<char> NotInFileNames = SearchValues.Create("/\\:*?\"<>|");

    public IEnumerable<Attachment> AttachmentsOf(Content container) => ContainedIn(container).OfType<Attachment>();

    public Attachment? FindAttachment(Content container, string fileName) =>
        AttachmentsOf(container).FirstOrDefault(attachment => attachment.Status == ContentStatus.Current && attachment.Title.Equals(fileName, StringComparison.OrdinalIgnoreCase));

    /// <summary>By the name that its bytes have at the media host.</summary>
    public Attachment? FindFile(string fileId) => Contents.OfType<Attachment>().FirstOrDefault(attachment => attachment.FileId == fileId);

    /// <summary>A new attachment; a name that is taken is refused.</summary>
    public Attachment AddAttachment(User by, Content container, string fileName, FileVersion file, string comment, bool minor)
    {
        RequireEdit(by, container);
        RequireFileName(fileName);
        if (FindAttachment(container, fileName) is not null)
        {
            throw ConfluenceException.BadRequest($"Cannot add a new attachment with same file name as an existing attachment: {fileName}");
        }

        long number = NextNumber();
        return Add(new Attachment
        {
            Number = number,
            Type = ContentType.Attachment,
            SpaceId = container.SpaceId,
            AuthorId = by.AccountId,
            CreatedAt = Now,
            ContainerId = container.Id,
            FileId = string.Create(CultureInfo.InvariantCulture, $"5f1a0000-0000-4000-8000-{number:x12}"),
            Versions = [new ContentVersion { Number = 1, AuthorId = by.AccountId, When = Now, Message = comment, Minor = minor, Title = fileName, File = file }],
        });
    }

    public Attachment UpdateAttachmentData(User by, Attachment attachment, FileVersion file, string? comment, bool minor)
    {
        RequireEdit(by, attachment);
        ContentVersion latest = attachment.Latest;
        attachment.Versions.Add(latest with { Number = latest.Number + 1, AuthorId = by.AccountId, When = Now, Message = comment ?? "", Minor = minor, File = file });
        Changed();
        return attachment;
    }

    /// <summary>A new name, comment, media type or container; the bytes stay.</summary>
    public Attachment UpdateAttachment(User by, Attachment attachment, int version, string? fileName, string? comment, string? mediaType, Content? container)
    {
        RequireEdit(by, attachment);
        ContentVersion latest = attachment.Latest;
        if (version != latest.Number && version != latest.Number + 1) throw ConfluenceException.StaleVersion(latest.Number, version);
        string name = fileName ?? latest.Title;
        RequireFileName(name);
        if (container is not null) RequireEdit(by, container);
        if (FindAttachment(container ?? ContainerOf(attachment)!, name) is { } other && other != attachment)
        {
            throw ConfluenceException.BadRequest($"Cannot rename an attachment to the file name of an existing attachment: {name}");
        }

        // Confluence keeps one version number here: the name is not part of the file.
        ContentVersion renamed = latest with { Title = name, Message = comment ?? latest.Message, File = latest.File! with { MediaType = mediaType ?? latest.File.MediaType } };
        index.Remove(attachment);
        attachment.Versions[^1] = renamed;
        attachment.ContainerId = container?.Id ?? attachment.ContainerId;
        attachment.SpaceId = container?.SpaceId ?? attachment.SpaceId;
        index.Add(attachment);
        Changed();
        return attachment;
    }

    /// <summary>Refuses what cannot be the name of an attachment.</summary>
    public static void RequireFileName(string fileName)
    {
        if (string.IsNullOrWhiteSpace(fileName)) throw ConfluenceException.BadRequest("Attachment filename cannot be empty");
        if (fileName.Length > LongestTitle || fileName.AsSpan().ContainsAny(NotInFileNames))
        {
            throw ConfluenceException.BadRequest($"Attachment filename contains illegal characters or is too long: {fileName}");
        }
    }
}
