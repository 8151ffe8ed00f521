using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>A piece of a line made ready for Markdown: white space is at the edge of no mark, and neighbours that look alike are one.</summary>
internal sealed class Piece(Inline node, string text, Marks marks)
{
    public Inline Node { get; } = node;

    /// <summary>What a text or code says, the text in place of an image, the address of a link.</summary>
    public string Text { get; } = text;

    public Marks Marks { get; set; } = marks;

    /// <summary>The text of a link.</summary>
    public IReadOnlyList<Piece> Children { get; init; } = [];

    public bool IsText => Node is Text;

    public bool IsSpace => IsText && Text == " ";

    public bool IsBreak => Node is Break;

    public bool EndsWithBracket => Node is Link or Image or Mention or InlineDirective or NoteReference;

    public bool StartsWithBracket => Node is Link or Mention or NoteReference;
}
