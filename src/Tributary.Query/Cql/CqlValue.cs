namespace Tributary.Query.Cql;

/// <summary>What stands to the right of an operator.</summary>
public abstract record CqlValue
{
    public sealed override string ToString() => CqlPrinter.Print(this);
}

/// <summary>A text, number or date. Quoted or bare makes no difference: <c>page</c> and <c>"page"</c> are equal.</summary>
/// <param name="Value">Without quotes and with escapes undone.</param>
public sealed record CqlLiteral(string Value) : CqlValue;

/// <summary>A call such as <c>now("-7d")</c>.</summary>
public sealed record CqlFunction(string Name, IReadOnlyList<string> Arguments) : CqlValue
{
    public bool Equals(CqlFunction? other) => other is not null && Name == other.Name && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Arguments.Aggregate(Name.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
}

/// <param name="Items">One or more literals and functions.</param>
public sealed record CqlList(IReadOnlyList<CqlValue> Items) : CqlValue
{
    public bool Equals(CqlList? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Aggregate(Items.Count, HashCode.Combine);
}
