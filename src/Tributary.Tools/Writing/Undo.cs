using System.Globalization;
using Tributary.Atlassian.Confluence;

namespace Tributary.Tools.Writing;

/// <summary>The call that takes a write back, as a model can send it: the tool's name and its arguments as JSON.</summary>
internal static class Undo
{
    /// <param name="written">The version that the write left: what others write after it is not taken back.</param>
    public static string ToVersion(PageId page, int version, int written) =>
        string.Create(CultureInfo.InvariantCulture, $$"""confluence_restore_page {"page_id":"{{page}}","version":{{version}},"base_version":{{written}}}""");

    public static string FromTrash(PageId page) => $$"""confluence_restore_page {"page_id":"{{page}}"}""";

    public static string ToTrash(PageId page) => $$"""confluence_delete_page {"page_id":"{{page}}"}""";

    public static string Move(PageId page, PageId former) => $$"""confluence_move_page {"page_id":"{{page}}","target_id":"{{former}}"}""";

    public static string ToParent(PageId page, PageId parent, int written) =>
        string.Create(CultureInfo.InvariantCulture, $$"""confluence_update_page {"page_id":"{{page}}","base_version":{{written}},"parent_page_id":"{{parent}}"}""");
}
