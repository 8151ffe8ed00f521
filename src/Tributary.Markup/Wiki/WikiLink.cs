using System.Buffers;
using Tributary.Markup.Constructs;

namespace Tributary.Markup.Wiki;

/// <summary><c>[text|target|tip]</c> or <c>[target]</c>. What names no target is text in brackets.</summary>
/// <param name="Address">As the model has it; null for a person.</param>
/// <param name="UserId">Of <c>[~user]</c>.</param>
/// <param name="TextStart">Of what stands before the first bar, or of the target where it stands alone.</param>
internal sealed record WikiLink(string? Address, string? UserId, string? Tip, int TextStart, int TextEnd, bool IsTargetAlone, int End)
{
    private const int LongestTarget = 4_000;

    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");

    public static WikiLink? Read(string source, int at, int end)
    {
        int firstBar = -1, secondBar = -1, i = at + 1;
        for (; i < end; i++)
        {
            char c = source[i];
            if (WikiSyntax.IsEscape(source, i, end)) i++;
            else if (c == ']') break;
            else if (c == '[' || WikiSyntax.IsLineEnd(c)) return null;
            else if (c == '|' && firstBar < 0) firstBar = i;
            else if (c == '|' && secondBar < 0) secondBar = i;
        }

        if (i >= end || i == at + 1) return null;
        bool alone = firstBar < 0;
        string target = source[(alone ? at + 1 : firstBar + 1)..(secondBar < 0 ? i : secondBar)].Trim();
        if (target.Length is 0 or > LongestTarget) return null;
        string? tip = secondBar < 0 ? null : WikiSyntax.Unescape(source, secondBar + 1, i).Trim();
        if (target[0] == '~' && target.Length > 1) return alone ? new WikiLink(null, target[1..], null, at + 1, i, true, i + 1) : null;
        string? address = AddressOf(target, alone);
        if (address is null || (!alone && string.IsNullOrWhiteSpace(source[(at + 1)..firstBar]))) return null;
        return new WikiLink(address, null, string.IsNullOrEmpty(tip) ? null : tip, at + 1, alone ? i : firstBar, alone, i + 1);
    }

    /// <summary>The target of a link as it is written in brackets; null where wiki markup has none for the address.</summary>
    public static string? Target(string address)
    {
        LinkTarget? internalTarget = LinkAddress.Read(address);
        string? target = internalTarget switch
        {
            { Kind: LinkKind.Attachment, Container: null, Anchor: null } => $"^{internalTarget.Name}",
            { Kind: LinkKind.Anchor } => $"#{internalTarget.Name}",
            null => WebTarget(address),
            _ => null,
        };
        return target is { Length: > 0 and <= LongestTarget } && target.AsSpan().IndexOfAny("|]\r\n") < 0 && target.Trim() == target && AddressOf(target, false) == address ? target : null;
    }

    /// <summary>Whether a target may stand alone in brackets, where a word would be text.</summary>
    public static bool MayStandAlone(string target) => AddressOf(target, true) is not null && !target.Contains('[', StringComparison.Ordinal);

    private static string WebTarget(string address) => address
        .Replace("|", "%7C", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal)
        .Replace("[", "%5B", StringComparison.Ordinal)
        .Replace(" ", "%20", StringComparison.Ordinal);

    private static string? AddressOf(string target, bool alone)
    {
        if (target.Length > 1 && target[0] == '^') return LinkAddress.Write(new LinkTarget(LinkKind.Attachment, target[1..]));
        if (target.Length > 1 && target[0] == '#') return LinkAddress.Write(new LinkTarget(LinkKind.Anchor, target[1..], Anchor: target[1..]));
        if (target[0] is '^' or '#' or '~' || target.Any(char.IsWhiteSpace) || LinkAddress.Read(target) is not null || LinkSafety.IsDangerous(target)) return null;
        return !alone || HasScheme(target) || target[0] == '/' || target.StartsWith("www.", StringComparison.Ordinal) || IsIssueKey(target) || IsMail(target) ? target : null;
    }

    private static bool HasScheme(string target)
    {
        int colon = target.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && colon < target.Length - 1 && char.IsAsciiLetter(target[0]) && target.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    private static bool IsMail(string target)
    {
        int sign = target.IndexOf('@', StringComparison.Ordinal);
        return sign > 0 && target.LastIndexOf('.') > sign + 1 && !target.EndsWith('.');
    }

    private static bool IsIssueKey(string target)
    {
        int hyphen = target.IndexOf('-', StringComparison.Ordinal);
        if (hyphen < 2 || hyphen == target.Length - 1 || !char.IsAsciiLetterUpper(target[0])) return false;
        for (int i = 1; i < hyphen; i++)
        {
            if (!char.IsAsciiLetterUpper(target[i]) && !char.IsAsciiDigit(target[i]) && target[i] != '_') return false;
        }

        return target.AsSpan(hyphen + 1).IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
