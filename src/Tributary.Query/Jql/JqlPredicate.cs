namespace Tributary.Query.Jql;

/// <summary>What narrows WAS and CHANGED: <c>after "2024-01-01"</c>, <c>by currentUser()</c>, <c>during ("2024-01-01", now())</c>.</summary>
public sealed record JqlPredicate(JqlPredicateKind Kind, JqlValue Value)
{
    public override string ToString() => JqlPrinter.Print(this);
}

public enum JqlPredicateKind
{
    After,
    Before,
    On,

    /// <summary>Takes a list of two dates.</summary>
    During,

    By,
    From,
    To,
}

public static class JqlPredicateKinds
{
    /// <summary>As JQL writes it: <c>after</c>, <c>during</c>, …</summary>
    public static string Keyword(this JqlPredicateKind kind) => kind switch
    {
        JqlPredicateKind.After => "after",
        JqlPredicateKind.Before => "before",
        JqlPredicateKind.On => "on",
        JqlPredicateKind.During => "during",
        JqlPredicateKind.By => "by",
        JqlPredicateKind.From => "from",
        JqlPredicateKind.To => "to",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
