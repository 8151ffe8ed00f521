using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

/// <summary>Letters of a line to take out, and what to put in their place. Never empty: <paramref name="Start"/> is before <paramref name="End"/>.</summary>
internal readonly record struct LineSplice(int Start, int End, IReadOnlyList<Inline> Put);

/// <summary>The letters of a line, in which a range can be written anew.</summary>
internal static class LineText
{
    /// <summary>Stands for what is no text: an image, a person, a status.</summary>
    public const char Object = '\uFFFC';

    public static string Of(IReadOnlyList<Inline> line) => Write(line, static _ => Object.ToString());

    /// <summary>As a reader would say it: with the labels of what is no text.</summary>
    public static string Visible(IReadOnlyList<Inline> line) => Write(line, static inline => inline switch
    {
        InlineDirective directive => directive.Label,
        Image image => image.Alt,
        _ => " ",
    });

    /// <summary>The letters that one inline takes, wherever in the line it stands.</summary>
    public static (int Start, int End)? RangeOf(IReadOnlyList<Inline> line, Inline wanted)
    {
        int at = 0;
        return Find(line);

        (int, int)? Find(IReadOnlyList<Inline> inlines)
        {
            foreach (Inline inline in inlines)
            {
                int start = at;
                (int, int)? inner = inline is Link link ? Find(link.Inlines) : null;
                if (inner is not null) return inner;
                if (inline is not Link) at += Length(inline);
                if (ReferenceEquals(inline, wanted)) return (start, at);
            }

            return null;
        }
    }

    /// <param name="splices">In order, none reaching into the next.</param>
    public static IReadOnlyList<Inline> Splice(IReadOnlyList<Inline> line, IReadOnlyList<LineSplice> splices) => new Splicer(splices).Cut(line, inLink: false);

    private static string Write(IReadOnlyList<Inline> line, Func<Inline, string> other)
    {
        var text = new StringBuilder();
        Append(line);
        return text.ToString();

        void Append(IReadOnlyList<Inline> inlines)
        {
            foreach (Inline inline in inlines)
            {
                if (inline is Link link) Append(link.Inlines);
                else text.Append(Letters(inline) ?? other(inline));
            }
        }
    }

    private static string? Letters(Inline inline) => inline switch
    {
        Text text => text.Value,
        Code code => code.Value,
        Break => "\n",
        _ => null,
    };

    private static int Length(Inline inline) => Letters(inline)?.Length ?? 1;

    private sealed class Splicer(IReadOnlyList<LineSplice> splices)
    {
        private int at;
        private int next;

        public IReadOnlyList<Inline> Cut(IReadOnlyList<Inline> line, bool inLink)
        {
            var result = new List<Inline>(line.Count + 2);
            bool changed = false;
            foreach (Inline inline in line)
            {
                if (inline is Link link)
                {
                    IReadOnlyList<Inline> inner = Cut(link.Inlines, inLink: true);
                    changed |= !ReferenceEquals(inner, link.Inlines);
                    if (ReferenceEquals(inner, link.Inlines)) result.Add(link);
                    else if (inner.Count > 0) result.Add(link with { Inlines = inner });
                    continue;
                }

                int end = at + Length(inline);
                while (next < splices.Count && splices[next].End <= at) next++;
                if (next == splices.Count || splices[next].Start >= end)
                {
                    result.Add(inline);
                }
                else
                {
                    changed = true;
                    CutPiece(inline, end, inLink, result);
                }

                at = end;
            }

            return changed ? Joined(result) : line;
        }

        private void CutPiece(Inline piece, int end, bool inLink, List<Inline> result)
        {
            int from = at;
            for (int i = next; i < splices.Count && splices[i].Start < end; i++)
            {
                LineSplice splice = splices[i];
                if (splice.Start > from) Add(piece, from, splice.Start, result);
                if (splice.Start >= at) result.AddRange(Dressed(splice.Put, piece, inLink));
                from = Math.Min(end, splice.End);
            }

            if (from < end) Add(piece, from, end, result);
        }

        private void Add(Inline piece, int from, int to, List<Inline> result) => result.Add(piece switch
        {
            Text text => text with { Value = text.Value[(from - at)..(to - at)] },
            Code code => code with { Value = code.Value[(from - at)..(to - at)] },
            _ => piece,
        });

        // What is put in looks as what it replaces, and as itself besides. In code it is code, and a link holds no link.
        private static IEnumerable<Inline> Dressed(IReadOnlyList<Inline> put, Inline place, bool inLink)
        {
            foreach (Inline inline in put)
            {
                if (inLink && inline is Link link)
                {
                    foreach (Inline inner in Dressed(link.Inlines, place, inLink)) yield return inner;
                    continue;
                }

                yield return (inline, place) switch
                {
                    (Break, _) => inline,
                    (Text text, Code code) => new Code(text.Value, code.Marks),
                    _ => inline with { Marks = Both(place.Marks, inline.Marks) },
                };
            }
        }

        private static Marks Both(Marks place, Marks own) => new(place.Flags | own.Flags, own.Color ?? place.Color, own.Highlight ?? place.Highlight);

        private static List<Inline> Joined(List<Inline> pieces)
        {
            var joined = new List<Inline>(pieces.Count);
            foreach (Inline piece in pieces)
            {
                switch (piece, joined.LastOrDefault())
                {
                    case (Text { Value.Length: 0 } or Code { Value.Length: 0 }, _):
                        break;
                    case (Text text, Text before) when text.Marks == before.Marks:
                        joined[^1] = before with { Value = before.Value + text.Value };
                        break;
                    case (Code code, Code before) when code.Marks == before.Marks:
                        joined[^1] = before with { Value = before.Value + code.Value };
                        break;
                    default:
                        joined.Add(piece);
                        break;
                }
            }

            return joined;
        }
    }
}
