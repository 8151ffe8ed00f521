using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Tributary.Atlassian.Jira;

namespace Tributary.Tools.Jira;

/// <summary>Where a cut read of an issue goes on. Opaque to callers, and worth nothing on another issue.</summary>
/// <param name="Base">The state of the description; empty once it has been given whole.</param>
/// <param name="Offset">Into the description as Markdown, or else how many of the first list were given.</param>
/// <param name="Lists">Those still to come, in their order: <see cref="Comments"/>, <see cref="Worklogs"/>.</param>
internal sealed record IssueCursor(IssueKey Key, string Base, int Offset, string Lists)
{
    public const char Comments = 'c';
    public const char Worklogs = 'w';

    private const string Mark = "i2";

    public bool InDescription => Base.Length > 0;

    public static IssueCursor Parse(string text)
    {
        string[] parts = Base64Url.IsValid(text) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|') : [];
        return parts is [Mark, var key, var state, var offset, var lists] && lists.All(list => list is Comments or Worklogs)
            && IssueKey.TryParse(key, out IssueKey issue) && int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out int at)
            ? new IssueCursor(issue, state, at, lists)
            : throw Invalid("`cursor` is not one that this tool gave.");
    }

    public static ToolException Invalid(string message) => ToolException.InvalidParams(message, "Read the issue again from its start, without a cursor.");

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Mark}|{Key}|{Base}|{Offset}|{Lists}")));
}
