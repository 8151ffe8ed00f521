using System.Text;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Attachments;

/// <summary>A file of a multipart form, with what the form says of it.</summary>
internal sealed record Upload(string FileName, FileVersion File, string Comment, bool IsMinor)
{
    public static Upload[] Of(Call call)
    {
        UploadedFile[] files = [.. call.Files.Where(file => file.Field == "file")];
        if (files.Length == 0) throw ConfluenceException.BadRequest("At least one attachment file is required: the form's part must be named 'file'");

        // Comments come one a file, in the files' order.
        string[] comments = Fields(call, "comment");
        bool isMinor = Fields(call, "minorEdit") is ["true", ..];
        return [.. files.Select((file, place) => new Upload(file.FileName, Version(file), comments.ElementAtOrDefault(place) ?? "", isMinor))];
    }

    // Some clients give a field a file name; Confluence reads it all the same.
    private static string[] Fields(Call call, string name) =>
    [
        .. call.Http.Form[name].OfType<string>(),
        .. call.Files.Where(file => file.Field == name).Select(file => Encoding.UTF8.GetString(file.Data)),
    ];

    private static FileVersion Version(UploadedFile file) =>
        new(file.ContentType is { Length: > 0 } type ? type : "application/octet-stream", file.Data);
}
