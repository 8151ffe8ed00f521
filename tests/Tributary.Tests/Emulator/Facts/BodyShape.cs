using System.Text.Json.Nodes;

namespace Tributary.Tests.Emulator.Facts;

/// <summary>
/// The members that an answer may have, as the documentation lists them: <c>id,version:[number],_links</c>; the whole in brackets for an array of such, <c>…</c> at the end for "and others".
/// Only names are known, of members that are told in no more detail nothing is checked.
/// </summary>
internal sealed class BodyShape
{
    private readonly Dictionary<string, BodyShape?> members = [];
    private bool isOpen;

    /// <summary>The names, sorted; of an array those of its items.</summary>
    public IReadOnlyList<string> Names => [.. members.Keys.Order(StringComparer.Ordinal)];

    public static BodyShape Parse(string text)
    {
        // Of an array it is the items that are described.
        int at = text.StartsWith('[') ? 1 : 0;
        return Members(text, ref at);
    }

    /// <summary>The members that are nowhere documented.</summary>
    public IEnumerable<string> Unknown(JsonNode? value, string path = "") => value switch
    {
        JsonArray items => items.SelectMany(item => Unknown(item, path)).Distinct(),
        JsonObject when isOpen => [],
        JsonObject json => json.SelectMany(member => !members.TryGetValue(member.Key, out BodyShape? shape) ? [path + member.Key] : shape?.Unknown(member.Value, $"{path}{member.Key}.") ?? []),
        _ => [],
    };

    private static BodyShape Members(string text, ref int at)
    {
        var shape = new BodyShape();
        while (at < text.Length && text[at] != ']')
        {
            int end = text.AsSpan(at).IndexOfAny(",:]") is var found and >= 0 ? at + found : text.Length;
            string name = text[at..end].Trim();
            at = end;
            BodyShape? inner = null;
            if (at + 1 < text.Length && text[at] == ':' && text[at + 1] == '[')
            {
                at += 2;
                inner = Members(text, ref at);
                if (inner.members.Count == 0) inner = null;
                if (at < text.Length) at++;
            }

            if (name == "…")
            {
                shape.isOpen = true;
            }
            else if (name.Length > 0)
            {
                shape.members[name] = inner;
            }

            if (at < text.Length && text[at] == ',') at++;
        }

        return shape;
    }
}
