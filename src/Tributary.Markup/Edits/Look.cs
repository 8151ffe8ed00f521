using Tributary.Markup.Markdown;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

/// <summary>How a letter of a line looks, and the link that it stands in.</summary>
internal readonly record struct Look(Marks Marks, bool IsCode, Link? Link)
{
    /// <summary>Nothing is said of it.</summary>
    public bool IsPlain => Marks == default && !IsCode && Link is null;

    public Look And(Look own) => new(Marks.And(own.Marks), IsCode || own.IsCode, own.Link ?? Link);

    public Look Without(Look asked) => new(Marks.Without(asked.Marks), IsCode && !asked.IsCode, asked.Link is null ? Link : null);

    public Look Common(Look other) => new(Marks.Common(other.Marks), IsCode && other.IsCode, ReferenceEquals(Link, other.Link) ? Link : null);

    /// <summary>Whether it has all that is asked for.</summary>
    public bool Has(Look asked) => Marks.And(asked.Marks) == Marks && (IsCode || !asked.IsCode) && (asked.Link is null || (Link is not null && Target(Link) == Target(asked.Link)));

    /// <summary>What a link says besides its text.</summary>
    public static string Target(Link link) => MarkdownWriter.Canonical([link with { Inlines = [new Text("x", default)], Marks = default }]);
}

internal static class MarksArithmetic
{
    /// <summary>With other marks on top.</summary>
    public static Marks And(this Marks marks, Marks own) => new(marks.Flags | own.Flags, own.Color ?? marks.Color, own.Highlight ?? marks.Highlight);

    public static Marks Without(this Marks marks, Marks other) => new(marks.Flags & ~other.Flags, other.Color is null ? marks.Color : null, other.Highlight is null ? marks.Highlight : null);

    public static Marks Common(this Marks marks, Marks other) => new(marks.Flags & other.Flags, marks.Color == other.Color ? marks.Color : null, marks.Highlight == other.Highlight ? marks.Highlight : null);
}
