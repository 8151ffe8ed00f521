using Tributary.Markup.Model;

namespace Tributary.Markup.Storage;

internal enum LineTokenKind
{
    Word,
    Space,

    /// <summary>An image, a mention, a macro: compared and written as a whole.</summary>
    Atom,
}

/// <summary>A word, a blank, or a part of a line that is no text. Those that say the same have the same number, see <see cref="LineWords"/>.</summary>
/// <param name="look">The number of its style.</param>
internal sealed class LineToken(int id, string text, LineStyle style, int look, LineTokenKind kind)
{
    public const string BreakText = "\n";

    public int Id { get; } = id;

    public string Text { get; } = text;

    public LineStyle Style { get; } = style;

    public int Look { get; } = look;

    public LineTokenKind Kind { get; } = kind;

    public Inline? Atom { get; init; }

    public bool IsSpace => Kind == LineTokenKind.Space;
}

/// <summary>A token of a line that has no source.</summary>
/// <param name="Link">The one that it was found in.</param>
internal readonly record struct FreshToken(LineToken Token, Link? Link)
{
    public string Text => Token.Text;

    public LineStyle Style => Token.Style;
}
