namespace Tributary.Emulator.Search.Text;

/// <summary>One word, one word with wildcards, or several that must follow each other.</summary>
/// <param name="Words">In lower case; <c>*</c> and <c>?</c> are wildcards where <paramref name="Wildcards"/> is set.</param>
/// <param name="Slop">How many other words may stand between those of a phrase, in all.</param>
internal sealed record TextTerm(IReadOnlyList<string> Words, bool Wildcards, int Slop)
{
    /// <summary>Where the term begins, as indexes into the words of the text.</summary>
    public IEnumerable<int> Places(SearchableText text)
    {
        if (Words.Count > 1)
            return PlacesOf(text, Words[0]).Where(place => Ends(text, place) is not null);

        return PlacesOf(text, Words[0]);
    }

    /// <summary>The words of the text that make up the occurrence which begins at <paramref name="place"/>.</summary>
    public IEnumerable<int> WordsAt(SearchableText text, int place)
    {
        int last = Words.Count > 1 ? Ends(text, place) ?? place : place;
        return Enumerable.Range(place, last - place + 1).Where(i => Words.Any(word => Is(text.Words[i].Value, word)));
    }

    private IEnumerable<int> PlacesOf(SearchableText text, string word) => Wildcards
        ? text.Vocabulary.Where(known => Is(known, word)).SelectMany(text.PlacesOf).Order()
        : text.PlacesOf(word);

    private int? Ends(SearchableText text, int place)
    {
        int allowance = Slop;
        for (int i = 1; i < Words.Count; i++)
        {
            place++;
            while (place < text.Words.Count && allowance > 0 && !Is(text.Words[place].Value, Words[i]))
            {
                place++;
                allowance--;
            }

            if (place >= text.Words.Count || !Is(text.Words[place].Value, Words[i]))
                return null;
        }

        return place;
    }

    private bool Is(string word, string pattern) => Wildcards ? Wildcard.Matches(word, pattern) : word == pattern;
}
