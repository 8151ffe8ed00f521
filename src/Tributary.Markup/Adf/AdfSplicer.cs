using System.Text;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>A node of a line as it shall be.</summary>
/// <param name="Item">The place of the node of which it is an exact copy, or -1.</param>
internal readonly record struct AdfSpliced(string Json, int Item);

/// <summary>
/// Writes a line again word by word: words that are still there keep their letters, their node and the marks on it that no reader sees, such as the anchor of a comment.
/// </summary>
internal sealed class AdfSplicer(string source, AdfLineRenderer lines, AdfHandles handles)
{
    private const int FarthestReplaced = 100;

    private readonly List<AdfSpliced> spliced = [];
    private readonly StringBuilder text = new();
    private IReadOnlyList<AdfObject> nodes = [];
    private List<AdfToken> old = [];
    private AdfSeen seen = AdfSeen.None;

    // The node whose text is being written (-1 for a new one), how it looks, how Markdown shows that, and how far it was copied without a change, or -1.
    private bool isOpen;
    private int item;
    private AdfLook look;
    private AdfLook shownLook;
    private int copied;

    // Nodes of links of which no word is left.
    private HashSet<int> emptied = [];

    // The node that a new word took over from one that went, until a word is kept.
    private int takenOver = -1;

    public static List<AdfSpliced> Splice(string source, AdfLineRenderer lines, AdfHandles handles, IReadOnlyList<AdfObject> nodes, IReadOnlyList<Inline> line)
    {
        List<AdfToken> old = AdfToken.OfPage(nodes, handles.Of);
        var seen = AdfSeen.Of(old, nodes);
        return new AdfSplicer(source, lines, handles) { nodes = nodes, old = old, seen = seen }.Write(seen.Cut(AdfFresh.Of(line)));
    }

    private List<AdfSpliced> Write(List<AdfFresh> fresh)
    {
        int[] matches = AdfFresh.Match(old, fresh);
        MoveBlanks(fresh, matches);
        LetGoBlanks(fresh, matches);
        HashSet<int> letGo = AnchorsLetGo(matches);
        for (int j = 0; j < matches.Length; j++)
        {
            if (matches[j] >= 0 && letGo.Contains(old[matches[j]].Item)) matches[j] = -1;
        }

        int[] freed = [.. seen.Freed(fresh, matches).Select(word => word >= 0 && letGo.Contains(old[word].Item) ? -1 : word)];
        int[] next = Next(fresh, matches);
        bool[] kept = new bool[old.Count];
        foreach (int match in matches.Where(match => match >= 0)) kept[match] = true;
        emptied = [.. old.Where((_, i) => IsWord(i) && old[i].Look.Link is not null).Select(token => token.Item)];
        emptied.ExceptWith(old.Where((_, i) => IsWord(i) && kept[i]).Select(token => token.Item));
        emptied.ExceptWith(freed.Where(word => word >= 0).Select(word => old[word].Item));
        emptied.UnionWith(letGo);
        int lastOld = -1, nextOld = 0;
        for (int j = 0; j < fresh.Count; j++)
        {
            bool isWord = AdfToken.TextOf(fresh[j].Leaf.Inline) is not null;
            KeepUnseen(ref nextOld, matches[j] >= 0 ? matches[j] : old.Count, kept, fresh, j);
            if (matches[j] >= 0) (lastOld, nextOld) = (matches[j], matches[j] + 1);
            if (isWord && matches[j] >= 0) Keep(old[matches[j]], WantedLook(fresh[j], matches[j]), fresh[j].Look);
            else if (isWord && freed[j] >= 0) TakeOver(fresh[j], freed[j]);
            else if (isWord) Put(fresh[j], next[j] < 0 ? null : old[matches[next[j]]], next[j] < 0 ? default : WantedLook(fresh[next[j]], matches[next[j]]));
            else if (matches[j] >= 0) PutNode(old[matches[j]].Item, old[matches[j]].Inline!, fresh[j].Leaf);
            else PutFresh(fresh[j].Leaf, Replaced(fresh[j].Leaf.Inline, kept, ref lastOld));

            // What went in front of the next word that stays makes place for what comes.
            if (j + 1 == fresh.Count || matches[j + 1] >= 0) PassGone(ref nextOld, j + 1 < fresh.Count ? matches[j + 1] : old.Count, kept, fresh, j + 1);
        }

        Close();
        return spliced;
    }

