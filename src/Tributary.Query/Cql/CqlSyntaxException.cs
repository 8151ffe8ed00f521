namespace Tributary.Query.Cql;

/// <summary>The text is not CQL. The message says what was expected and how to mend it.</summary>
/// <param name="position">Zero-based index into the query.</param>
public sealed class CqlSyntaxException(string message, int position) : Exception($"{message} (at character {position + 1})")
{
    public int Position => position;
}
