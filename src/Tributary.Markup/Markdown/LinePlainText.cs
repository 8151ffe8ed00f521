using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>The words of a line, for places that hold no more: the title of an alert, the text in place of an image.</summary>
internal static class LinePlainText
{
    public static string Of(IReadOnlyList<Inline> line)
    {
        if (line is [Text only]) return LinePieces.Collapse(only.Value);
        var text = new StringBuilder();
        Append(line, text);
        return LinePieces.Collapse(text.ToString());
    }

    private static void Append(IReadOnlyList<Inline> line, StringBuilder text)
    {
        foreach (Inline piece in line)
        {
            switch (piece)
            {
                case Text words:
                    text.Append(words.Value);
                    break;
                case Code code:
                    text.Append(code.Value);
                    break;
                case Break:
                    text.Append(' ');
                    break;
                case Link link:
                    Append(link.Inlines, text);
                    break;
                case Image image:
                    text.Append(image.Alt);
                    break;
                case Mention mention:
                    text.Append('@').Append(mention.UserId);
                    break;
                case InlineDirective directive:
                    text.Append(directive.Label);
                    break;
            }
        }
    }
}
