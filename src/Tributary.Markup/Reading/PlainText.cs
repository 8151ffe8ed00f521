using System.Text;
using Tributary.Markup.Constructs;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Reading;

/// <summary>The words of a body, a block a line and the cells of a row apart by tabs.</summary>
internal sealed class PlainText(int most)
{
    private readonly StringBuilder text = new();
    private char pending;

    public static string Of(StorageDocument document) => Of(document.Root);

    /// <param name="most">From there on the words are of no interest.</param>
    public static string Of(StorageNode node, int most = int.MaxValue)
    {
        var words = new PlainText(most);
        words.Write(node);
        return words.text.ToString();
    }

    private void Write(StorageNode node)
    {
        if (text.Length >= most) return;
        switch (node)
        {
            case StorageText { IsCData: true } verbatim:
                WriteVerbatim(verbatim.Value);
                break;
            case StorageText words:
                WriteWords(words.Value);
                break;
            case StorageElement element:
                WriteElement(element);
                break;
        }
    }

    private void WriteElement(StorageElement element)
    {
        switch (element.Name)
        {
            case "ac:structured-macro" or "ac:macro" when element["ac:name"] == "status":
                WriteWords(Macro.Parameter(element, "title") ?? "");
                return;
            case "ac:parameter" or "ac:default-parameter" or "ac:task-id" or "ac:task-uuid" or "ac:task-status" or "ac:adf-attribute" or "ac:placeholder":
                return;
            case "ac:emoticon":
                WriteWords(Emoticon.Text(element));
                return;
            case "time":
                WriteWords(element["datetime"] ?? "");
                return;
            case "ac:link" when element.Child("ac:link-body") is null && element.Child("ac:plain-text-link-body") is null:
                WriteWords(LinkTarget.Of(element).Name);
                return;
            case "ac:image":
                WriteWords(element["ac:alt"] ?? "");
                break;
            // The fallback repeats the content for readers that do not know the extension.
            case "ac:adf-extension" when element.Child("ac:adf-node") is { } node:
                Write(node);
                return;
        }

        char separator = Separator(element.Name);
        Separate(separator);
        foreach (StorageNode child in element.Children) Write(child);
        Separate(separator);
    }

    private void WriteWords(string words)
    {
        ReadOnlySpan<char> rest = words;
        while (!rest.IsEmpty)
        {
            int space = rest.IndexOfAny(Whitespace.Characters);
            if (space != 0)
            {
                Flush();
                text.Append(space < 0 ? rest : rest[..space]);
                if (space < 0 || text.Length >= most) return;
            }

            Separate(' ');
            rest = rest[space..].TrimStart(Whitespace.Characters);
        }
    }

    private void WriteVerbatim(string value)
    {
        if (value.Length == 0) return;
        Flush();
        text.Append(value);
    }

    // The widest separator wins, and none stands at either end.
    private void Separate(char separator)
    {
        if (Rank(separator) > Rank(pending)) pending = separator;
    }

    private void Flush()
    {
        if (pending != '\0' && text.Length > 0) text.Append(pending);
        pending = '\0';
    }

    private static int Rank(char separator) => separator switch { '\n' => 3, '\t' => 2, ' ' => 1, _ => 0 };

    private static char Separator(string name) => name switch
    {
        "td" or "th" => '\t',
        _ when Blocks.IsBlock(name) || name == "br" => '\n',
        _ => '\0',
    };
}
