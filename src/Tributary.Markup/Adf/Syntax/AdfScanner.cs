using System.Buffers;
using System.Globalization;
using System.Text;
using Tributary.Markup.Reading;

namespace Tributary.Markup.Adf.Syntax;

/// <summary>Reads JSON as RFC 8259 has it, with the place of every value. The first fault ends it.</summary>
internal sealed class AdfScanner(string source)
{
    private const int LongestSharedName = 32;
    private const int FewMembers = 8;

    private static readonly SearchValues<char> EndOfPlainText = SearchValues.Create([.. "\"\\", .. Enumerable.Range(0, 0x20).Select(code => (char)code)]);

    // Names and types repeat in every node: they are kept once.
    private readonly HashSet<string> names = [];
    private int at;

    /// <summary>What is wrong at <see cref="FaultAt"/>, or null.</summary>
    public string? Fault { get; private set; }

    public int FaultAt { get; private set; }

    /// <summary>Null if there is a fault.</summary>
    public AdfValue? Read()
    {
        AdfValue? value = Value(depth: 1);
        if (value is null) return null;
        Blanks();
        return at == source.Length ? value : Fail<AdfValue>("Text follows the end of the document.");
    }

    private T? Fail<T>(string fault) where T : class
    {
        Fault ??= fault;
        FaultAt = Math.Min(at, source.Length);
        return null;
    }

    private void Blanks()
    {
        while (at < source.Length && source[at] is ' ' or '\t' or '\n' or '\r') at++;
    }

    private char Next => at < source.Length ? source[at] : '\0';

    private AdfValue? Value(int depth)
    {
        Blanks();
        if (at == source.Length) return Fail<AdfValue>("The text ends where a value is expected.");
        if (Next is '{' or '[' && depth > Limits.Depth) return Fail<AdfValue>($"It is nested more than {Limits.Depth} deep.");
        return Next switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            '"' => String(),
            '-' or (>= '0' and <= '9') => Number(),
            't' => Word("true"),
            'f' => Word("false"),
            'n' => Word("null"),
            _ => Fail<AdfValue>("A value is expected here."),
        };
    }

    private AdfObject? Object(int depth)
    {
        int start = at++;
        var members = new List<AdfMember>();
        HashSet<string>? many = null;
        for (Blanks(); Next != '}'; Blanks())
        {
            if (members.Count > 0 && !Take(',')) return Fail<AdfObject>("A comma or the end of the object is expected here.");
            Blanks();
            if (Next != '"') return Fail<AdfObject>("A name in quotes is expected here.");
            if (String() is not { Value: { } name, Start: var nameStart }) return null;
            if (members.Count == FewMembers) many = [.. members.Select(member => member.Name)];
            if (many is null ? members.Exists(member => member.Name == name) : !many.Add(name)) return Fail<AdfObject>($"The name '{VisibleText.Of(name.Length > 40 ? name[..40] : name)}' stands twice in one object.");
            Blanks();
            if (!Take(':')) return Fail<AdfObject>("A colon is expected here.");
            if (Value(depth + 1) is not { } value) return null;
            members.Add(new AdfMember(name, nameStart, value));
        }

        at++;
        return new AdfObject([.. members], start, at);
    }

    private AdfArray? Array(int depth)
    {
        int start = at++;
        var items = new List<AdfValue>();
        for (Blanks(); Next != ']'; Blanks())
        {
            if (items.Count > 0 && !Take(',')) return Fail<AdfArray>("A comma or the end of the list is expected here.");
            if (Value(depth + 1) is not { } item) return null;
            items.Add(item);
        }

        at++;
        return new AdfArray([.. items], start, at);
    }

    private bool Take(char expected)
    {
        if (Next != expected || at >= source.Length) return false;
        at++;
        return true;
    }

    private AdfScalar? String()
    {
        int start = at++;
        StringBuilder? unescaped = null;
        for (int plain = at; ; plain = at)
        {
            int length = source.AsSpan(at).IndexOfAny(EndOfPlainText);
            if (length < 0)
            {
                at = source.Length;
                return Fail<AdfScalar>("The text ends within a string.");
            }

            at += length;
            if (source[at] == '"')
            {
                at++;
                return new AdfScalar(unescaped is null ? Shared(source.AsSpan(plain, length)) : unescaped.Append(source, plain, length).ToString(), isString: true, start, at);
            }

            if (source[at] != '\\') return Fail<AdfScalar>("A control character stands in a string.");
            unescaped = (unescaped ?? new StringBuilder()).Append(source, plain, length);
            if (Escaped(source, ref at) is not { } character) return Fail<AdfScalar>("An escape that JSON does not have.");
            unescaped.Append(character);
        }
    }

    /// <summary>The character that the escape at <paramref name="place"/> stands for, or null; moves behind it.</summary>
    public static char? Escaped(string text, ref int place)
    {
        if (place + 1 >= text.Length) return null;
        char? simple = text[place + 1] switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        if (simple is not null)
        {
            place += 2;
            return simple;
        }

        if (text[place + 1] != 'u' || place + 6 > text.Length || !ushort.TryParse(text.AsSpan(place + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)) return null;
        place += 6;
        return (char)code;
    }

    private string Shared(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestSharedName) return text.ToString();
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out string? name)) return name;
        name = text.ToString();
        names.Add(name);
        return name;
    }

    private AdfScalar? Number()
    {
        int start = at;
        if (Next == '-') at++;
        bool isNumber = Next == '0' ? ++at > 0 : Digits();
        if (isNumber && Next == '.')
        {
            at++;
            isNumber = Digits();
        }

        if (isNumber && Next is 'e' or 'E')
        {
            at++;
            if (Next is '+' or '-') at++;
            isNumber = Digits();
        }

        return isNumber ? new AdfScalar(source[start..at], isString: false, start, at) : Fail<AdfScalar>("A digit is expected here.");
    }

    private bool Digits()
    {
        int start = at;
        while (Next is >= '0' and <= '9') at++;
        return at > start;
    }

    private AdfScalar? Word(string word)
    {
        if (string.CompareOrdinal(source, at, word, 0, word.Length) != 0) return Fail<AdfScalar>("A value is expected here.");
        int start = at;
        at += word.Length;
        return new AdfScalar(word == "null" ? null : word, isString: false, start, at);
    }
}
