using System.Globalization;
using System.Text;

namespace Tributary.Tests.Markup.Generators;

/// <summary>Writes blocks until the size is used up; what is open is then closed.</summary>
internal sealed partial class StorageBodyWriter
{
    private const int Deepest = 12;

    private readonly Random random;
    private readonly StringBuilder body = new();
    private int left;
    private int words;
    private int ids;

    private StorageBodyWriter(Random random, int size)
    {
        this.random = random;
        left = size;
    }

    public static string Write(Random random, int size)
    {
        var writer = new StorageBodyWriter(random, size);
        if (writer.Chance(15)) writer.Layout(0);
        while (writer.left > 0) writer.Block(0);
        return writer.body.ToString();
    }

    private void Block(int depth)
    {
        left--;
        Between();
        switch (random.Next(CanNest(depth) ? 28 : 8))
        {
            case 0 or 1 or 2: Element("p", Hidden(), () => Line(depth)); break;
            case 3: Element(Pick("h1", "h2", "h3", "h4", "h5", "h6"), Hidden(), () => Line(depth)); break;
            case 4: Put(Pick("<hr />", "<hr/>", "<p></p>", "<p/>", "<p>&nbsp;</p>", "<p><br /></p>", "<h2></h2>", "<div></div>", "<ul></ul>")); break;
            case 5: Code(); break;
            case 6: Line(depth); break;
            case 7: LoneMacro(); break;
            case 8 or 9: List(Pick("ul", "ol"), depth); break;
            case 10: Tasks(depth); break;
            case 11 or 12: Table(depth); break;
            case 13: Element("blockquote", Hidden(), () => Blocks(depth)); break;
            case 14: Element("pre", "", () => Put($"  {Word()}\n\t{Word()} &lt;\n")); break;
            case 15 or 16: RichMacro(Pick("info", "tip", "note", "warning"), depth); break;
            case 17 or 18: RichMacro(Pick("expand", "panel", "excerpt", "details", "section", "column", "harbour-webcam", "My Macro", "table", "table-filter"), depth); break;
            case 19: Put("<ac:image ac:width=\"300\"><ri:attachment ri:filename=\"a b.png\" /></ac:image>"); break;
            case 20: AdfExtension(depth); break;
            case 21: Element("div", " class=\"x\"", () => Blocks(depth)); break;
            case 22: Element("p", "", () => MixedParagraph(depth)); break;
            case 23: Unknown(depth); break;
            case 24: Element("ac:inline-comment-marker", $" ac:ref=\"{Id()}\"", () => Blocks(depth)); break;
            case 25: Element("span", "", () => Blocks(depth)); break;
            case 26: LegacyMacro(depth); break;
            case 27: Misplaced(depth); break;
        }

        Between();
    }

    private void Blocks(int depth)
    {
        int count = random.Next(4);
        for (int i = 0; i < count && left > 0; i++) Block(depth + 1);
    }

    private void Between() => Put(random.Next(8) switch { 0 => "\n", 1 => "\n  ", 2 => "<!-- a comment, with <tags> -->", 3 => "\r\n", _ => "" });

    private void List(string name, int depth)
    {
        left--;
        Element(name, name == "ol" && Chance(40) ? $" start=\"{random.Next(12)}\"" : Chance(20) ? " class=\"alternate\"" : "", () =>
        {
            int count = Few();
            for (int i = 0; i < count; i++)
            {
                Between();
                Item(depth, name);
            }
        });
    }

    private void Item(int depth, string list)
    {
        if (CanNest(depth) && Chance(5))
        {
            List(list, depth + 1);
            return;
        }

        Element("li", Hidden(), () =>
        {
            if (Chance(50)) Line(depth);
            else if (Chance(60)) Element("p", Hidden(), () => Line(depth));
            if (CanNest(depth) && Chance(25)) List(Pick("ul", "ol"), depth + 1);
            else if (Chance(15)) Blocks(depth);
        });
    }

    private void Tasks(int depth) => Element("ac:task-list", "", () =>
    {
        left--;
        int count = Few();
        for (int i = 0; i < count; i++)
        {
            Between();
            Element("ac:task", "", () =>
            {
                Put($"<ac:task-id>{++ids}</ac:task-id>");
                if (Chance(60)) Put($"<ac:task-uuid>{Id()}</ac:task-uuid>");
                Put($"<ac:task-status>{Pick("complete", "incomplete")}</ac:task-status>");
                Element("ac:task-body", "", () =>
                {
                    if (Chance(50)) Element("span", " class=\"placeholder-inline-tasks\"", () => Line(depth));
                    else Line(depth);
                    if (CanNest(depth) && Chance(20)) Tasks(depth + 1);
                    else if (Chance(10)) Blocks(depth);
                });
            });
        }
    });

