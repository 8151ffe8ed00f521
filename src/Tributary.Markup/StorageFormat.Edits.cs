using System.Text;
using Tributary.Markup.Edits;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup;

public static partial class StorageFormat
{
    /// <summary>Carries out operations on a body, all or none. Bytes outside of what they name stay as they are.</summary>
    /// <param name="options">Those that the page was read with.</param>
    public static EditResult Edit(string storage, IReadOnlyList<EditOperation> operations, MarkdownOptions? options = null)
    {
        StorageDocument source = StorageDocument.Parse(storage);
        if (!source.IsComplete)
            return new EditResult(storage, [], [], [new EditProblem(EditProblemCode.Invalid, 1, "The body is too deep, too long or not well-formed, and can be edited as storage format alone.", [])]);

        Document page = StorageModel.Read(source);
        LossLog losses = new(), notes = new();
        (IReadOnlyList<Block> blocks, GivenUp givenUp, IReadOnlyList<EditProblem> problems) = Editor.Apply(page, operations, losses, notes, options?.Site);
        if (problems.Count > 0 || ReferenceEquals(blocks, page.Blocks)) return new EditResult(storage, [], notes.ToList(), problems);

        string edited = StorageEmitter.Emit(source, page, blocks, losses).Apply();
        LostParts.Find(source, page, edited, blocks, losses, givenUp);
        return new EditResult(edited, losses.ToList(), notes.ToList(), []);
    }

    /// <summary>How many UTF-8 bytes went and came between two bodies, compared word by word.</summary>
    public static int BytesTouched(string before, string after)
    {
        int head = before.AsSpan().CommonPrefixLength(after), tail = 0;
        while (tail < Math.Min(before.Length, after.Length) - head && before[^(tail + 1)] == after[^(tail + 1)]) tail++;
        // Words are compared whole, and so are the ones that the difference begins and ends in.
        while (head > 0 && IsInWord(before[head - 1])) head--;
        while (tail > 0 && IsInWord(before[^tail])) tail--;
        (before, after) = (before[head..^tail], after[head..^tail]);
        (int Start, int End)[] old = [.. Words.Of(before)], fresh = [.. Words.Of(after)];
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] matches = Alignment.Of(Ids(before, old), Ids(after, fresh));
        var kept = new HashSet<int>(matches);
        return old.Where((_, i) => !kept.Contains(i)).Sum(word => Encoding.UTF8.GetByteCount(before.AsSpan(word.Start, word.End - word.Start)))
            + fresh.Where((_, j) => matches[j] < 0).Sum(word => Encoding.UTF8.GetByteCount(after.AsSpan(word.Start, word.End - word.Start)));

        static bool IsInWord(char c) => char.IsLetterOrDigit(c) || char.IsWhiteSpace(c) || c == '_';

        int[] Ids(string text, (int Start, int End)[] words) => [.. words.Select(word =>
        {
            string letters = text[word.Start..word.End];
            if (!ids.TryGetValue(letters, out int id)) ids.Add(letters, id = ids.Count);
            return id;
        })];
    }
}
