using Tributary.Markup.Constructs;
using Tributary.Markup.Constructs.Macros;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using Tributary.Markup.Syntax;

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
        if (!inlineOriginals.TryGetValue(handle, out InlineDirective? original)) return null;
        if (!copiedOriginals.Add(handle))
        {
            losses.Add(Merger.SecondCopy(original.Name, handle));
            return null;
        }

        var origin = (StorageOrigin)original.Origin!;
        SourcePatches outer = patches;
        patches = new SourcePatches(source.Source);
        if (!original.IsOpaque) SetParameters(origin.Element!, original, directive);
        string text = patches.Apply(origin.Start, origin.End);
        patches = outer;
        return text;
    }

    /// <summary>Makes a macro or picture say something else in its place, so that what only the editor knows of it stays.</summary>
    private bool AlterInline(Inline was, Inline now)
    {
        if (was.Origin is not StorageOrigin { Element: { } element }) return false;
        switch (was, now)
        {
            case (InlineDirective before, InlineDirective after) when before.Name == after.Name && Macro.IsMacro(element) && IsOne(before, after):
                SetParameters(element, before, after);
                return true;
            case (Image before, Image after) when before.Address == after.Address && element.Name == "ac:image":
                if (Caption(before) != Caption(after) && !AlterCaption(element, Caption(after))) return false;
                SetAttribute(element, "ac:alt", after.Alt.Length > 0 ? after.Alt : null);
                SetAttribute(element, "ac:title", after.Title);
                SetLayout(element, WithoutCaption(before), WithoutCaption(after));
                return true;
            default:
                return false;
        }
    }

    private bool AlterCaption(StorageElement image, string? words)
    {
        if (string.IsNullOrEmpty(words) || image.Child("ac:caption") is not { } caption) return false;
        StorageElement holder = caption.Elements().ToList() is [{ Name: "p" } only] ? only : caption;
        IReadOnlyList<Inline> was = StorageModel.ReadLine(holder.Children);
        if (was is not [Text { Marks.Flags: Mark.None }]) return false;
        new LineSplicer(source.Source, patches, renderer.Write).Splice(holder.Children, holder.ContentStart, was, [new Text(words, default)]);
        return true;
    }

    private static List<DirectiveAttribute> WithoutCaption(Image image) => [.. image.Attributes.Where(attribute => attribute.Name != "caption")];

    // A handle names one macro of the page; this may be another.
    private static bool IsOne(InlineDirective before, InlineDirective after) => !before.IsOpaque && after.Handle is null && before.Handle is null;

    private static string? Caption(Image image) => image.Attributes.FirstOrDefault(attribute => attribute.Name == "caption").Value;

    private void SetParameters(StorageElement macro, InlineDirective was, InlineDirective now) => SetParameters(
        macro, MacroNotation.ToMacro(was.Name, was.Label, was.Attributes).Parameters, MacroNotation.ToMacro(now.Name, now.Label, now.Attributes).Parameters);
}
