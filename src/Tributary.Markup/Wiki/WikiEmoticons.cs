using System.Buffers;
using Tributary.Markup.Constructs;

namespace Tributary.Markup.Wiki;

/// <summary>Jira's pictures in the text: <c>:)</c>, <c>(/)</c>, <c>(!)</c>.</summary>
internal static class WikiEmoticons
{
    private static readonly (string Written, string Emoji)[] All =
    [
        (":)", Emoji("smile")), (":-)", Emoji("smile")), (":(", Emoji("sad")), (":-(", Emoji("sad")), (":P", Emoji("cheeky")), (":-P", Emoji("cheeky")), (":p", Emoji("cheeky")),
        (":D", Emoji("laugh")), (":-D", Emoji("laugh")), (";)", Emoji("wink")), (";-)", Emoji("wink")),
        ("(y)", Emoji("thumbs-up")), ("(n)", Emoji("thumbs-down")), ("(i)", Emoji("information")), ("(/)", Emoji("tick")), ("(x)", Emoji("cross")), ("(!)", Emoji("warning")),
        ("(+)", Emoji("plus")), ("(-)", Emoji("minus")), ("(?)", Emoji("question")), ("(on)", Emoji("light-on")), ("(off)", Emoji("light-off")),
        ("(*)", Emoji("yellow-star")), ("(*y)", Emoji("yellow-star")), ("(*r)", Emoji("red-star")), ("(*g)", Emoji("green-star")), ("(*b)", Emoji("blue-star")),
        ("(flag)", "🚩"), ("(flagoff)", "🏳️"),
    ];

    private static readonly SearchValues<char> Seconds = SearchValues.Create([.. All.Select(emoticon => emoticon.Written[1]).Distinct()]);

    /// <summary>The picture that stands here as an emoji, and its length; null where there is none, as within a word.</summary>
    public static string? At(string source, int at, int start, int end, out int length)
    {
        length = 0;
        if (!WikiSyntax.IsStart(source, at, start)) return null;
        ReadOnlySpan<char> rest = source.AsSpan(at, end - at);
        if (rest.Length < 2 || !Seconds.Contains(rest[1])) return null;
        foreach ((string written, string emoji) in All)
        {
            if (!rest.StartsWith(written, StringComparison.Ordinal) || (rest.Length > written.Length && WikiSyntax.IsWord(rest[written.Length]))) continue;
            length = written.Length;
            return emoji;
        }

        return null;
    }

    private static string Emoji(string name) => Emoticon.OfName(name)!;
}
