using System.Text;

namespace Tributary.Configuration;

/// <summary>Reads an <c>.env</c> file: <c>KEY=VALUE</c> lines, <c>export</c>, quotes, comments.</summary>
internal static class EnvFile
{
    private const int MaxBytes = 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IReadOnlyDictionary<string, SettingValue> Read(string path)
    {
        string name = Path.GetFileName(path);
        try
        {
            byte[] bytes = ReadBounded(path, name);
            return Parse(Strict.GetString(bytes.AsSpan(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0)), name);
        }
        catch (DecoderFallbackException exception)
        {
            throw new ConfigurationException($"{name} is not UTF-8 text: save it as UTF-8.", exception);
        }
        catch (IOException exception)
        {
            throw new ConfigurationException($"{path} cannot be read: check that it exists.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new ConfigurationException($"{path} cannot be read: check that it is a file and that this user may read it.", exception);
        }
    }

    public static IReadOnlyDictionary<string, SettingValue> Parse(string text, string name)
    {
        var values = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        int number = 0;
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            number++;
            ReadOnlySpan<char> line = text.AsSpan()[range].Trim();
            if (line.IsEmpty || line[0] == '#')
                continue;
            if (line.StartsWith("export ") || line.StartsWith("export\t"))
                line = line[7..].TrimStart();
            int equals = line.IndexOf('=');
            ReadOnlySpan<char> key = equals < 0 ? default : line[..equals].TrimEnd();
            if (!IsName(key))
                throw Malformed(name, number, "expected NAME=value");
            values[key.ToString()] = new SettingValue(Value(line[(equals + 1)..].Trim(), name, number), $"{name} line {number}");
        }

        return values;
    }

    private static string Value(ReadOnlySpan<char> text, string name, int line) => text switch
    {
        [] => "",
        ['\'', ..] => SingleQuoted(text, name, line),
        ['"', ..] => DoubleQuoted(text, name, line),
        _ => Bare(text),
    };

    private static string Bare(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '#' && (i == 0 || char.IsWhiteSpace(text[i - 1])))
                return text[..i].TrimEnd().ToString();
        }

        return text.ToString();
    }

    private static string SingleQuoted(ReadOnlySpan<char> text, string name, int line)
    {
        int end = text[1..].IndexOf('\'');
        if (end < 0)
            throw Malformed(name, line, "the quote ' is not closed");
        RequireEnd(text[(end + 2)..], name, line);
        return text.Slice(1, end).ToString();
    }

    private static string DoubleQuoted(ReadOnlySpan<char> text, string name, int line)
    {
        var value = new StringBuilder(text.Length);
        for (int i = 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    RequireEnd(text[(i + 1)..], name, line);
                    return value.ToString();
                case '\\' when i + 1 < text.Length:
                    Unescape(text[++i], value);
                    break;
                default:
                    value.Append(text[i]);
                    break;
            }
        }

        throw Malformed(name, line, "the quote \" is not closed");
    }

    private static void Unescape(char escaped, StringBuilder value) => _ = escaped switch
    {
        'n' => value.Append('\n'),
        'r' => value.Append('\r'),
        't' => value.Append('\t'),
        '"' or '\\' or '$' => value.Append(escaped),
        // A Windows path in double quotes keeps its backslashes.
        _ => value.Append('\\').Append(escaped),
    };

    private static void RequireEnd(ReadOnlySpan<char> rest, string name, int line)
    {
        rest = rest.TrimStart();
        if (rest is not ([] or ['#', ..]))
            throw Malformed(name, line, "text follows the closing quote");
    }

    private static bool IsName(ReadOnlySpan<char> key)
    {
        foreach (char c in key)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '-'))
                return false;
        }

        return key.Length > 0 && !char.IsAsciiDigit(key[0]);
    }

    private static byte[] ReadBounded(string path, string name)
    {
        using FileStream file = File.OpenRead(path);
        if (file.Length > MaxBytes)
            throw new ConfigurationException($"{name} is larger than 1 MiB: it holds NAME=value lines alone.");
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static ConfigurationException Malformed(string name, int line, string what) => new($"{name} line {line} is malformed: {what}.");
}
