namespace Tributary.Emulator.World;

internal enum ContentType
{
    Page,
    BlogPost,
    Comment,
    Attachment,
    Folder,
    Whiteboard,
    Database,
    Embed,
    Custom,
}

internal enum ContentStatus
{
    Current,
    Draft,
    Trashed,
    Archived,
}
