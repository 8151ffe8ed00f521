namespace Tributary.Query.Jql;

/// <summary>What stands to the right of an operator or a predicate.</summary>
public abstract record JqlValue
{
    public sealed override string ToString() => JqlPrinter.Print(this);
}

/// <summary>A text, date, duration or name. Quoted or bare makes no difference: <c>Done</c> and <c>"Done"</c> are equal.</summary>
/// <param name="Value">Without quotes and with escapes undone.</param>
public sealed record JqlLiteral(string Value) : JqlValue;

/// <summary>A whole number written without quotes. Jira looks it up as an id first and as a name second; a quoted one the other way round.</summary>
public sealed record JqlNumber(long Value) : JqlValue;

/// <summary>EMPTY or NULL; they mean the same.</summary>
public sealed record JqlEmpty : JqlValue;

/// <summary>A call such as <c>startOfDay("-1d")</c>.</summary>
/// <param name="Name">Case is kept but means nothing to Jira. Never blank.</param>
public sealed record JqlFunction(string Name, IReadOnlyList<string> Arguments) : JqlValue
{
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public string Name { get; } = string.IsNullOrWhiteSpace(Name) ? throw new ArgumentException("A function name cannot be empty.", nameof(Name)) : Name;

    /// <summary>A call with these arguments, whatever characters they hold.</summary>
    public static JqlFunction Call(string name, params IReadOnlyList<string> arguments) => new(name, arguments);

    public bool Equals(JqlFunction? other) => other is not null && Name == other.Name && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Arguments.Aggregate(Name.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
}

/// <param name="Items">One or more values; the grammar allows EMPTY and lists among them.</param>
public sealed record JqlList(IReadOnlyList<JqlValue> Items) : JqlValue
{
    public bool Equals(JqlList? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Aggregate(Items.Count, HashCode.Combine);
}
