namespace Tributary.Markup.Edits;

/// <summary>What one operation does.</summary>
public enum EditAction
{
    Replace,
    InsertBefore,
    InsertAfter,

    /// <summary>At the end of the section or node; of the page where none is named.</summary>
    Append,
    Delete,
    Move,
    ReplaceText,
    SetCell,
    InsertRow,
    SetRow,
    DeleteRow,
    CheckTask,
    SetParameter,
}

/// <summary>One change of a page. Places are named as the page was read, whatever other operations of the same edit do.</summary>
public sealed record EditOperation(EditAction Action)
{
    /// <summary>A heading path (<c>Install &gt; Linux</c>) or the handle of a heading: it and all below it.</summary>
    public string? Section { get; init; }

    /// <summary>The handle of one node: <c>m3</c>, <c>t1</c>, <c>p12</c>.</summary>
    public string? Node { get; init; }

    /// <summary>Markdown; of a parameter its value, null to take it away.</summary>
    public string? Content { get; init; }

    /// <summary>Text as a reader sees it, within one paragraph, heading, cell or code block.</summary>
    public string? Find { get; init; }

    /// <summary>Which match, from 1; without it there may be one alone.</summary>
    public int? Occurrence { get; init; }

    /// <summary>Every match.</summary>
    public bool All { get; init; }

    /// <summary>Where what is moved goes: a handle, or a heading path for the start of its section.</summary>
    public string? Before { get; init; }

    /// <summary>As <see cref="Before"/>, for the end of a section.</summary>
    public string? After { get; init; }

    /// <summary>Of a table, from 1, its header row included. A row that is inserted gets this number.</summary>
    public int? Row { get; init; }

    /// <summary>A number from 1, or the text of the first row there.</summary>
    public string? Column { get; init; }

    /// <summary>Of a row: Markdown for each cell.</summary>
    public IReadOnlyList<string>? Cells { get; init; }

    /// <summary>The name of a parameter.</summary>
    public string? Name { get; init; }

    /// <summary>Of a task.</summary>
    public bool Done { get; init; } = true;
}
