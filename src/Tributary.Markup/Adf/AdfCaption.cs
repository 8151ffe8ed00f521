using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Markdown;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Markup.Adf;

/// <summary>A caption is a line; Markdown shows its words alone, among the values of the picture.</summary>
internal static class AdfCaption
{
    public static string Words(AdfObject caption) => LinePieces.Collapse(string.Concat(Pieces(caption).Select(WordsOf)));

    /// <summary>The line with other words: those that stay keep their looks, and people, dates and the like stay where all of their words do.</summary>
    public static IReadOnlyList<Inline> Line(AdfObject caption, string words, LossLog losses)
    {
        List<AdfPiece> pieces = Pieces(caption);
        string was = string.Concat(pieces.Select(WordsOf));
        int[] owners = [.. pieces.SelectMany((piece, index) => Enumerable.Repeat(index, WordsOf(piece).Length))];
        List<(int Start, int End)> old = [.. Merging.Words.Of(was)], fresh = [.. Merging.Words.Of(words)];
        int[] matches = Match([.. old.Select(word => was[word.Start..word.End])], [.. fresh.Select(word => words[word.Start..word.End])]);
        HashSet<int> whole = Whole(pieces, owners, [.. matches.Where(match => match >= 0).SelectMany(match => Enumerable.Range(old[match].Start, old[match].End - old[match].Start))], losses);
        var line = new List<Inline>();
        int next = 0, stays = 0;
        for (int j = 0; j < fresh.Count; j++)
        {
            if (matches[j] >= 0)
            {
                Keep(old[matches[j]]);
                next = matches[j] + 1;
                continue;
            }

            // A word that comes for one that went looks like it.
            string word = words[fresh[j].Start..fresh[j].End];
            if (stays <= j)
            {
                stays = j + 1;
                while (stays < fresh.Count && matches[stays] < 0) stays++;
            }

            int end = stays < fresh.Count ? matches[stays] : old.Count;
            while (next < end && (Merging.Words.IsSpace(was.AsSpan(old[next].Start)) || !IsText(pieces[owners[old[next].Start]]))) next++;
            if (next < end && !Merging.Words.IsSpace(word)) line.Add(Looking(word, pieces[owners[old[next++].Start]]));
            else line.Add(IsAmid(j) ? Looking(word, pieces[owners[old[matches[j - 1]].Start]]) : new Text(word, default));
        }

        return line;

        void Keep((int Start, int End) word)
        {
            for (int at = word.Start; at < word.End;)
            {
                int owner = owners[at], from = at;
                while (at < word.End && owners[at] == owner) at++;
                if (IsText(pieces[owner])) line.Add(Looking(was[from..at], pieces[owner]));
                else if (!whole.Contains(owner)) line.Add(new Text(was[from..at], default));
                else if (from == 0 || owners[from - 1] != owner) line.Add(Linked(pieces[owner].Inline, pieces[owner].Link));
            }
        }

        bool IsAmid(int j) => j > 0 && j + 1 < matches.Length && matches[j - 1] >= 0 && matches[j + 1] >= 0
            && IsText(pieces[owners[old[matches[j - 1]].Start]]) && owners[old[matches[j - 1]].Start] == owners[old[matches[j + 1]].Start];
    }

    private static List<AdfPiece> Pieces(AdfObject caption) => AdfLine.Pieces(caption.Nodes, () => null);

    private static bool IsText(AdfPiece piece) => AdfToken.TextOf(piece.Inline) is not null;

    private static string WordsOf(AdfPiece piece) => AdfToken.TextOf(piece.Inline) ?? piece.Inline switch
    {
        Mention mention => "@" + (piece.Node.Attribute("text")?.TrimStart('@') is { Length: > 0 } name ? name : mention.UserId),
        InlineDirective { Name: "emoji" } emoji when !AdfInline.IsEmoji(emoji.Label) => $":{emoji.Label}:",
        InlineDirective { IsOpaque: false, Label: { Length: > 0 } label } => label,
        Link card => card.Address,
        Image image => image.Alt,
        Break => " ",
        _ => AdfInline.Words(piece.Node),
    };

    private static int[] Match(string[] old, string[] fresh)
    {
        var ids = new Dictionary<string, int>();
        return Alignment.Of([.. old.Select(Id)], [.. fresh.Select(Id)]);

        int Id(string word)
        {
            string key = AdfToken.KeyOf(word.AsSpan());
            if (!ids.TryGetValue(key, out int id)) ids.Add(key, id = ids.Count);
            return id;
        }
    }

    /// <summary>What is no text and stays as it is. What goes is told, for its words alone cannot say it again.</summary>
    private static HashSet<int> Whole(List<AdfPiece> pieces, int[] owners, HashSet<int> kept, LossLog losses)
    {
        HashSet<int> broken = [.. Enumerable.Range(0, owners.Length).Where(at => !kept.Contains(at)).Select(at => owners[at])];
        foreach (int index in broken.Order())
        {
            if (!IsText(pieces[index]) && pieces[index].Inline is not Break) losses.Add($"{pieces[index].Node.Type} '{WordsOf(pieces[index])}' of a caption");
        }

        return [.. Enumerable.Range(0, pieces.Count).Where(index => !broken.Contains(index))];
    }

    private static Inline Looking(string words, AdfPiece like) => Linked(like.Inline is Code ? new Code(words, like.Inline.Marks) : new Text(words, like.Inline.Marks), like.Link);

    private static Inline Linked(Inline inline, AdfLink? link) => link is { } target ? new Link(target.Address, target.Title, [inline], default) : inline;
}
