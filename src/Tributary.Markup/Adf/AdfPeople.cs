using Tributary.Markup.Adf.Syntax;

namespace Tributary.Markup.Adf;

/// <summary>The people that a document mentions.</summary>
internal static class AdfPeople
{
    /// <summary>By account id, without the sign in front.</summary>
    public static IReadOnlyDictionary<string, string> Names(AdfObject root)
    {
        var names = new Dictionary<string, string>();
        var pending = new Stack<AdfObject>([root]);
        while (pending.TryPop(out AdfObject? node))
        {
            if (node.Type == "mention" && node.Attribute("id") is { } id && node.Attribute("text")?.TrimStart('@') is { Length: > 0 } name) names.TryAdd(id, name);
            foreach (AdfObject inner in node.Nodes) pending.Push(inner);
        }

        return names;
    }
}
