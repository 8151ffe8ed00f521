using Tributary.Markup.Syntax;

namespace Tributary.Markup.Reading;

/// <summary>One pass from text to tree. It never looks back, so that its time is linear whatever it is given.</summary>
internal sealed class StorageReader(string source)
{
    private readonly int length = Math.Min(source.Length, Limits.Length);
    private readonly List<StorageElement> open = [];
    private readonly List<StorageAttribute> attributes = [];
    private int position;
    private int textStart;

    // Elements below the deepest level that is kept: their tags are dropped, their text stays.
    private int tooDeep;
    private bool isComplete = true;

    public StorageDocument Read()
    {
        var root = new StorageElement("", [], 0, 0) { End = length, ContentEnd = length };
        open.Add(root);
        isComplete &= length == source.Length;
        while (position < length)
        {
            int next = source.AsSpan(position, length - position).IndexOf('<');
            if (next < 0) break;
            position += next;
            int markup = position;
            if (!ReadMarkup())
            {
                isComplete = false;
                position = markup + 1;
            }
        }

        position = length;
        FlushText(length);
        isComplete &= open.Count == 1 && tooDeep == 0;
        CloseDownTo(1, length, length);
        return new StorageDocument(source, root, isComplete);
    }

    private StorageElement Current => open[^1];

    private char Peek(int ahead = 0) => position + ahead < length ? source[position + ahead] : '\0';

    private ReadOnlySpan<char> Rest => source.AsSpan(position, length - position);

    private bool ReadMarkup()
    {
        char next = Peek(1);
        if (next == '/') return ReadEndTag();
        if (XmlCharacters.IsNameStart(next)) return ReadStartTag();
        if (next == '?') return ReadUnseen("?>");
        if (next != '!') return false;
        if (Rest.StartsWith("<!--")) return ReadUnseen("-->");
        if (Rest.StartsWith("<![CDATA[")) return ReadCData();
        return ReadUnseen(">");
    }

    private bool ReadUnseen(string terminator)
    {
        FlushText(position);
        int start = position;
        MovePast(terminator, out int end);
        Current.Add(new StorageComment(start, end));
        return true;
    }

    private bool ReadCData()
    {
        const string opening = "<![CDATA[";
        FlushText(position);
        int start = position;
        position += opening.Length;
        int contentStart = position;
        bool closed = MovePast("]]>", out int end);
        string value = Entities.NormalizeLineEnds(source.AsSpan(contentStart, (closed ? end - 3 : end) - contentStart));
        Current.Add(new StorageText(value, isCData: true, start, end));
        return true;
    }

    // Markup that is never closed takes the rest of the text: looking for its end again and again would be quadratic.
    private bool MovePast(string terminator, out int end)
    {
        int found = Rest.IndexOf(terminator, StringComparison.Ordinal);
        end = position = found < 0 ? length : position + found + terminator.Length;
        isComplete &= found >= 0;
        textStart = position;
        return found >= 0;
    }

    private bool ReadEndTag()
    {
        int start = position;
        position += 2;
        ReadOnlySpan<char> name = ReadName();
        SkipSpace();
        if (name.IsEmpty || Peek() != '>') return false;
        position++;
        if (tooDeep > 0)
        {
            FlushText(start);
            tooDeep--;
            return true;
        }

        int match = open.Count - 1;
        while (match > 0 && !name.SequenceEqual(open[match].Name)) match--;
        if (match == 0) return false;
        FlushText(start);
        isComplete &= match == open.Count - 1;
        CloseDownTo(match + 1, start, start);
        CloseDownTo(match, start, position);
        return true;
    }

    private bool ReadStartTag()
    {
        int start = position;
        position++;
        ReadOnlySpan<char> name = ReadName();
        if (!ReadAttributes()) return false;
        bool isEmpty = Peek() == '/';
        position += isEmpty ? 2 : 1;
        FlushText(start);
        if (open.Count > Limits.Depth)
        {
            isComplete = false;
            if (!isEmpty && !IsVoid(Names.Of(name))) tooDeep++;
            return true;
        }

        var element = new StorageElement(Names.Of(name), attributes.Count == 0 ? [] : attributes.ToArray(), start, position);
        Current.Add(element);
        if (isEmpty) return true;
        if (IsVoid(element.Name) && !Rest.StartsWith("</"))
        {
            isComplete = false;
            return true;
        }

        open.Add(element);
        return true;
    }

    /// <summary>Stops before <c>&gt;</c> or <c>/&gt;</c>. A tag holds no <c>&lt;</c>: whatever comes before one is text.</summary>
    private bool ReadAttributes()
    {
        attributes.Clear();
        while (true)
        {
            SkipSpace();
            char c = Peek();
            if (c == '>' || (c == '/' && Peek(1) == '>')) return true;
            int start = position;
            ReadOnlySpan<char> name = ReadName();
            if (name.IsEmpty) return false;
            SkipSpace();
            if (Peek() != '=')
            {
                isComplete = false;
                attributes.Add(new StorageAttribute(Names.Of(name), "", start, start + name.Length));
                continue;
            }

            position++;
            SkipSpace();
            if (!ReadValue(out string value)) return false;
            attributes.Add(new StorageAttribute(Names.Of(name), value, start, position));
        }
    }

    private bool ReadValue(out string value)
    {
        value = "";
        char quote = Peek();
        int start = position;
        if (quote is '"' or '\'')
        {
            start++;
            int end = source.AsSpan(start, length - start).IndexOfAny(quote, '<');
            if (end < 0 || source[start + end] == '<') return false;
            position = start + end + 1;
            value = Entities.Decode(source.AsSpan(start, end));
            return true;
        }

        isComplete = false;
        while (position < length && !XmlCharacters.IsSpace(source[position]) && source[position] is not ('>' or '<' or '"' or '\'')) position++;
        value = Entities.Decode(source.AsSpan(start, position - start));
        return position > start;
    }

    private ReadOnlySpan<char> ReadName()
    {
        int start = position;
        if (!XmlCharacters.IsNameStart(Peek())) return [];
        while (position < length && (XmlCharacters.IsNamePart(source[position]) || source[position] == ':')) position++;
        return source.AsSpan(start, position - start);
    }

    private void SkipSpace()
    {
        while (position < length && XmlCharacters.IsSpace(source[position])) position++;
    }

    private void FlushText(int end)
    {
        if (end > textStart) Current.Add(new StorageText(Entities.Decode(source.AsSpan(textStart, end - textStart)), isCData: false, textStart, end));
        textStart = position;
    }

    private void CloseDownTo(int count, int contentEnd, int end)
    {
        while (open.Count > count)
        {
            StorageElement element = open[^1];
            element.ContentEnd = contentEnd;
            element.End = end;
            open.RemoveAt(open.Count - 1);
        }
    }

    // Written by people as HTML: <br> stands alone. "<br></br>" is the same in XML.
    private static bool IsVoid(string name) => name is "br" or "hr" or "img" or "col";
}
