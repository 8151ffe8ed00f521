using System.Text;
using Tributary.Markup.Constructs;
using Tributary.Markup.Constructs.Dates;
using Tributary.Markup.Constructs.Emoji;
using Tributary.Markup.Constructs.Images;
using Tributary.Markup.Constructs.Macros;
using Tributary.Markup.Constructs.Maths;
using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Constructs.Placeholders;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Storage;

internal sealed partial class StorageEmitter
{
    private readonly HashSet<string> copiedOriginals = [];
    private Dictionary<string, InlineDirective>? inlineOriginals;

    /// <summary>The bytes of an inline macro of the page, for one that moved to another place; null where it is none of the page.</summary>
    private string? InlineOriginal(InlineDirective directive)
    {
        if (directive.Handle is not { } handle) return null;
        inlineOriginals ??= Placeholders.InLines(page.Blocks).ToDictionary(original => original.Handle!, StringComparer.Ordinal);
        if (!inlineOriginals.TryGetValue(handle, out InlineDirective? original))
        {
            losses.Add(Merger.NoneOfThisPage(handle));
            return null;
        }

        if (!copiedOriginals.Add(handle))
        {
            losses.Add(Merger.SecondCopy(original.Name, handle));
            return null;
        }

        var origin = (StorageOrigin)original.Origin!;
        SourcePatches outer = patches;
        patches = new SourcePatches(source.Source);
        AlterDirective(origin.Element!, original, directive);
        string text = patches.Apply(origin.Start, origin.End);
        patches = outer;
        return text;
    }

    /// <summary>Makes a macro or picture say something else in its place, so that what only the editor knows of it stays.</summary>
    private bool AlterInline(Inline was, Inline now)
    {
        if (was.Origin is not StorageOrigin { Element: { } element }) return false;
        switch (was, Shown.Keep(was, now))
        {
            case (InlineDirective before, InlineDirective after) when before.Handle == after.Handle && (before.Name == after.Name || before.Handle is not null):
                return AlterDirective(element, before, after);
            case (Image before, Image after) when element.Name == "ac:image" && (before.Address == after.Address || SetPicture(element, after)):
                SetAttribute(element, "ac:alt", after.Alt.Length > 0 ? after.Alt : null);
                SetAttribute(element, "ac:title", after.Title);
                SetValues(element, "image", WithoutCaption(before.Attributes), WithoutCaption(after.Attributes), ImageConstruct.Values);
                if (after.Attributes.All(attribute => attribute.Name != "border") && element.Elements().FirstOrDefault(ImageConstruct.IsBorder) is { } border) patches.Remove(border.Start, border.End);
                SetCaption(element, Caption(before.Attributes), Caption(after.Attributes));
                return true;
            case (Image, Image { Attributes: [] } after) when element.Name == "img" && LinkAddress.Read(after.Address) is null && after.Address.Contains("://", StringComparison.Ordinal) && !LinkSafety.IsDangerous(after.Address):
                SetAttribute(element, "src", after.Address);
                SetAttribute(element, "alt", after.Alt);
                SetAttribute(element, "title", after.Title);
                return true;
            default:
                return false;
        }
    }