    /// <summary>Nodes of comments whose words are gone.</summary>
    private HashSet<int> AnchorsLetGo(int[] matches)
    {
        ILookup<string, int> anchors = nodes.SelectMany((node, item) => node.Marks.Where(mark => mark.Type == AdfLost.Anchor).Select(mark => (Id: mark.Attribute("id") ?? "", item))).ToLookup(anchor => anchor.Id, anchor => anchor.item);
        if (anchors.Count == 0) return [];
        string[] line = [.. old.Select(token => token.Key)];
        bool[] kept = new bool[old.Count];
        foreach (int match in matches.Where(match => match >= 0)) kept[match] = true;
        ILookup<bool, IGrouping<string, int>> stay = anchors.ToLookup(items => Anchors.Stays(line, kept, [.. Enumerable.Range(0, old.Count).Where(i => items.Contains(old[i].Item))]));

        // Where two comments share words, one that stays holds them.
        return [.. stay[false].SelectMany(items => items).Except(stay[true].SelectMany(items => items))];
    }

    /// <summary>A blank stays beside the word of its own node, on which side ever new words come between the two that it parts.</summary>
    private void MoveBlanks(List<AdfFresh> fresh, int[] matches)
    {
        for (int j = 0, last = -1; j < matches.Length; j++)
        {
            if (matches[j] < 0) continue;
            int blank = matches[j] - 1;
            bool isBetween = last >= 0 && j - last > 2 && fresh[j - 1].Key == " " && fresh[last].Key == " " && matches[last] == blank;
            if (isBetween && BelongsBehind(fresh[j - 2].Look, blank)) (matches[last], matches[j - 1]) = (-1, blank);
            last = j;
        }
    }

    private bool BelongsBehind(AdfLook between, int blank)
    {
        bool isOfWordBefore = IsOfNode(blank - 1, blank), isOfWordAfter = IsOfNode(blank, blank + 1);
        if (isOfWordBefore == isOfWordAfter) return false;
        return between != seen.Look(blank + 1) && (isOfWordAfter || between == seen.Look(blank - 1));
    }

    /// <summary>A blank is no reason to keep a link that the line no longer has, nor marks that no one sees on it where it has left their words.</summary>
    private void LetGoBlanks(List<AdfFresh> fresh, int[] matches)
    {
        HashSet<AdfLink> links = [.. fresh.Select(word => word.Look.Link).OfType<AdfLink>()];
        HashSet<AdfLink> gone = [.. old.Where((_, i) => IsWord(i)).Select(word => word.Look.Link).OfType<AdfLink>().Where(link => !links.Contains(link))];
        for (int j = 0; j < matches.Length; j++)
        {
            int place = matches[j];
            if (place < 0 || fresh[j].Key != " ") continue;
            bool isOfGone = old[place].Look.Link is { } link && gone.Contains(link);
            if (isOfGone || (old[place].Look != fresh[j].Look && HasLeft(j, place))) matches[j] = -1;
        }

        bool HasLeft(int j, int place)
        {
            bool isAfter = IsOfNode(place - 1, place), isBefore = IsOfNode(place, place + 1);
            return (isAfter || isBefore) && !(isAfter && j > 0 && IsBeside(j - 1, place - 1)) && !(isBefore && j + 1 < matches.Length && IsBeside(j + 1, place + 1));
        }

        bool IsBeside(int j, int place) => matches[j] == place || (matches[j] < 0 && fresh[j].Look == seen.Look(place));
    }

    private bool IsOfNode(int place, int next) => place >= 0 && next < old.Count && old[place].Item == old[next].Item;

    /// <summary>Blanks and breaks that Markdown does not show stay, up to the next part that it does.</summary>
    private void KeepUnseen(ref int nextOld, int end, bool[] kept, List<AdfFresh> fresh, int next)
    {
        for (; nextOld < end && !kept[nextOld] && seen.IsUnseen(nextOld) && WouldBeUnseen(old[nextOld], fresh, next); nextOld++) KeepUnseen(old[nextOld]);
    }

