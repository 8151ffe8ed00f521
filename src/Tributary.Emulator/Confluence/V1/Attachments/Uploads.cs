using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Attachments;

/// <summary>What a multipart form says of the files in it.</summary>
internal static class Uploads
{
    public static UploadedFile[] Of(Call call)
    {
        UploadedFile[] files = [.. call.Files.Where(file => file.Field == "file")];
        return files.Length > 0 ? files : throw ConfluenceException.BadRequest("At least one attachment file is required: the form's part must be named 'file'");
    }

    public static FileVersion Version(UploadedFile file) => new(file.ContentType is { Length: > 0 } type ? type : "application/octet-stream", file.Data);

    public static string Comment(Call call) => call.Form("comment") ?? "";

    public static bool IsMinor(Call call) => call.Form("minorEdit") == "true";
}
