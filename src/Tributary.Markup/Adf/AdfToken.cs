using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>How a word looks.</summary>
internal readonly record struct AdfLook(Marks Marks, AdfLink? Link, bool IsCode);

/// <summary>A word or a node of a line of the page.</summary>
/// <param name="Item">The place of its node among those of the line.</param>
/// <param name="From">Of a word: where it begins in the node's text.</param>
/// <param name="Inline">Null for a word.</param>
internal readonly record struct AdfToken(string Key, int Item, int From, int To, AdfLook Look, Inline? Inline)
{
    /// <param name="handleOf">The handle that a node was shown with.</param>
    public static List<AdfToken> OfPage(IReadOnlyList<AdfObject> nodes, Func<AdfObject, string?> handleOf)
    {
        var tokens = new List<AdfToken>();
        for (int item = 0; item < nodes.Count; item++)
        {
            AdfObject node = nodes[item];
            foreach (AdfPiece piece in AdfLine.Pieces([node], () => handleOf(node)))
            {
                if (TextOf(piece.Inline) is not { } text) tokens.Add(new AdfToken(KeyOf(piece.Inline), item, 0, 0, default, piece.Inline));
                else AddWords(text, item, new AdfLook(piece.Inline.Marks, piece.Link, piece.Inline is Code), tokens);
            }
        }

        return tokens;
    }

    /// <summary>Null for what is no text.</summary>
    public static string? TextOf(Inline inline) => inline switch
    {
        Text text => text.Value,
        Code code => code.Value,
        _ => null,
    };

    /// <summary>Words are compared as Markdown shows them.</summary>
    public static string KeyOf(ReadOnlySpan<char> word) => Words.IsSpace(word) ? " " : VisibleText.Of(word.ToString());

    public static string KeyOf(Inline inline) => inline switch
    {
        Break => "\0break",
        Mention mention => $"\0@{mention.UserId}",
        Link card => $"\0card {card.Address}",
        Image image => $"\0image {image.Address} {image.Alt}",
        InlineDirective { Handle: { } handle } => $"\0#{handle}",
        InlineDirective directive => VisibleText.Of($"{directive.Name}[{directive.Label}]{string.Join(' ', directive.Attributes.Select(attribute => $"{attribute.Name}={attribute.Value}"))}") + "\0",
        _ => "\0",
    };

    /// <summary>What may take the other's place and keep its node.</summary>
    public static bool AreOfOneKind(Inline old, Inline fresh) => (old, fresh) switch
    {
        (InlineDirective was, InlineDirective now) => was.Handle == now.Handle && (was.Name == now.Name || was.Handle is not null),
        (Image was, Image now) => was.Address == now.Address,
        (Link, Link) => true,
        _ => false,
    };

    private static void AddWords(string text, int item, AdfLook look, List<AdfToken> tokens)
    {
        foreach ((int start, int end) in Words.Of(text))
        {
            string key = KeyOf(text.AsSpan(start, end - start));

            // What no reader sees goes with the word before it.
            if (key.Length == 0 && tokens.Count > 0 && tokens[^1].Item == item) tokens[^1] = tokens[^1] with { To = end };
            else tokens.Add(new AdfToken(key, item, start, end, look, null));
        }
    }
}
