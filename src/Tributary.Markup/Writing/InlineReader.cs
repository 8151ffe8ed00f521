using System.Text;
using Tributary.Markup.Constructs;
using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Writing;

/// <summary>Reads the inside of a paragraph, heading or cell into a flat list of pieces, and logs what a Markdown line cannot hold.</summary>
internal sealed partial class InlineReader(MarkdownOptions options, LossLog losses)
{
    private readonly StringBuilder text = new();
    private List<Inline> pieces = [];
    private Marks textMarks;
    private Marks marks;
    private bool isInLink;

    public IReadOnlyList<Inline> Read(IEnumerable<StorageNode> nodes)
    {
        List<Inline> outer = pieces;
        pieces = [];
        foreach (StorageNode node in nodes) ReadNode(node);
        FlushText();
        List<Inline> read = Tidy(pieces);
        pieces = outer;
        return read;
    }

    private void ReadNode(StorageNode node)
    {
        if (node is StorageText words) AddText(words.Value);
        else if (node is StorageElement element) ReadElement(element);
        else losses.Add("comment in the source");
    }

    private void ReadElement(StorageElement element)
    {
        switch (element.Name)
        {
            case "strong" or "b":
                ReadMarked(element, Marks.Strong);
                break;
            case "em" or "i":
                ReadMarked(element, Marks.Emphasis);
                break;
            case "del" or "s" or "strike":
                ReadMarked(element, Marks.Strike);
                break;
            case "br":
                Expect(element);
                Add(new Inline(InlineKind.Break, "", Marks.None));
                break;
            case "code":
                ReadCode(element);
                break;
            case "a":
                ReadAnchor(element);
                break;
            case "ac:link":
                ReadLink(element);
                break;
            case "ac:image":
                ReadImage(element);
                break;
            case "span" when IsTaskPlaceholder(element):
                ReadChildren(element);
                break;
            case "ac:inline-comment-marker":
                losses.Add($"inline comment anchor on \"{Shorten(PlainText.Of(element))}\"");
                ReadChildren(element);
                break;
            default:
                ReadShown(element);
                break;
        }
    }

    private void ReadChildren(StorageElement element)
    {
        foreach (StorageNode child in element.Children) ReadNode(child);
    }

    /// <summary>Logs every attribute that is not among those that the reader understands.</summary>
    private void Expect(StorageElement element, params ReadOnlySpan<string> understood)
    {
        foreach (StorageAttribute attribute in element.Attributes)
        {
            if (!understood.Contains(attribute.Name)) losses.Add(LossNames.Of(element, attribute));
        }
    }

    private void ReadMarked(StorageElement element, Marks added)
    {
        Expect(element);
        Marks outer = marks;
        marks |= added;
        ReadChildren(element);
        marks = outer;
    }

    private void ReadCode(StorageElement code)
    {
        Expect(code);
        foreach (StorageElement inner in code.Elements()) losses.Add($"'{inner.Name}' inside inline code");
        string value = Visible(VerbatimText.Of(code)).ReplaceLineEndings(" ");
        if (value.Length > 0) Add(new Inline(InlineKind.Code, value, marks));
    }

    private void ReadAnchor(StorageElement anchor)
    {
        Expect(anchor, "href", "title");
        string? href = anchor["href"];
        if (href is null || isInLink || LinkSafety.IsDangerous(href))
        {
            losses.Add(href is null ? "anchor" : "link that would run a script");
            ReadChildren(anchor);
            return;
        }

        AddLink(href, anchor["title"], anchor.Children);
    }

    private void ReadLink(StorageElement link)
    {
        LinkTarget target = LinkTarget.Of(link);
        Expect(link, "ac:anchor");
        if (target.Kind == LinkKind.User)
        {
            losses.Add("user mention");
            Show("@" + Visible(options.UserName(target.Name) ?? target.Name));
            return;
        }

        if (target.Resource is { } resource) Expect(resource, "ri:content-title", "ri:space-key", "ri:posting-day", "ri:filename", "ri:content-id");
        StorageElement? body = link.Child("ac:link-body") ?? link.Child("ac:plain-text-link-body");
        if (body is not null) Expect(body);
        IReadOnlyList<StorageNode> shown = body?.Children ?? [new StorageText(target.Name, isCData: true, link.Start, link.End)];
        string? address = LinkAddress.Write(target);
        if (target.Kind == LinkKind.Url) address = target.Name;
        if (target.Kind is LinkKind.Url or LinkKind.Shortcut or LinkKind.Other || target.Container is not null || address is null || isInLink)
            losses.Add(target.Container is null ? "link of a kind that Markdown does not have" : "link to a file of another page");
        if (address is null || isInLink || LinkSafety.IsDangerous(address)) foreach (StorageNode node in shown) ReadNode(node);
        else AddLink(address, null, shown);
    }

    private void AddLink(string address, string? title, IReadOnlyList<StorageNode> shown)
    {
        FlushText();
        isInLink = true;
        IReadOnlyList<Inline> children = Read(shown);
        isInLink = false;
        Marks common = children.Where(child => !child.IsSpace).Aggregate(children.Count == 0 ? Marks.None : Marks.All, (all, child) => all & child.Marks);
        pieces.Add(new Inline(InlineKind.Link, "", common) { Address = address, Title = title, Children = children });
    }

    private void ReadImage(StorageElement image)
    {
        LinkTarget target = LinkTarget.Of(image);
        Expect(image, "ac:alt", "ac:title");
        if (target.Resource is { } resource) Expect(resource, "ri:filename", "ri:value");
        if (target.Container is not null) losses.Add("image from another page");
        string? address = target.Kind == LinkKind.Url ? target.Name : LinkAddress.Write(target);
        if (target.Kind is not (LinkKind.Url or LinkKind.Attachment) || address is null || LinkSafety.IsDangerous(address))
        {
            losses.Add("image of a kind that Markdown does not have");
            Show($"[image: {Visible(image["ac:alt"] ?? target.Name)}]");
        }
        else
        {
            Add(new Inline(InlineKind.Image, Visible(image["ac:alt"] ?? ""), Marks.None) { Address = address, Title = image["ac:title"] });
        }

        foreach (StorageElement child in image.Elements().Where(child => child != target.Resource))
        {
            losses.Add(child.Name == "ac:caption" ? "image caption" : LossNames.Of(child));
            if (child.Name != "ac:caption") continue;
            AddText(" " + PlainText.Of(child));
        }
    }

    private static bool IsTaskPlaceholder(StorageElement span) => span.Attributes is [{ Name: "class", Value: "placeholder-inline-tasks" }];

    private static string Shorten(string words) => words.Length <= 60 ? words : string.Concat(words.AsSpan(0, 57), "…");
}
