using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>A node within a line that says another thing than before, with all else that it has.</summary>
internal static class AdfInlinePatch
{
    private static readonly string[] EmojiAttributes = ["shortName", "id", "text"];

    /// <summary>Null where nothing changes.</summary>
    public static string? Of(string source, AdfObject node, Inline was, Inline now)
    {
        var patches = new SourcePatches(source);
        switch (was, Shown.Keep(was, now))
        {
            case (InlineDirective { IsOpaque: true }, _):
                return null;
            case (InlineDirective before, InlineDirective after) when before.Label != after.Label || !before.Attributes.SequenceEqual(after.Attributes):
                SetDirective(patches, node, before, after);
                break;
            case (Link before, Link after) when before.Address != after.Address:
                AdfPatch.SetAttributes(patches, node, AdfChange.Of("url", after.Address));
                break;
            case (Image before, Image after) when before.Alt != after.Alt:
                AdfPatch.SetAttributes(patches, node, AdfChange.Of("alt", after.Alt.Length == 0 ? null : after.Alt));
                break;
        }

        return patches.IsEmpty ? null : patches.Apply(node.Start, node.End);
    }

    private static void SetDirective(SourcePatches patches, AdfObject node, InlineDirective was, InlineDirective now)
    {
        switch (node.Type)
        {
            case "status" when now.Label.Length > 0:
                string? wasColour = ColourOf(was), colour = ColourOf(now);
                AdfPatch.SetAttributes(patches, node, [AdfChange.Of("text", now.Label), .. wasColour == colour ? (AdfChange[])[] : [AdfChange.Of("color", AdfColour.OfStatus(colour))]]);
                break;
            case "date" when AdfLineRenderer.Timestamp(now.Label) is { } timestamp:
                AdfPatch.SetAttributes(patches, node, AdfChange.Of("timestamp", timestamp));
                break;
            case "placeholder" when now.Label.Length > 0:
                AdfPatch.SetAttributes(patches, node, AdfChange.Of("text", now.Label));
                break;
            case "emoji" when now.Label.Length > 0:
                IReadOnlyDictionary<string, string> emoji = AdfLineRenderer.Emoji(now).Values;
                AdfPatch.SetAttributes(patches, node, [.. EmojiAttributes.Select(name => new AdfChange(name, emoji.GetValueOrDefault(name)))]);
                break;
            case "inlineExtension":
                AdfPatch.SetParameters(patches, node, AdfMacro.Said(was.Name, was.Label, was.Attributes).Parameters, AdfMacro.Said(now.Name, now.Label, now.Attributes).Parameters);
                break;
        }
    }

    private static string? ColourOf(InlineDirective status) => status.Attributes.FirstOrDefault(attribute => attribute.Name is "colour" or "color").Value;
}