    private void Table(int depth)
    {
        Element("table", Pick("", " class=\"wrapped\"", " data-layout=\"wide\" ac:local-id=\"t1\"", " data-table-width=\"760\""), () =>
        {
            if (Chance(40)) Put("<colgroup><col style=\"width: 100.0px;\" /><col/></colgroup>");
            bool hasHead = Chance(40);
            int columns = Few();
            if (hasHead) Element("thead", "", () => Row("th", columns, depth));
            Element("tbody", "", () =>
            {
                int rows = Few();
                for (int i = 0; i < rows; i++) Row(i == 0 && !hasHead && Chance(50) ? "th" : "td", columns, depth);
            });
        });
    }

    private void Row(string cell, int columns, int depth)
    {
        Between();
        Element("tr", "", () =>
        {
            for (int i = 0; i < columns; i++)
            {
                string attributes = random.Next(10) switch
                {
                    0 => " colspan=\"2\"",
                    1 => " rowspan=\"2\"",
                    2 => " class=\"highlight-#e3fcef\" data-highlight-colour=\"#e3fcef\"",
                    3 => " style=\"text-align: right;\"",
                    4 => " class=\"numberingColumn\"",
                    _ => "",
                };
                Element(i == 0 && Chance(20) ? "th" : cell, attributes, () =>
                {
                    if (Chance(40)) Element("p", Pick("", " style=\"text-align: center;\""), () => Line(depth));
                    else if (Chance(70)) Line(depth);
                    if (CanNest(depth) && Chance(15)) Blocks(depth + 2);
                });
            }
        });
    }

    private void Layout(int depth) => Element("ac:layout", "", () =>
    {
        int sections = random.Next(1, 3);
        for (int i = 0; i < sections; i++)
        {
            Between();
            int cells = Few();
            string type = cells switch { 1 => "single", 2 => Pick("two_equal", "two_left_sidebar"), _ => "three_equal" };
            Element("ac:layout-section", $" ac:type=\"{type}\"{Pick("", " ac:breakout-mode=\"wide\" ac:breakout-width=\"1200\"")}", () =>
            {
                for (int cell = 0; cell < cells; cell++) Element("ac:layout-cell", "", () => Blocks(depth));
            });
        }
    });

    private void AdfExtension(int depth) => Element("ac:adf-extension", "", () =>
    {
        if (Chance(30))
        {
            Put("<ac:adf-node type=\"extension\"><ac:adf-attribute key=\"extension-key\">tide-clock</ac:adf-attribute><ac:adf-leaf type=\"text\" /></ac:adf-node>");
            Element("ac:adf-fallback", "", () => Element("p", "", () => Line(depth)));
            return;
        }

        Put($"<ac:adf-node type=\"panel\"><ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute><ac:adf-attribute key=\"local-id\">{Id()}</ac:adf-attribute>");
        Element("ac:adf-content", "", () =>
        {
            Element("p", "", () => Line(depth));
            Blocks(depth);
        });
        Put("</ac:adf-node>");
        if (Chance(70)) Put("<ac:adf-fallback><div><p>said again</p></div></ac:adf-fallback>");
    });

    private void MixedParagraph(int depth)
    {
        Line(depth);
        Block(depth + 1);
        Line(depth);
    }

    private void Unknown(int depth)
    {
        switch (random.Next(5))
        {
            case 0: Element("foo:bar", " xmlns:foo=\"urn:foo\" foo:x=\"1\"", () => Blocks(depth)); break;
            case 1: Put("<foo:widget xmlns:foo=\"urn:foo\" id=\"7\" />"); break;
            case 2: Element("section", "", () => Blocks(depth)); break;
            case 3: Put("<at:declarations><at:string at:name=\"x\" /><at:list at:name=\"y\"><at:option at:value=\"z\" /></at:list></at:declarations>"); break;
            case 4: Element("strong", "", () => Blocks(depth)); break;
        }
    }

    // What no editor writes, and what bodies made by scripts have all the same.
    private void Misplaced(int depth) => Element(Pick("ul", "table", "tbody", "tr", "td", "li", "ac:task-list", "ac:task-body", "ac:layout-cell", "ac:caption", "h3", "blockquote"), "", () =>
    {
        Line(depth);
        Blocks(depth);
    });

    private void Element(string name, string attributes, Action content)
    {
        Put($"<{name}{attributes}{(Chance(3) ? " " : "")}>");
        content();
        Put($"</{name}>");
    }

    private string Hidden() => random.Next(9) switch
    {
        0 => $" local-id=\"{Id()}\"",
        1 => " style=\"margin-left: 30.0px;\"",
        2 => " class='auto-cursor-target'",
        3 => " data-uuid = \"a&amp;b&gt;\"",
        4 => " style=\"text-align: center;\" id=\"x\"",
        _ => "",
    };

    private void Put(string text) => body.Append(text);

    private bool CanNest(int depth) => left > 0 && depth < Deepest;

    private int Few() => left > 0 ? random.Next(1, 4) : 1;

    private string Id() => (++ids).ToString("x8", CultureInfo.InvariantCulture);

    private bool Chance(int percent) => random.Next(100) < percent;

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
