using Tributary.Markup.Model;

namespace Tributary.Markup.Merging;

/// <summary>Values that Markdown shows without what no one sees. One that is shown as before was not changed.</summary>
internal static class Shown
{
    public static string Keep(string was, string now) => was != now && VisibleText.Of(was) == now ? was : now;

    public static IReadOnlyList<DirectiveAttribute> Keep(IReadOnlyList<DirectiveAttribute> was, IReadOnlyList<DirectiveAttribute> now)
    {
        if (was.SequenceEqual(now)) return was;
        return [.. now.Select(attribute => was.Where(old => old.Name == attribute.Name && VisibleText.Of(old.Value) == attribute.Value).Cast<DirectiveAttribute?>().FirstOrDefault() ?? attribute)];
    }

    public static Inline Keep(Inline was, Inline now) => (was, now) switch
    {
        (InlineDirective before, InlineDirective after) => after with { Label = Keep(before.Label, after.Label), Attributes = Keep(before.Attributes, after.Attributes) },
        (Image before, Image after) => after with
        {
            Alt = Keep(before.Alt, after.Alt),
            Title = after.Title is { } title ? Keep(before.Title ?? "", title) : null,
            Attributes = Keep(before.Attributes, after.Attributes),
        },
        _ => now,
    };
}