    private void PassGone(ref int nextOld, int end, bool[] kept, List<AdfFresh> fresh, int next)
    {
        for (; nextOld < end && !kept[nextOld]; nextOld++)
        {
            if (seen.IsUnseen(nextOld) && WouldBeUnseen(old[nextOld], fresh, next)) KeepUnseen(old[nextOld]);
        }
    }

    private bool IsWord(int token) => old[token].Inline is null && old[token].Key is not (" " or "");

    /// <summary>Whether no one sees it there either: beside a break or at an end of the line. A link whose words are gone goes with its blanks.</summary>
    private bool WouldBeUnseen(AdfToken token, List<AdfFresh> fresh, int next)
    {
        if (emptied.Contains(token.Item)) return false;
        if (token.Key.Length == 0 || next == 0 || next == fresh.Count) return true;
        return token.Inline is null && (IsBlank(fresh[next - 1]) || IsBlank(fresh[next]));

        static bool IsBlank(AdfFresh fresh) => fresh.Key == " " || fresh.Leaf.Inline is Break;
    }

    private void KeepUnseen(AdfToken token)
    {
        if (token.Inline is null) Keep(token, token.Look, token.Look);
        else PutNode(token.Item, token.Inline, new AdfLeaf(token.Inline, default, null));
    }

    private AdfLook WantedLook(AdfFresh fresh, int match) => fresh.Look == seen.Look(match) ? old[match].Look : fresh.Look;

    private void Keep(AdfToken token, AdfLook wanted, AdfLook shown)
    {
        if (!isOpen || item != token.Item || look != wanted) Open(token.Item, wanted, shown, token.Look == wanted && token.From == 0 ? 0 : -1);
        takenOver = -1;

        // A blank shows no marks: what is said beside it has those of its node only if it shows them.
        shownLook = token.Key == " " ? wanted : shown;
        copied = copied == token.From ? token.To : -1;
        AdfScalar scalar = TextOf(nodes[token.Item]);
        int[] offsets = OffsetsOf(token.Item, scalar);
        text.Append(source, offsets[token.From], offsets[token.To] - offsets[token.From]);
    }

    /// <summary>A word that comes for one that went has its place, and all that is known of that.</summary>
    private void TakeOver(AdfFresh word, int freed)
    {
        AdfToken gone = old[freed];
        if (!isOpen || item != gone.Item || look != gone.Look) Open(gone.Item, gone.Look, word.Look, -1);
        copied = -1;
        takenOver = gone.Item;
        text.Append(AdfJson.Escape(word.Text));
    }

    /// <summary>A new word goes into the node on its left or right if it looks the same, but widens no comment: into one of those only if it stands amid it.</summary>
    private void Put(AdfFresh word, AdfToken? next, AdfLook nextLook)
    {
        bool isLeft = isOpen && shownLook == word.Look;
        bool isAmid = isLeft && item >= 0 && ((next is { } right && right.Item == item) || takenOver == item);
        if (isAmid || (isLeft && (item < 0 || !HasHidden(nodes[item])))) copied = -1;
        else if (next is { } after && !HasHidden(nodes[after.Item])) Open(after.Item, nextLook, word.Look, -1);
        else Open(-1, word.Look, word.Look, -1);
        text.Append(AdfJson.Escape(word.Text));
    }

    /// <summary>For each new word the kept one after it, if all up to that look the same; else -1.</summary>
    private int[] Next(List<AdfFresh> fresh, int[] matches)
    {
        int[] next = new int[fresh.Count];
        Array.Fill(next, -1);
        for (int j = fresh.Count - 2; j >= 0; j--)
        {
            bool isNewWord = matches[j] < 0 && AdfToken.TextOf(fresh[j].Leaf.Inline) is not null;
            if (!isNewWord || fresh[j + 1].Look != fresh[j].Look || AdfToken.TextOf(fresh[j + 1].Leaf.Inline) is null) continue;
            next[j] = matches[j + 1] < 0 ? next[j + 1] : fresh[j + 1].Key == " " && WantedLook(fresh[j + 1], matches[j + 1]) != fresh[j].Look ? -1 : j + 1;
        }

        return next;
    }

