using System.Text;
using Tributary.Markup.Constructs;
using Tributary.Markup.Constructs.Emoji;
using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Constructs.Placeholders;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

/// <summary>The letters of a line.</summary>
internal static class LineText
{
    /// <summary>Stands for what is no text: an image, a person, a status.</summary>
    public const char Object = '\uFFFC';

    public static string Of(IReadOnlyList<Inline> line) => Write(line, static _ => Object.ToString());

    /// <summary>As a reader would say it: with the labels of what is no text, and nothing of what no one sees.</summary>
    public static string Visible(IReadOnlyList<Inline> line) => Write(line, static inline => inline switch
    {
        InlineDirective { Name: "anchor" or OpaqueConstruct.Name or PlaceholderConstruct.Placeholder } => "",
        InlineDirective { Name: EmojiConstruct.Name } emoji => Emoticon.OfName(emoji.Label) ?? emoji.Label,
        InlineDirective directive => directive.Label,
        Image image => image.Alt,
        _ => " ",
    });

    /// <summary>The letters that one inline takes, wherever in the line it stands.</summary>
    public static (int Start, int End)? RangeOf(IReadOnlyList<Inline> line, Inline wanted)
    {
        foreach (LinePiece piece in LinePiece.Of(line))
        {
            if (ReferenceEquals(piece.Inline, wanted)) return (piece.Start, piece.End);
        }

        return null;
    }

    /// <summary>Null for what is no text.</summary>
    public static string? Letters(Inline inline) => inline switch
    {
        Text text => text.Value,
        Code code => code.Value,
        Break => "\n",
        _ => null,
    };

    private static string Write(IReadOnlyList<Inline> line, Func<Inline, string> other)
    {
        if (line is [Text only]) return only.Value;
        var text = new StringBuilder();
        foreach (LinePiece piece in LinePiece.Of(line)) text.Append(Letters(piece.Inline) ?? other(piece.Inline));
        return text.ToString();
    }
}
