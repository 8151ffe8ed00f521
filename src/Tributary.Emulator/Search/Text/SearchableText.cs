using System.Globalization;
using System.Text;

namespace Tributary.Emulator.Search.Text;

/// <param name="Start">Index into the text.</param>
internal readonly record struct Word(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>A text cut into words, and the words in alphabetical order. Made once for each version of a content, so it holds no string but two.</summary>
internal sealed class SearchableText
{
    private readonly string lowered;
    private readonly Word[] words;
    private readonly int[] alphabetical;

    public SearchableText(string text)
    {
        Text = text;
        lowered = text.ToLowerInvariant();
        words = [.. Cut(text)];
        alphabetical = [.. Enumerable.Range(0, words.Length)];
        Array.Sort(alphabetical, (left, right) => this[left].SequenceCompareTo(this[right]) is var order and not 0 ? order : left.CompareTo(right));
    }

    public static SearchableText Empty { get; } = new("");

    public string Text { get; }

    public IReadOnlyList<Word> Words => words;

    /// <summary>The word at this place, in lower case.</summary>
    public ReadOnlySpan<char> this[int place] => lowered.AsSpan(words[place].Start, words[place].Length);

    /// <summary>The words of a text, in lower case.</summary>
    public static List<string> WordsOf(string text)
    {
        string lowered = text.ToLowerInvariant();
        return [.. Cut(text).Select(word => lowered.Substring(word.Start, word.Length))];
    }

    /// <summary>Where the words stand that begin like this: places in <see cref="Words"/>, in the order of the alphabet.</summary>
    public ReadOnlySpan<int> PlacesOfPrefix(ReadOnlySpan<char> prefix)
    {
        int first = FirstNotBefore(prefix);
        int last = first;
        while (last < alphabetical.Length && this[alphabetical[last]].StartsWith(prefix, StringComparison.Ordinal))
            last++;

        return alphabetical.AsSpan(first, last - first);
    }

    /// <summary>Where this word stands, ascending.</summary>
    public ReadOnlySpan<int> PlacesOf(ReadOnlySpan<char> word)
    {
        int first = FirstNotBefore(word);
        int last = first;
        while (last < alphabetical.Length && this[alphabetical[last]].SequenceEqual(word))
            last++;

        return alphabetical.AsSpan(first, last - first);
    }

    private int FirstNotBefore(ReadOnlySpan<char> word)
    {
        int low = 0, high = alphabetical.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (this[alphabetical[middle]].SequenceCompareTo(word) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static List<Word> Cut(string text)
    {
        var found = new List<Word>();
        int start = -1;
        for (int i = 0; i < text.Length;)
        {
            bool whole = Rune.TryGetRuneAt(text, i, out Rune rune);
            int length = whole ? rune.Utf16SequenceLength : 1;
            bool alone = whole && StandsAlone(rune);
            bool letter = whole && (Rune.IsLetterOrDigit(rune) || rune.Value == '_' || IsMark(rune));

            if (start >= 0 && (alone || !letter))
            {
                found.Add(new Word(start, i - start));
                start = -1;
            }

            if (alone)
                found.Add(new Word(i, length));
            else if (letter && start < 0)
                start = i;

            i += length;
        }

        if (start >= 0)
            found.Add(new Word(start, text.Length - start));

        return found;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Chinese and Japanese put no blanks between words: each character counts as one, and a run of them is found as a phrase.
    private static bool StandsAlone(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30ff) or (>= 0x3400 and <= 0x9fff) or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x3ffff);
}
