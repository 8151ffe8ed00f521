namespace Tributary.Markup.Reading;

internal sealed partial class StorageValidator
{
    // Few tags have more attributes than this; up to it comparing pairs is cheaper than a set.
    private const int FewAttributes = 8;

    private readonly List<(int Start, int Length)> attributeNames = [];
    private readonly List<(string Prefix, int Depth)> declared = [];
    private readonly Dictionary<string, int> declaredPrefixes = [];

    private bool ReadStartTag()
    {
        int start = position++;
        if (!ReadName(out int nameStart, out int nameLength)) return false;
        if (!ReadAttributes(out bool isEmpty)) return false;
        if (!CheckPrefix(nameStart, nameLength, "")) return false;
        foreach ((int attributeStart, int attributeLength) in attributeNames)
        {
            if (!CheckPrefix(attributeStart, attributeLength, $" for attribute \"{source.AsSpan(attributeStart, attributeLength)}\"")) return false;
        }

        if (open.Count == Limits.Depth) return Fail(start, $"Maximum Element Depth limit ({Limits.Depth}) Exceeded.");
        open.Add((nameStart, nameLength));
        if (!isEmpty) return true;
        open.RemoveAt(open.Count - 1);
        LeaveScope();
        return true;
    }

    private bool ReadAttributes(out bool isEmpty)
    {
        attributeNames.Clear();
        isEmpty = false;
        HashSet<string>? seen = null;
        while (true)
        {
            int before = position;
            SkipSpace();
            char c = Peek();
            if (c == '>')
            {
                position++;
                return true;
            }

            if (c == '/')
            {
                position++;
                if (Peek() != '>') return FailHere("expected '>'.");
                position++;
                isEmpty = true;
                return true;
            }

            if (before == position) return FailHere("expected space, or '>' or \"/>\".");
            if (!ReadName(out int start, out int length)) return false;
            if (IsDuplicate(start, length, ref seen)) return Fail(start, $"Duplicate attribute '{source.AsSpan(start, length)}'.");
            attributeNames.Add((start, length));
            SkipSpace();
            if (Peek() != '=') return FailHere("expected '='.");
            position++;
            SkipSpace();
            int valueStart = position + 1;
            if (!ReadValue()) return false;
            Declare(source.AsSpan(start, length), source.AsSpan(valueStart, position - 1 - valueStart));
        }
    }

    private bool ReadValue()
    {
        char quote = Peek();
        if (quote is not ('"' or '\'')) return FailHere("in start tag expected a quote.");
        position++;
        while (true)
        {
            int stop = source.AsSpan(position).IndexOfAny(quote, '<', '&');
            if (stop < 0) return Fail(source.Length, "Unexpected EOF in attribute value.");
            position += stop;
            if (source[position] == '<') return Fail(position, "Unexpected character '<' (code 60) in attribute value.");
            if (source[position] == quote)
            {
                position++;
                return true;
            }

            if (!ReadReference()) return false;
        }
    }

    /// <summary>Reads <c>name</c> or <c>prefix:name</c>.</summary>
    private bool ReadName(out int start, out int length)
    {
        start = position;
        length = 0;
        if (!XmlCharacters.IsNameStart(Peek())) return FailHere("(missing name?)");
        while (XmlCharacters.IsNamePart(Peek())) position++;
        if (Peek() == ':')
        {
            position++;
            if (!XmlCharacters.IsNameStart(Peek())) return FailHere("(missing name?)");
            while (XmlCharacters.IsNamePart(Peek())) position++;
            if (Peek() == ':') return FailHere("a name has one prefix only.");
        }

        length = position - start;
        return true;
    }

    private bool IsDuplicate(int start, int length, ref HashSet<string>? seen)
    {
        ReadOnlySpan<char> name = source.AsSpan(start, length);
        if (attributeNames.Count >= FewAttributes)
        {
            seen ??= [.. attributeNames.Select(known => source.Substring(known.Start, known.Length))];
            return !seen.Add(name.ToString());
        }

        foreach ((int knownStart, int knownLength) in attributeNames)
        {
            if (name.SequenceEqual(source.AsSpan(knownStart, knownLength))) return true;
        }

        return false;
    }

    private bool CheckPrefix(int start, int length, string suffix)
    {
        ReadOnlySpan<char> name = source.AsSpan(start, length);
        int colon = name.IndexOf(':');
        if (colon < 0 || name[..colon] is "ac" or "ri" or "at" or "xml" or "xmlns") return true;
        string prefix = name[..colon].ToString();
        return declaredPrefixes.ContainsKey(prefix) || Fail(start, $"Undeclared namespace prefix \"{prefix}\"{suffix}.");
    }

    private void Declare(ReadOnlySpan<char> attribute, ReadOnlySpan<char> value)
    {
        if (!attribute.StartsWith("xmlns:") || value.IsEmpty) return;
        string prefix = attribute["xmlns:".Length..].ToString();
        declared.Add((prefix, open.Count));
        declaredPrefixes[prefix] = declaredPrefixes.GetValueOrDefault(prefix) + 1;
    }

    // Declarations of the element that was just left end with it.
    private void LeaveScope()
    {
        while (declared.Count > 0 && declared[^1].Depth >= open.Count)
        {
            string prefix = declared[^1].Prefix;
            declared.RemoveAt(declared.Count - 1);
            if (--declaredPrefixes[prefix] == 0) declaredPrefixes.Remove(prefix);
        }
    }
}
