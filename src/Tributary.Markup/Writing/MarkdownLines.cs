using System.Text;

namespace Tributary.Markup.Writing;

/// <summary>Lines with the prefix of the quotes and list items that they stand in.</summary>
internal sealed class MarkdownLines(int longest)
{
    private readonly Stack<string> outer = [];
    private string prefix = "";
    private string blankPrefix = "";

    // At the very start, and just after a marker, the next block goes on on the same line.
    private bool isFresh = true;

    public StringBuilder Text { get; } = new();

    /// <summary>A deep nest of prefixes could make a text far longer than its source.</summary>
    public bool IsFull => Text.Length > longest;

    public string LineBreak => "\\\n" + prefix;

    public void StartBlock(bool tight = false)
    {
        if (!isFresh)
        {
            Text.Append('\n');
            if (!tight) Text.Append(blankPrefix).Append('\n');
            Text.Append(prefix);
        }

        isFresh = false;
    }

    public void StartLine(bool isBlank = false) => Text.Append('\n').Append(isBlank ? blankPrefix : prefix);

    /// <summary>Opens a list item or quote: its marker here, its prefix on the lines that follow.</summary>
    public void Open(string marker, string linePrefix)
    {
        Text.Append(marker);
        outer.Push(prefix);
        prefix += linePrefix;
        blankPrefix = prefix.TrimEnd();
        isFresh = true;
    }

    /// <summary>Goes to a new line within the marker's block, as the first line of an alert does.</summary>
    public void StartContent()
    {
        StartLine();
        isFresh = true;
    }

    public void Close()
    {
        if (isFresh) TrimLineEnd();
        isFresh = false;
        prefix = outer.Pop();
        blankPrefix = prefix.TrimEnd();
    }

    private void TrimLineEnd()
    {
        while (Text.Length > 0 && Text[^1] == ' ') Text.Length--;
    }
}
