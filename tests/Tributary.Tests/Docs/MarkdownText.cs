using System.Text;

namespace Tributary.Tests.Docs;

/// <summary>Writes Markdown by its parts.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder text = new();

    public MarkdownText Heading(int level, string title) => Block($"{new string('#', level)} {title}");

    public MarkdownText Block(string block)
    {
        if (text.Length > 0)
            text.Append('\n');
        text.Append(block.TrimEnd()).Append('\n');
        return this;
    }

    public MarkdownText Code(string language, string code) => Block($"```{language}\n{code.TrimEnd()}\n```");

    public MarkdownText Table(string[] head, IEnumerable<string[]> rows)
    {
        var table = new StringBuilder();
        foreach (string[] row in rows.Prepend([.. head.Select(_ => "---")]).Prepend(head))
            table.Append("| ").AppendJoin(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" "))).Append(" |\n");
        return Block(table.ToString());
    }

    public override string ToString() => text.ToString();
}
