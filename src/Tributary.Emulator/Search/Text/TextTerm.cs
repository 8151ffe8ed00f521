namespace Tributary.Emulator.Search.Text;

/// <summary>One word, one word with wildcards, or several that must follow each other.</summary>
/// <param name="Words">In lower case; <c>*</c> and <c>?</c> are wildcards where <paramref name="Wildcards"/> is set, though never the first character but of <c>*</c> alone.</param>
/// <param name="Slop">How many other words may stand between those of a phrase, in all.</param>
internal sealed record TextTerm(IReadOnlyList<string> Words, bool Wildcards, int Slop)
{
    /// <summary>Where the term begins: places of words in the text.</summary>
    public List<int> Places(SearchableText text)
    {
        List<int> places = PlacesOfFirst(text);
        if (Words.Count > 1)
            places.RemoveAll(place => End(text, place) is null);

        return places;
    }

    /// <summary>The words of the text that make up the occurrence which begins at <paramref name="place"/>.</summary>
    public IEnumerable<int> WordsAt(SearchableText text, int place)
    {
        int last = Words.Count > 1 ? End(text, place) ?? place : place;
        return Enumerable.Range(place, last - place + 1).Where(i => Words.Any(word => Is(text[i], word)));
    }

    private List<int> PlacesOfFirst(SearchableText text)
    {
        string word = Words[0];
        if (!Wildcards)
            return [.. text.PlacesOf(word)];

        int wildcard = word.AsSpan().IndexOfAny('*', '?');
        List<int> places = [.. text.PlacesOfPrefix(wildcard < 0 ? word : word.AsSpan(0, wildcard))];
        places.RemoveAll(place => !Is(text[place], word));
        places.Sort();
        return places;
    }

    private int? End(SearchableText text, int place)
    {
        int allowance = Slop;
        for (int i = 1; i < Words.Count; i++)
        {
            place++;
            while (place < text.Words.Count && allowance > 0 && !Is(text[place], Words[i]))
            {
                place++;
                allowance--;
            }

            if (place >= text.Words.Count || !Is(text[place], Words[i]))
                return null;
        }

        return place;
    }

    private bool Is(ReadOnlySpan<char> word, string pattern) => Wildcards ? Wildcard.Matches(word, pattern) : word.SequenceEqual(pattern);
}