    private bool AlterDirective(StorageElement element, InlineDirective was, InlineDirective now)
    {
        switch (was.Name)
        {
            case OpaqueConstruct.Name:
                if (was.Name != now.Name || was.Label != now.Label || !WithoutCaption(was.Attributes).SequenceEqual(WithoutCaption(now.Attributes)))
                    losses.Add($"a change to '{was.Name}' (#{was.Handle}), of which only the place{(element.Name == "ac:image" ? " and the caption" : "")} can change");
                if (element.Name == "ac:image") SetCaption(element, Caption(was.Attributes), Caption(now.Attributes));
                return true;
            case MathConstruct.Name:
                SetParameter(element, "body", now.Label);
                return true;
            case DateConstruct.Name when DateConstruct.IsDate(now.Label):
                SetAttribute(element, "datetime", now.Label);
                return true;
            case EmojiConstruct.Name when now.Label.Length > 0:
                SetSame(element, text => EmojiConstruct.Write(was, text), text => EmojiConstruct.Write(now, text));
                foreach (DirectiveAttribute unknown in now.Attributes.Where(attribute => attribute.Name is not ("shortname" or "id" or "name"))) losses.Add($"value '{unknown.Name}' of 'emoji', which has none of that name");
                return true;
            case PlaceholderConstruct.Variable when now.Label.Length > 0:
                SetSame(element, text => PlaceholderConstruct.Write(was, text), text => PlaceholderConstruct.Write(now, text));
                return true;
            case PlaceholderConstruct.Placeholder when now.Label.Length > 0:
                SetSame(element, text => PlaceholderConstruct.Write(was, text), text => PlaceholderConstruct.Write(now, text));
                new LineSplicer(source.Source, patches, renderer.Write).SpliceWords(element.Children, element.ContentStart, was.Label, now.Label);
                return true;
            default:
                if (!Macro.IsMacro(element)) return false;
                SetMacro(element, MacroNotation.ToMacro(was.Name, was.Label, was.Attributes), MacroNotation.ToMacro(now.Name, now.Label, now.Attributes));
                return true;
        }
    }

    /// <summary>The attributes that a new element would have otherwise; those that it has besides stay.</summary>
    private void SetSame(StorageElement element, Action<StringBuilder> writeOld, Action<StringBuilder> writeNew)
    {
        StorageElement was = Written(writeOld), now = Written(writeNew);
        foreach (string name in was.Attributes.Concat(now.Attributes).Select(attribute => attribute.Name).Distinct())
        {
            if (was[name] != now[name]) SetAttribute(element, name, now[name]);
        }

        static StorageElement Written(Action<StringBuilder> write)
        {
            var text = new StringBuilder();
            write(text);
            return StorageDocument.Parse(text.ToString()).Root.Elements().First();
        }
    }

    /// <summary>Shows another picture in the same frame.</summary>
    private bool SetPicture(StorageElement image, Image now)
    {
        var text = new StringBuilder();
        if (LinkTarget.Of(image).Resource is not { } resource || !ImageConstruct.TryWriteResource(now.Address, text)) return false;
        bool isWeb = text.ToString().StartsWith("<ri:url", StringComparison.Ordinal);
        if (isWeb && resource.Name == "ri:url")
        {
            SetAttribute(resource, "ri:value", now.Address);
            return true;
        }

        patches.Replace(resource.Start, resource.End, text.ToString());
        return true;
    }

    private void SetCaption(StorageElement image, string? was, string? now)
    {
        if ((was ?? "") == (now ?? "")) return;
        if (image.Child("ac:caption") is not { } caption)
        {
            string written = new StringBuilder("<ac:caption><p>").AppendEscaped(now).Append("</p></ac:caption>").ToString();
            if (LinkTarget.Of(image).Resource is { } resource) patches.Insert(resource.End, written);
            else SetContent(image, written);
        }
        else if (string.IsNullOrEmpty(now))
        {
            patches.Remove(caption.Start, caption.End);
        }
        else if (IsEmptyTag(caption))
        {
            Expand(caption, new StringBuilder("<p>").AppendEscaped(now).Append("</p>").ToString());
        }
        else
        {
            new LineSplicer(source.Source, patches, renderer.Write).SpliceWords(caption.Children, caption.ContentStart, was ?? "", now);
        }
    }

    private static List<DirectiveAttribute> WithoutCaption(IReadOnlyList<DirectiveAttribute> attributes) => [.. attributes.Where(attribute => attribute.Name != "caption")];

    private static string? Caption(IReadOnlyList<DirectiveAttribute> attributes) => attributes.FirstOrDefault(attribute => attribute.Name == "caption").Value;
}
