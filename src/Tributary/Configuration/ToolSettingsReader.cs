using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Jira;
using Tributary.Tools;

namespace Tributary.Configuration;

/// <summary>What the operator allows to tools, out of the settings.</summary>
internal static class ToolSettingsReader
{
    private const int MiB = 1024 * 1024;

    /// <param name="folder">What relative attachment roots start from; null where no file of this machine may be named at all, as over HTTP.</param>
    public static ToolSettings ReadToolSettings(this SettingValues values, string? folder)
    {
        var toolsets = new ToolSettings { Toolsets = values.List(Settings.Toolsets) };
        Refuse(values, Settings.Toolsets, toolsets);
        ToolSettings all = toolsets with
        {
            EnabledTools = values.List(Settings.EnabledTools),
            ReadOnly = values.Boolean(Settings.ReadOnly),
            AllowPermanentDelete = values.Boolean(Settings.PermanentDelete),
            Spaces = [.. values.List(Settings.SpacesFilter).Select(key => SpaceKey.TryParse(key, out SpaceKey space)
                ? space
                : throw values.Wrong(Settings.SpacesFilter, "must be space keys such as ENG, separated by commas"))],
            Projects = [.. values.List(Settings.ProjectsFilter).Select(key => ProjectKey.TryParse(key, out ProjectKey project)
                ? project
                : throw values.Wrong(Settings.ProjectsFilter, "must be project keys such as ENG, separated by commas"))],
            AttachmentRoots = folder is null ? [] : [.. values.List(Settings.AttachmentRoots, Path.PathSeparator).Select(root => ReadRoot(values, root, folder))],
            MaxAttachmentBytes = (long)values.Number(Settings.AttachmentSize) * MiB,
            Deadline = TimeSpan.FromSeconds(values.Number(Settings.ToolDeadline)),
        };
        Refuse(values, Settings.EnabledTools, all);
        return all;
    }

    private static string ReadRoot(SettingValues values, string root, string folder)
    {
        string path = Path.GetFullPath(root, folder);
        return Directory.Exists(path) ? path : throw values.Wrong(Settings.AttachmentRoots, $"names a folder that does not exist: {path}");
    }

    private static void Refuse(SettingValues values, Setting setting, ToolSettings settings)
    {
        if (settings.Problems().ToArray() is [var problem, ..])
            throw values.Wrong(setting, $"cannot be used: {problem.TrimEnd('.')}");
    }
}
