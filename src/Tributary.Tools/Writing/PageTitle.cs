using Tributary.Tools.Reading;

namespace Tributary.Tools.Writing;

/// <summary>What can be the title of a page.</summary>
internal static class PageTitle
{
    private const int MaxLength = 255;

    public static string Parse(string text)
    {
        string title = text.Trim();
        if (title.Length == 0)
            throw ToolException.InvalidParams("`title` is empty.", "Give the page a title.");
        if (title.Length > MaxLength)
            throw ToolException.InvalidParams($"`title` has {title.Length} characters; at most {MaxLength} are allowed.", "Shorten the title.");
        if (WikiText.Line(title) != title)
            throw ToolException.InvalidParams("`title` holds line breaks or characters that cannot be seen.", "Send it on one line, without them.");
        return title;
    }
}
