using Tributary.Tools.Reading;

namespace Tributary.Tools.Files;

/// <summary>Opens a file that the caller named by path: inside a declared folder, without following a link, and a plain file only.</summary>
internal static class AttachmentFile
{
    private const string OtherWay = "Send the file as content_base64 with filename.";

    /// <param name="path">Absolute, or relative to one of the folders.</param>
    public static async Task<FileStream> OpenAsync(string path, IReadOnlyList<string> roots, long maxBytes, CancellationToken cancellationToken)
    {
        if (roots.Count == 0)
            throw new ToolException(ErrorCode.NotAllowed, "This server reads no files by path.", OtherWay);

        (string root, string relative) = Locate(path, roots);
        string full = Path.Combine(root, relative);
        RefuseLinks(path, root, relative);

        // On the side: opening a pipe waits for whoever writes into it, and the call must not.
        FileStream file = await Task.Run(() => Open(path, full), cancellationToken).WaitAsync(cancellationToken);
        bool usable = false;
        try
        {
            // Once more on what is open now: a folder could have become a link since the first look.
            if (OpenedPath(file) is not { } opened)
                RefuseLinks(path, root, relative);
            else if (opened != full)
                throw Linked(path);

            if (!file.CanSeek)
                throw new ToolException(ErrorCode.InvalidParams, $"{Shown(path)} is not a plain file.", OtherWay);
            if (file.Length > maxBytes)
                throw TooLarge(file.Length, maxBytes);
            usable = true;
            return file;
        }
        finally
        {
            if (!usable)
                await file.DisposeAsync();
        }
    }

    public static ToolException TooLarge(long bytes, long maxBytes) =>
        new(ErrorCode.TooLarge, $"The file has {bytes} bytes; at most {maxBytes} can be attached.", "Attach a smaller file.");

    /// <summary>The folder that holds the path, its own links resolved, and the way from there.</summary>
    private static (string Root, string Relative) Locate(string path, IReadOnlyList<string> roots)
    {
        foreach (string declared in roots.Select(Path.GetFullPath))
        {
            string real = Resolved(declared);
            foreach (string root in new[] { declared, real }.Distinct())
            {
                string relative = Path.GetRelativePath(root, Path.GetFullPath(path, root));
                string[] parts = relative.Split(Path.DirectorySeparatorChar);
                if (!Path.IsPathRooted(relative) && parts[0] is not (".." or ".") && parts.All(IsName) && Path.Exists(Path.Combine(real, relative)))
                    return (real, relative);
            }
        }

        throw new ToolException(
            ErrorCode.NotAllowed, $"{Shown(path)} is not a file inside the folders whose files may be attached ({string.Join(", ", roots)}).", OtherWay);
    }

    private static void RefuseLinks(string path, string root, string relative)
    {
        string at = root;
        foreach (string part in relative.Split(Path.DirectorySeparatorChar))
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is not null)
                throw Linked(path);
        }
    }

    private static FileStream Open(string path, string full)
    {
        try
        {
            return new FileStream(full, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(ErrorCode.InvalidParams, $"{Shown(path)} cannot be read.", OtherWay, exception);
        }
    }

    /// <summary>Where the open file really is; null where the system does not say.</summary>
    private static string? OpenedPath(FileStream file) => OperatingSystem.IsLinux()
        ? new FileInfo($"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}").LinkTarget
        : null;

    /// <summary>The operator may declare a folder by way of links; they are followed once, here.</summary>
    private static string Resolved(string folder)
    {
        string? parent = Path.GetDirectoryName(folder);
        if (parent is null)
            return folder;

        string here = Path.Combine(Resolved(parent), Path.GetFileName(folder));
        return Directory.ResolveLinkTarget(here, returnFinalTarget: true)?.FullName is { } target ? Resolved(target) : here;
    }

    // On Windows a colon names a stream inside a file.
    private static bool IsName(string part) => part.IndexOfAny(Path.GetInvalidFileNameChars()) < 0;

    private static ToolException Linked(string path) =>
        new(ErrorCode.NotAllowed, $"{Shown(path)} leads through a link, and links are not followed.", OtherWay);

    private static string Shown(string path) => $"`{WikiText.Beginning(path, 200)}`";
}
