using Tributary.Markup.Adf.Syntax;

namespace Tributary.Markup.Adf;

/// <summary>A string as its source spells it, so that kept words keep their escapes.</summary>
internal static class AdfRawText
{
    /// <summary>Where in the source each character of the string begins; one more for where the last ends.</summary>
    public static int[] Offsets(string source, AdfScalar text)
    {
        var offsets = new List<int>();
        int at = text.Start + 1;
        while (at < text.End - 1)
        {
            offsets.Add(at);
            if (source[at] == '\\') AdfScanner.Escaped(source, ref at);
            else at++;
        }

        offsets.Add(at);
        return [.. offsets];
    }
}
