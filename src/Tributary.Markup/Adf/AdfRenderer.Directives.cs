using System.Globalization;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Panels, expands, layouts and macros.</summary>
internal partial class AdfRenderer
{
    private const string PlainGrey = "#F4F5F7";
    protected const int MostColumns = 3;

    private void AddDirective(Directive directive, AdfBlocks place, List<string> to)
    {
        switch (directive.Name)
        {
            case "expand":
                AddExpand(directive, place, to);
                break;
            case "panel":
                AddPanelDirective(directive, place, to);
                break;
            case "info" or "tip" or "note" or "warning":
                AddPanel(AdfPanels.OfMacro(directive.Name)!, directive.Label, directive.Blocks, place, to);
                break;
            case "decision-list" when place.HasFlag(AdfBlocks.DecisionList):
                var decisions = new List<string>();
                AddDecisions(directive.Blocks, decisions);
                if (decisions.Count > 0) to.Add(AdfJson.Node("decisionList", new AdfAttributes().Add("localId", NextId()), decisions));
                break;
            case "layout":
                AddAll(directive.Blocks, place, to);
                break;
            case "layout-section" when place.HasFlag(AdfBlocks.Layout):
                AddLayout(directive, to);
                break;
            case "layout-section" or "layout-cell" or "decision-list" or "table" or "row" or "cell" or "task":
                Release(directive, directive.Name, place, to);
                break;
            case "opaque" or "media-group":
                Losses.Add(directive.Label.Length > 0 ? $"'{directive.Label}'" : directive.Name);
                AddAll(directive.Blocks, place, to);
                break;
            default:
                AddMacro(directive, place, to);
                break;
        }
    }

    private void AddExpand(Directive expand, AdfBlocks place, List<string> to)
    {
        string title = expand.Label.Length > 0 ? expand.Label : Attribute(expand, "title") ?? "";
        AdfAttributes attributes = new AdfAttributes().Add("title", title);
        if (place.HasFlag(AdfBlocks.Expand))
        {
            to.Add(AdfJson.Node("expand", attributes, Content(expand.Blocks, AdfPlace.Expand)));
        }
        else if (place.HasFlag(AdfBlocks.NestedExpand))
        {
            to.Add(AdfJson.Node("nestedExpand", attributes, Content(expand.Blocks, AdfPlace.NestedExpand)));
        }
        else
        {
            AddTitle(title, place, to);
            Release(expand, "expand", place, to);
        }
    }

    private void AddPanelDirective(Directive panel, AdfBlocks place, List<string> to)
    {
        string? color = Attribute(panel, "color") ?? Attribute(panel, "bgColor");
        string type = Attribute(panel, "type") is { } given && AdfPanels.IsKnown(given) ? given : "custom";
        AddPanel(type, panel.Label.Length > 0 ? panel.Label : Attribute(panel, "title") ?? "", panel.Blocks, place, to, Attribute(panel, "icon"), color ?? (type == "custom" ? PlainGrey : null));
    }

    private void AddPanel(string type, string title, IReadOnlyList<Block> blocks, AdfBlocks place, List<string> to, string? icon = null, string? color = null)
    {
        if (!place.HasFlag(AdfBlocks.Panel))
        {
            AddTitle(title, place, to);
            Release(new Quote(blocks), "panel", place, to);
            return;
        }

        var content = new List<string>();
        AddTitle(title, AdfPlace.Panel, content);
        AddAll(blocks, AdfPlace.Panel, content);
        if (content.Count == 0) content.Add(AdfJson.Node("paragraph"));
        to.Add(AdfJson.Node("panel", new AdfAttributes().Add("panelType", type).Add("panelIcon", icon).Add("panelColor", color), content));
    }

    // Panels of ADF have no title, so it is their first line.
    private void AddTitle(string title, AdfBlocks place, List<string> to)
    {
        if (title.Length > 0) AddParagraph(new Paragraph([new Text(title, new Marks(Mark.Strong))]), place, to);
    }

    private void AddLayout(Directive section, List<string> to)
    {
        Directive[] cells = [.. section.Blocks.OfType<Directive>().Where(block => block.Name == "layout-cell")];
        if (cells.Length < 2 || cells.Length < section.Blocks.Count)
        {
            Release(section, "layout", AdfPlace.Document, to);
            return;
        }

        if (cells.Length > MostColumns) Losses.Add($"layout of {cells.Length} columns, kept as rows of fewer");
        for (int start = 0; start < cells.Length;)
        {
            Directive[] row = cells[start..(start + InRow(cells.Length - start))];
            double[] widths = Widths(section, row);
            List<string> columns = [];
            for (int i = 0; i < row.Length; i++) AddColumn(row[i], widths[i], columns);
            to.Add(AdfJson.Node("layoutSection", "", columns));
            start += row.Length;
        }
    }

    /// <summary>How many of the columns that are left come to stand side by side: never one alone.</summary>
    protected static int InRow(int left) => left == MostColumns + 1 ? 2 : Math.Min(MostColumns, left);

    protected virtual void AddColumn(Directive column, double width, List<string> columns) =>
        columns.Add(AdfJson.Node("layoutColumn", new AdfAttributes().Add("width", width), Content(column.Blocks, AdfPlace.Column)));

    /// <summary>Those that the columns have, if they fill the page; else those of the section's type, or the same for all.</summary>
    protected double[] Widths(Directive section, Directive[] row)
    {
        double?[] given = [.. row.Select(Width)];
        if (given.All(width => width is not null) && Math.Abs(given.Sum()!.Value - 100) <= 1) return [.. given.Select(width => width!.Value)];
        if (given.Any(width => width is not null)) Losses.Add($"widths of a layout of {row.Length} columns, which do not fill the page");
        double[] byType = Attribute(section, "type") switch
        {
            "two_left_sidebar" => [33.33, 66.66],
            "two_right_sidebar" => [66.66, 33.33],
            "three_with_sidebars" => [25, 50, 25],
            _ => [],
        };
        return byType.Length == row.Length ? byType : [.. Enumerable.Repeat(Math.Round(100.0 / row.Length, 2), row.Length)];
    }

    protected static double? Width(Directive cell) =>
        double.TryParse(Attribute(cell, "width")?.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double width) && width <= 100 ? width : null;

    private void AddMacro(Directive directive, AdfBlocks place, List<string> to)
    {
        (string key, IReadOnlyList<DirectiveAttribute> parameters) = AdfMacro.Said(directive.Name, directive.Label, directive.Attributes);
        string? plain = AdfMacro.PlainBody(directive);
        AdfBlocks wanted = directive.Body is null || plain is not null ? AdfBlocks.Extension : AdfBlocks.BodiedExtension;
        if (key.Length == 0 || !place.HasFlag(wanted)) Release(directive, $"macro '{key}'", place, to);
        else if (wanted == AdfBlocks.Extension) to.Add(AdfJson.Node("extension", AdfMacro.Attributes(key, parameters, plain)));
        else to.Add(AdfJson.Node("bodiedExtension", AdfMacro.Attributes(key, parameters, null), Content(directive.Blocks, AdfPlace.Extension)));
    }

    protected static string? Attribute(Directive directive, string name) => directive.Attributes.FirstOrDefault(attribute => attribute.Name == name).Value;
}
