using System.Globalization;

namespace Tributary.Markup.Markdown;

/// <summary>What Markdown asks of the characters on both sides of an asterisk.</summary>
internal enum CharacterClass
{
    Space,
    Word,
    Punctuation,

    /// <summary>Symbols, separators and halves of pairs, which parsers do not see alike.</summary>
    Other,
}

internal static class CharacterClasses
{
    public static CharacterClass Of(char c)
    {
        if (c is ' ' or '\t' or '\n' or '\r' || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator) return CharacterClass.Space;
        if (char.IsLetterOrDigit(c)) return CharacterClass.Word;
        return char.IsPunctuation(c) || char.IsAscii(c) ? CharacterClass.Punctuation : CharacterClass.Other;
    }

    public static CharacterClass First(Piece piece) => piece.IsText ? Of(piece.Text[0]) : CharacterClass.Punctuation;

    public static CharacterClass Last(Piece piece) => piece.IsText ? Of(piece.Text[^1]) : piece.IsBreak ? CharacterClass.Space : CharacterClass.Punctuation;
}
