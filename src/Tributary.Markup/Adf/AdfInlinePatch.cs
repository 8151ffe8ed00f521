using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Markup.Adf;

/// <summary>A node within a line that says another thing than before, with all else that it has.</summary>
internal static class AdfInlinePatch
{
    private static readonly string[] EmojiAttributes = ["shortName", "id", "text"];

    /// <summary>Null where nothing changes.</summary>
    public static string? Of(string source, AdfObject node, Inline was, Inline now, LossLog losses)
    {
        var patches = new SourcePatches(source);
        switch (was, Shown.Keep(was, now))
        {
            case (InlineDirective { IsOpaque: true } before, InlineDirective after):
                if (before.Name != after.Name || before.Label != after.Label || !before.Attributes.SequenceEqual(after.Attributes)) losses.Add($"a change to '{before.Name}' (#{before.Handle}), of which only the place can change");
                return null;
            case (InlineDirective before, InlineDirective after) when before.Name != after.Name || before.Label != after.Label || !before.Attributes.SequenceEqual(after.Attributes):
                SetDirective(patches, node, before, after, losses);
                break;
            case (Link before, Link after):
                if (AdfLeaf.CardOf(before) != AdfLeaf.CardOf(after)) losses.Add("how a smart link within a line is shown");
                LoseWords(before, after, losses);
                if (before.Address != after.Address) AdfPatch.SetAttributes(patches, node, AdfChange.Of("url", after.Address));
                break;
            case (Image before, Image after):
                if (after.Title is { Length: > 0 } && after.Title != before.Title) losses.Add("title of an image");
                foreach (DirectiveAttribute unknown in after.Attributes.Except(before.Attributes)) losses.Add($"{unknown.Name} of an image");
                if (before.Alt != after.Alt) AdfPatch.SetAttributes(patches, node, AdfChange.Of("alt", after.Alt.Length == 0 ? null : after.Alt));
                break;
        }

        return patches.IsEmpty ? null : patches.Apply(node.Start, node.End);
    }

    /// <summary>A smart link shows the title of what it leads to.</summary>
    public static void LoseWords(Link was, Link now, LossLog losses)
    {
        string words = string.Concat(AdfLeaf.Of(now.Inlines).Select(leaf => AdfToken.TextOf(leaf.Inline)));
        if (words != was.Address && words != now.Address) losses.Add("words of a smart link, which shows its own");
    }

    private static void SetDirective(SourcePatches patches, AdfObject node, InlineDirective was, InlineDirective now, LossLog losses)
    {
        string[] known = node.Type switch
        {
            "status" => ["colour", "color"],
            "emoji" => ["shortname", "id"],
            _ => [],
        };
        foreach (DirectiveAttribute unknown in now.Attributes.Where(attribute => node.Type != "inlineExtension" && !known.Contains(attribute.Name))) losses.Add($"value '{unknown.Name}' of '{now.Name}', which has none of that name");
        if (node.Type == "status" && ColourOf(now) is { } given && AdfColour.OfStatus(given) == "neutral" && !given.Equals("grey", StringComparison.OrdinalIgnoreCase)) losses.Add($"colour '{given}' of a status");
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
                AdfPatch.SetMacro(patches, node, AdfMacro.Said(was.Name, was.Label, was.Attributes), AdfMacro.Said(now.Name, now.Label, now.Attributes));
                break;
            default:
                losses.Add($"a change of '{was.Name}' to '{now.Label}', which it cannot say");
                break;
        }
    }

    private static string? ColourOf(InlineDirective status) => status.Attributes.FirstOrDefault(attribute => attribute.Name is "colour" or "color").Value;
}
