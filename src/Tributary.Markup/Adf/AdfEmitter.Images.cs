using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Constructs;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Alters images that stand alone.</summary>
internal sealed partial class AdfEmitter
{
    /// <summary>Whether a line has become images alone, which are blocks. Those that are attached may stay in a line where they stood in one.</summary>
    private bool BecomesMedia(AdfOrigin origin, IReadOnlyList<Inline> was, IReadOnlyList<Inline> now) =>
        AreImagesAlone(now) && (!AreImagesAlone(was) || now.Any(inline => ImageOf(inline).Image is { } image && LinkAddress.Read(image.Address) is null))
        && AdfPlace.Within(Around(origin.Start, origin.End).Type).HasFlag(AdfBlocks.Media);

    /// <summary>False where it is no longer one image.</summary>
    private bool AlterImage(AdfObject single, IReadOnlyList<Inline> was, IReadOnlyList<Inline> now)
    {
        if (was is not [var old] || now is not [var fresh] || ImageOf(old) is not ({ } before, var oldLink) || ImageOf(fresh) is not ({ } after, var link)) return false;
        AdfObject media = single.Nodes.First();
        if (before.Address != after.Address && AdfMedia.Attributes(after) is null) return false;
        if (before.Address != after.Address) SetAddress(media, before, after);
        else if (before.Alt != after.Alt) AdfPatch.SetAttributes(patches, media, AdfChange.Of("alt", after.Alt.Length == 0 ? null : after.Alt));
        if (oldLink != link) SetLink(single, media, link);
        SetFrame(single, before, after);
        if (after.Title is { Length: > 0 } && after.Title != before.Title) Losses.Add("title of an image");
        foreach (DirectiveAttribute unknown in after.Attributes.Except(before.Attributes).Where(attribute => attribute.Name is not ("width" or "align" or "layout" or "caption"))) Losses.Add($"{unknown.Name} of an image");
        string caption = AdfMedia.Attribute(after, "caption") ?? "";
        if (caption != (AdfMedia.Attribute(before, "caption") ?? "")) AlterCaption(single, caption);
        return true;
    }

    /// <summary>Another picture has another size, but is of the same page.</summary>
    private void SetAddress(AdfObject media, Image before, Image after)
    {
        IReadOnlyDictionary<string, string> attributes = AdfMedia.Attributes(after)!.Values;
        bool isOfSameKind = LinkAddress.Read(before.Address) is null == LinkAddress.Read(after.Address) is null;
        string[] names = isOfSameKind ? ["type", "id", "url", "alt", "width", "height"] : [.. attributes.Keys.Union(media.Attributes!.Members.Select(member => member.Name))];
        AdfPatch.SetAttributes(patches, media, [.. names.Select(name => new AdfChange(name, attributes.GetValueOrDefault(name)))]);
    }

    private void SetLink(AdfObject single, AdfObject media, AdfLink? link)
    {
        foreach (AdfObject holder in new[] { single, media })
        {
            string wanted = ReferenceEquals(holder, media) ? Lines.Marks(default, link, isCode: false) : "";
            string[] marks = [.. holder.Marks.Where(mark => mark.Type != "link").Select(mark => Source[mark.Start..mark.End]), .. wanted.Length > 0 ? [wanted] : (string[])[]];
            AdfPatch.SetMembers(patches, holder, new AdfChange("marks", marks.Length > 0 ? $"[{string.Join(',', marks)}]" : null));
        }
    }

    private void SetFrame(AdfObject single, Image before, Image after)
    {
        bool isSame = AdfMedia.Attribute(before, "width") == AdfMedia.Attribute(after, "width") && AdfMedia.Attribute(before, "layout") == AdfMedia.Attribute(after, "layout");
        if (isSame && AdfMedia.Attribute(after, "align") is null) return;
        IReadOnlyDictionary<string, string> frame = AdfMedia.Frame(after).Values;
        string[] names = AdfMedia.Attribute(before, "width") == AdfMedia.Attribute(after, "width") ? ["layout"] : ["layout", "width", "widthType"];
        AdfPatch.SetAttributes(patches, single, [.. names.Select(name => new AdfChange(name, frame.GetValueOrDefault(name)))]);
    }

    private void AlterCaption(AdfObject single, string caption)
    {
        AdfObject[] content = [.. single.Nodes];
        if (content.Length == 2 && caption.Length > 0)
        {
            SpliceLine(content[1], AdfCaption.Line(content[1], caption, Losses));
            return;
        }

        List<AdfUnit> units = [.. content.Select((node, index) => new AdfUnit(node.Start, node.End, index == 0))];
        AdfItems.Patch(patches, units, [[], caption.Length > 0 ? [Caption(caption)] : [], .. Enumerable.Repeat<IReadOnlyList<string>>([], units.Count - 1)], single.Start);
    }
}
