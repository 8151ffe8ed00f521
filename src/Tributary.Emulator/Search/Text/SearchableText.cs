using System.Globalization;
using System.Text;

namespace Tributary.Emulator.Search.Text;

/// <param name="Value">In lower case.</param>
/// <param name="Start">Index into the text.</param>
internal readonly record struct Word(string Value, int Start, int Length);

/// <summary>A text cut into words, with the places of each. Made once for each version of a content.</summary>
internal sealed class SearchableText
{
    private readonly Dictionary<string, List<int>> places = new(StringComparer.Ordinal);

    public SearchableText(string text)
    {
        Text = text;
        Words = Cut(text);
        for (int i = 0; i < Words.Count; i++)
        {
            if (!places.TryGetValue(Words[i].Value, out List<int>? of))
                places[Words[i].Value] = of = [];

            of.Add(i);
        }
    }

    public static SearchableText Empty { get; } = new("");

    public string Text { get; }

    public IReadOnlyList<Word> Words { get; }

    public IEnumerable<string> Vocabulary => places.Keys;

    /// <summary>Indexes into <see cref="Words"/>, ascending.</summary>
    public IReadOnlyList<int> PlacesOf(string word) => places.TryGetValue(word, out List<int>? found) ? found : [];

    public static List<Word> Cut(string text)
    {
        var words = new List<Word>();
        int start = -1;
        for (int i = 0; i < text.Length;)
        {
            bool whole = Rune.TryGetRuneAt(text, i, out Rune rune);
            int length = whole ? rune.Utf16SequenceLength : 1;
            bool alone = whole && StandsAlone(rune);
            bool letter = whole && (Rune.IsLetterOrDigit(rune) || rune.Value == '_' || IsMark(rune));

            if (start >= 0 && (alone || !letter))
            {
                Add(start, i);
                start = -1;
            }

            if (alone)
                Add(i, i + length);
            else if (letter && start < 0)
                start = i;

            i += length;
        }

        if (start >= 0)
            Add(start, text.Length);

        return words;

        void Add(int from, int to) => words.Add(new Word(text[from..to].ToLowerInvariant(), from, to - from));
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Chinese and Japanese put no blanks between words: each character counts as one, and a run of them is found as a phrase.
    private static bool StandsAlone(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30ff) or (>= 0x3400 and <= 0x9fff) or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x3ffff);
}
