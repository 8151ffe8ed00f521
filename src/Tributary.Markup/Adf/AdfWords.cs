using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>The lines of text in a block, for places that hold no blocks.</summary>
internal static class AdfWords
{
    public static IEnumerable<IReadOnlyList<Inline>> Lines(Block block)
    {
        var pending = new Stack<Block>([block]);
        while (pending.TryPop(out Block? next))
        {
            switch (next)
            {
                case TextBlock text:
                    yield return text.Inlines;
                    break;
                case CodeBlock code:
                    foreach (string line in code.Code.Split('\n')) yield return [new Text(line, default)];
                    break;
                case ContainerBlock container:
                    if (container is Directive { Label.Length: > 0 } directive) yield return [new Text(directive.Label, default)];
                    if (container is Alert { Title.Length: > 0 } alert) yield return [new Text(alert.Title, default)];
                    for (int i = container.Blocks.Count - 1; i >= 0; i--) pending.Push(container.Blocks[i]);
                    break;
            }
        }
    }

    /// <summary>The lines as one, with breaks between them.</summary>
    public static List<Inline> OneLine(IEnumerable<Block> blocks)
    {
        var line = new List<Inline>();
        foreach (IReadOnlyList<Inline> words in blocks.SelectMany(Lines))
        {
            if (line.Count > 0) line.Add(new Break());
            line.AddRange(words);
        }

        return line;
    }
}
