using Tributary.Markup.Constructs;
using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Writing;

internal sealed partial class InlineReader
{
    private string Visible(string value)
    {
        string visible = VisibleText.Of(value);
        if (visible.Length != value.Length) losses.Add(LossNames.OfInvisible);
        return visible;
    }

    private void Show(string shown) => Add(new Inline(InlineKind.Shown, shown.ReplaceLineEndings(" "), marks));

    private void Add(Inline piece)
    {
        FlushText();
        pieces.Add(piece);
    }

    private void AddText(string value)
    {
        if (textMarks != marks) FlushText();
        textMarks = marks;
        text.Append(value);
    }

    private void FlushText()
    {
        if (text.Length == 0) return;
        string value = Visible(text.ToString());
        text.Clear();
        ReadOnlySpan<char> rest = value;
        bool startsWithSpace = IsSpace(rest[..Math.Min(1, rest.Length)]);
        ReadOnlySpan<char> core = rest.Trim(Whitespace.Characters);
        if (startsWithSpace) pieces.Add(new Inline(InlineKind.Text, " ", textMarks));
        if (core.IsEmpty) return;
        pieces.Add(new Inline(InlineKind.Text, Collapse(core), textMarks));
        if (IsSpace(rest[^1..])) pieces.Add(new Inline(InlineKind.Text, " ", textMarks));
    }

    private static bool IsSpace(ReadOnlySpan<char> character) => !character.IsEmpty && Whitespace.Characters.Contains(character[0], StringComparison.Ordinal);

    private static string Collapse(ReadOnlySpan<char> words)
    {
        bool isPlain = words.IndexOfAny("\t\n\r") < 0 && words.IndexOf("  ") < 0;
        return isPlain ? words.ToString() : string.Join(' ', words.ToString().Split((char[])[' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Drops blanks at the ends of lines and doubled ones; a blank between two pieces carries the marks that both have.</summary>
    private List<Inline> Tidy(List<Inline> read)
    {
        var tidy = new List<Inline>(read.Count);
        for (int i = 0; i < read.Count; i++)
        {
            Inline piece = read[i];
            if (!piece.IsSpace)
            {
                if (piece.Kind == InlineKind.Break && tidy.Count > 0 && tidy[^1].IsSpace) tidy.RemoveAt(tidy.Count - 1);
                tidy.Add(piece);
                continue;
            }

            bool atStart = tidy.Count == 0 || tidy[^1].IsSpace || tidy[^1].Kind == InlineKind.Break;
            if (!atStart) tidy.Add(piece);
        }

        // A break needs a line to come: at the end, Markdown would show the backslash.
        while (tidy.Count > 0 && (tidy[^1].IsSpace || tidy[^1].Kind == InlineKind.Break))
        {
            if (tidy[^1].Kind == InlineKind.Break) losses.Add("line break at the end of a paragraph");
            tidy.RemoveAt(tidy.Count - 1);
        }

        for (int i = 1; i < tidy.Count - 1; i++)
        {
            if (tidy[i].IsSpace) tidy[i].Marks = tidy[i - 1].Marks & tidy[i + 1].Marks;
        }

        return tidy;
    }

    /// <summary>What Markdown has no form for: shown so that it can be read, and logged.</summary>
    private void ReadShown(StorageElement element)
    {
        switch (element.Name)
        {
            case "ac:structured-macro" or "ac:macro":
                ReadMacro(element);
                break;
            case "ac:emoticon":
                losses.Add("emoji");
                Show(Visible(Emoticon.Text(element)));
                break;
            case "time":
                losses.Add("date");
                Show(Visible(element["datetime"] ?? ""));
                break;
            case "ac:placeholder":
                losses.Add(LossNames.Of(element));
                Show($"[placeholder: {Visible(PlainTextOfPlaceholder(element))}]");
                break;
            case "at:var":
                losses.Add(LossNames.Of(element));
                Show($"[variable: {Visible(element["at:name"] ?? "")}]");
                break;
            case "at:declarations":
                losses.Add(LossNames.Of(element));
                break;
            case "ac:adf-extension":
                losses.Add(LossNames.Of(element));
                ReadChildren(element.Child("ac:adf-fallback") ?? element);
                break;
            case "ac:adf-attribute":
                break;
            case "img":
                losses.Add("HTML image");
                Show($"[image: {Visible(element["alt"] ?? element["src"] ?? "")}]");
                break;
            default:
                losses.Add(LossNames.Of(element));
                bool isBlock = Blocks.IsBlock(element.Name);
                if (isBlock) Add(new Inline(InlineKind.Break, "", Marks.None));
                ReadChildren(element);
                if (isBlock) Add(new Inline(InlineKind.Break, "", Marks.None));
                break;
        }
    }

    private static string PlainTextOfPlaceholder(StorageElement placeholder) => VerbatimText.Of(placeholder).Trim();

    private void ReadMacro(StorageElement macro)
    {
        losses.Add(MacroText.LossName(macro));
        Show(Visible(MacroText.Of(macro)));
        if (Macro.RichBody(macro) is { } body)
        {
            AddText(" ");
            ReadChildren(body);
        }
        else if (Macro.PlainBody(macro) is { Length: > 0 } plain)
        {
            AddText(" ");
            Add(new Inline(InlineKind.Code, Visible(plain).ReplaceLineEndings(" "), Marks.None));
        }
    }
}
