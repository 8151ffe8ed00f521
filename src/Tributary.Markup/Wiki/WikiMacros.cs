namespace Tributary.Markup.Wiki;

/// <summary>The macros of one level of a text, to be found by place.</summary>
internal sealed class WikiMacros(List<WikiMacro> all)
{
    public static readonly WikiMacros None = new([]);

    /// <summary>Of a text that nests them without end: it is read as words alone.</summary>
    public static readonly WikiMacros TooDeep = new([]);

    private readonly List<WikiMacro> blocks = all.FindAll(macro => !macro.IsInline);
    private readonly List<WikiMacro> inlines = all.FindAll(macro => macro.IsInline);

    /// <summary>The first macro at or after a place that interrupts a line; null where none begins before the end.</summary>
    public WikiMacro? NextBlock(int at, int end)
    {
        int index = FirstFrom(blocks, at);
        return index < blocks.Count && blocks[index].Start < end ? blocks[index] : null;
    }

    /// <summary>The macro within a line that begins exactly here.</summary>
    public WikiMacro? InlineAt(int at)
    {
        int index = FirstFrom(inlines, at);
        return index < inlines.Count && inlines[index].Start == at ? inlines[index] : null;
    }

    /// <summary>The macro within a line whose body a place lies in.</summary>
    public WikiMacro? InlineAround(int at)
    {
        int index = FirstFrom(inlines, at) - 1;
        return index >= 0 && inlines[index].End > at ? inlines[index] : null;
    }

    private static int FirstFrom(List<WikiMacro> macros, int at)
    {
        int low = 0, high = macros.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (macros[middle].Start < at) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