    /// <summary>A node of the page that is no longer there and of the same kind as the new one.</summary>
    private AdfToken? Replaced(Inline fresh, bool[] kept, ref int lastOld)
    {
        // A kept word ends the search, and so does a distance at which nobody would see the one in the other.
        for (int i = lastOld + 1; i < Math.Min(old.Count, lastOld + 1 + FarthestReplaced) && !kept[i]; i++)
        {
            if (old[i].Inline is not { } inline || !AdfToken.AreOfOneKind(inline, fresh)) continue;
            lastOld = i;
            return old[i];
        }

        return null;
    }

    private void PutNode(int place, Inline was, AdfLeaf leaf)
    {
        Close();
        string? changed = AdfInlinePatch.Of(source, nodes[place], was, leaf.Inline, handles.Losses);
        spliced.Add(changed is null ? new AdfSpliced(source[nodes[place].Start..nodes[place].End], place) : new AdfSpliced(changed, -1));
    }

    private void PutFresh(AdfLeaf leaf, AdfToken? replaced)
    {
        if (replaced is { } token)
        {
            PutNode(token.Item, token.Inline!, leaf);
            return;
        }

        Close();
        if (leaf.Inline is InlineDirective { Handle: { } handle } directive && handles.Take(handle) is var (node, was))
        {
            spliced.Add(new AdfSpliced(AdfInlinePatch.Of(source, node, was, directive, handles.Losses) ?? source[node.Start..node.End], -1));
            return;
        }

        spliced.AddRange(lines.Write([leaf]).Select(json => new AdfSpliced(json, -1)));
    }

    private void Open(int place, AdfLook wanted, AdfLook shown, int from)
    {
        if (isOpen && place < 0 && item < 0 && look == wanted) return;
        Close();
        (isOpen, item, look, shownLook, copied) = (true, place, wanted, shown, from);
    }

    private void Close()
    {
        if (isOpen && text.Length > 0) spliced.Add(item < 0 ? New() : copied == TextOf(nodes[item]).Value!.Length ? new AdfSpliced(source[nodes[item].Start..nodes[item].End], item) : Altered());
        text.Clear();
        isOpen = false;
    }

    private AdfSpliced New()
    {
        string marks = lines.Marks(look.Marks, look.Link, look.IsCode);
        return new AdfSpliced(marks.Length == 0 ? $"{{\"type\":\"text\",\"text\":\"{text}\"}}" : $"{{\"type\":\"text\",\"text\":\"{text}\",\"marks\":[{marks}]}}", -1);
    }

    private AdfSpliced Altered()
    {
        AdfObject node = nodes[item];
        var patches = new SourcePatches(source);
        AdfScalar scalar = TextOf(node);
        patches.Replace(scalar.Start + 1, scalar.End - 1, text.ToString());
        (Marks marks, AdfLink? link, bool isCode) = AdfMarks.Read(node);
        if (new AdfLook(marks, link, isCode) != look) AdfPatch.SetMembers(patches, node, new AdfChange("marks", MarksOf(node)));
        return new AdfSpliced(patches.Apply(node.Start, node.End), -1);
    }

    /// <summary>The marks that no reader sees, those that still hold, and the new ones.</summary>
    private string? MarksOf(AdfObject node)
    {
        List<(string Type, string Json)> wanted = [.. AdfMarks.Write(look.Marks, lines.Reachable(look.Link), look.IsCode)];
        var marks = new List<string>();
        foreach (AdfObject mark in node.Marks)
        {
            bool isSeen = AdfMarks.IsSeen(mark.Type);
            int place = isSeen ? wanted.FindIndex(each => each.Type == mark.Type && AdfMarks.SaysSame(mark, look)) : -1;
            if (isSeen && place < 0) continue;
            if (place >= 0) wanted.RemoveAt(place);
            marks.Add(source[mark.Start..mark.End]);
        }

        marks.AddRange(wanted.Select(mark => mark.Json));
        return marks.Count == 0 ? null : $"[{string.Join(',', marks)}]";
    }

    private static bool HasHidden(AdfObject node) => node.Marks.Any(mark => !AdfMarks.IsSeen(mark.Type));

    private static AdfScalar TextOf(AdfObject node) => (AdfScalar)node["text"]!;

    private int offsetsItem = -1;
    private int[] offsets = [];

    private int[] OffsetsOf(int place, AdfScalar scalar)
    {
        if (offsetsItem == place) return offsets;
        offsetsItem = place;
        return offsets = AdfRawText.Offsets(source, scalar);
    }
}
