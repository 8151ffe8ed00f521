namespace Tributary.Query.Jql;

/// <summary>
/// Conditions built from values instead of text: <c>JqlField.Named("Story Points").EqualTo("5")</c>. Whatever a value holds, it stays one literal of the printed
/// query.
/// </summary>
public static class JqlConditions
{
    public static JqlComparison Compared(this JqlField field, JqlOperator comparison, JqlValue value) => new(field, comparison, value);

    public static JqlComparison EqualTo(this JqlField field, string value) => field.Compared(JqlOperator.Equal, new JqlLiteral(value));

    public static JqlComparison EqualTo(this JqlField field, JqlValue value) => field.Compared(JqlOperator.Equal, value);

    /// <exception cref="ArgumentException">There is no value: JQL has no empty list.</exception>
    public static JqlComparison In(this JqlField field, IEnumerable<string> values) => field.Compared(JqlOperator.In, List(values));

    /// <inheritdoc cref="In"/>
    public static JqlComparison NotIn(this JqlField field, IEnumerable<string> values) => field.Compared(JqlOperator.NotIn, List(values));

    public static JqlComparison IsEmpty(this JqlField field) => field.Compared(JqlOperator.Is, new JqlEmpty());

    public static JqlComparison IsNotEmpty(this JqlField field) => field.Compared(JqlOperator.IsNot, new JqlEmpty());

    /// <summary>Finds what a person typed: words, and phrases in double quotes; see <see cref="JqlText.Words"/>.</summary>
    public static JqlComparison ContainsWords(this JqlField field, string text) => field.Compared(JqlOperator.Contains, new JqlLiteral(JqlText.Words(text)));

    /// <summary>Finds these words one after the other; see <see cref="JqlText.Phrase"/>.</summary>
    public static JqlComparison ContainsPhrase(this JqlField field, string text) => field.Compared(JqlOperator.Contains, new JqlLiteral(JqlText.Phrase(text)));

    private static JqlList List(IEnumerable<string> values)
    {
        JqlLiteral[] items = [.. values.Select(value => new JqlLiteral(value))];
        return items.Length > 0 ? new JqlList(items) : throw new ArgumentException("A list needs at least one value.", nameof(values));
    }
}
