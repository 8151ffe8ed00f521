namespace Tributary.Markup.Wiki;

/// <summary>Jira has no task lists; people write boxes: <c>* [ ] open</c> and <c>* [x] done</c>, with or without backslashes.</summary>
internal static class WikiTask
{
    /// <summary>The box as Jira shows it: unescaped, <c>[x]</c> would be a link.</summary>
    public static string Box(bool isDone) => isDone ? @"\[x\] " : @"\[ \] ";

    /// <summary>Null where no box begins the text, else where the text behind it begins.</summary>
    public static bool? IsDone(string source, int at, int end, out int text)
    {
        text = at;
        int i = at;
        if (i < end && source[i] == '\\') i++;
        if (i + 1 >= end || source[i] != '[') return null;
        char sign = source[i + 1];
        i += 2;
        if (i < end && source[i] == '\\') i++;
        if (sign is not (' ' or 'x' or 'X') || i >= end || source[i] != ']' || (i + 1 < end && !WikiSyntax.IsBlank(source[i + 1]))) return null;
        text = WikiSyntax.SkipBlanks(source, i + 1, end);
        return sign != ' ';
    }
}
