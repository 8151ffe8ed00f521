using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Tributary.Markup.Edits;

namespace Tributary.Tools.Confluence;

/// <summary>One operation as a caller sends it.</summary>
internal sealed class EditStep(
    EditAction op,
    [Description("Heading path (\"Install > Linux\") or its handle: heading and all below it.")] string? section = null,
    [Description("Handle of one node: h2 m3 t1 c1 i1 k1 from outline or body; p4 l1 counted through the page.")] string? node = null,
    [Description("Markdown; for set_parameter its value.")] string? content = null,
    [Description("Text to replace, as shown.")] string? find = null,
    [Range(1, int.MaxValue), Description("Which match.")] int? occurrence = null,
    bool all = false,
    [Description("move: before this section or node.")] string? before = null,
    string? after = null,
    [Range(1, int.MaxValue), Description("From 1, header included.")] int? row = null,
    [Description("Number or header text; #2 a number.")] string? column = null,
    [Description("Markdown a cell.")] string[]? cells = null,
    [Description("Of the parameter.")] string? name = null,
    bool done = true)
{
    public EditOperation Operation { get; } = new(op)
    {
        Section = Given(section),
        Node = Given(node),
        Content = content,
        Find = find,
        Occurrence = occurrence,
        All = all,
        Before = Given(before),
        After = Given(after),
        Row = row,
        Column = Given(column),
        Cells = cells,
        Name = Given(name),
        Done = done,
    };

    // Models often send "" for what they mean to leave out.
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
