using System.Text;

namespace Tributary.Markup.Markdown;

/// <summary>Lines with the prefix of the quotes and list items that they stand in.</summary>
internal sealed class MarkdownLines
{
    private readonly Stack<string> outer = [];
    private string prefix = "";
    private string blankPrefix = "";

    // At the very start, and just after a marker, the next block goes on on the same line.
    private bool isFresh = true;

    public StringBuilder Text { get; } = new();

    public bool IsNested => outer.Count > 0;

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

    /// <summary>After <see cref="StartContent"/>: goes to the next line, or stays on it where nothing was written.</summary>
    public void EndContent()
    {
        if (!isFresh) StartLine();
        isFresh = false;
    }

    /// <summary>What comes next is parted from the line that stands here.</summary>
    public void EndLine()
    {
        TrimLineEnd();
        isFresh = false;
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
