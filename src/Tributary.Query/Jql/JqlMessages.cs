using System.Globalization;

namespace Tributary.Query.Jql;

/// <summary>What Jira says about a query that it cannot read, word for word, so that people and models recognise it. The place is added elsewhere.</summary>
internal static class JqlMessages
{
    // Jira opens most messages with the first and those about values with the second.
    private const string Error = "Error in the JQL Query: ";
    private const string ErrorInValue = "Error in JQL Query: ";

    private const string ValidEscapes = @"The valid escape sequences are \', \"", \t, \n, \r, \\, '\ ' and \uXXXX.";
    private const string ValidOperators = "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.";

    public const string EmptyField = Error + "A field name cannot be empty.";
    public const string EmptyFunction = Error + "A function name cannot be empty.";
    public const string MissingArgument = Error + "Function argument must be specified.";
    public const string UnfinishedEscape = Error + "The escape sequence has not been completed. " + ValidEscapes;

    public static string ReservedWord(string word) => $"{Error}'{word}' is a reserved JQL word. You must surround it in quotation marks to use it in a query.";

    public static string ReservedCharacter(char c) =>
        $"{Error}The character '{c}' is a reserved JQL character. You must enclose it in a string or use the escape '{Escape(c)}' instead.";

    public static string MustBeEscaped(char c, int line, int character) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Error}The character 'U+{(int)c:X4}' on line {line} at position {character} must be escaped. Use the escape '{Escape(c)}' instead.");

    public static string IllegalEscape(string escape) => $"{Error}'{Shown(escape)}' is an illegal JQL escape sequence. {ValidEscapes}";

    public static string UnfinishedString(string text) =>
        string.IsNullOrWhiteSpace(text) ? Error + "The quoted string has not been completed." : $"{Error}The quoted string '{Shown(text)}' has not been completed.";

    public static string IllegalNumber(string text) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ErrorInValue}'{Shown(text)}' is not a valid number. Numbers must be between {long.MinValue:N0} and {long.MaxValue:N0}.");

    public static string Field(JqlToken found) => found.Kind switch
    {
        JqlTokenKind.End => Error + "Expecting a field name at the end of the query.",
        JqlTokenKind.OpenBracket => Error + "Expecting a field name but got '['. Did you mean 'cf['?",
        _ => Expecting("a field name", found) + Surround(found, "a field name"),
    };

    public static string Operator(JqlToken found) => $"{Expecting("operator", found)} {ValidOperators}";

    public static string Value(JqlToken found)
    {
        const string Expected = "either a value, list or function";
        return found.Kind == JqlTokenKind.End ? Expecting(Expected, found, ErrorInValue) : Expecting(Expected, found, ErrorInValue) + Surround(found, "a value");
    }

    public static string Argument(JqlToken found) => found.Kind == JqlTokenKind.End
        ? Error + "Expecting a function argument at the end of the query."
        : Expecting("a function argument", found) + Surround(found, "an argument");

    public static string Property(JqlToken found) => found.Kind == JqlTokenKind.End
        ? Expecting("a property id", found)
        : Expecting("a property id", found) + Surround(found, "a value");

    /// <param name="expected">Quoted as the message shall show it: <c>')' or ','</c>.</param>
    public static string Expecting(string expected, JqlToken found) => Expecting(expected, found, Error);

    public static string PredicateOnOperator(JqlOperator comparison, IEnumerable<JqlPredicate> predicates) =>
        $"The {comparison.NameInMessages()} operator does not support the use of the {Shown(string.Join(' ', predicates))} predicate.";

    public static string ChangedToNothing(JqlValue value) =>
        $"The CHANGED operator does not support the use of values without predicates. You must prefix the {Shown(value.ToString())} value with a suitable predicate.";

    public static string TooLong(int length) => $"{Error}The query has {length} characters; at most {JqlParser.MaxLength} are read.";

    public static string TooDeep => $"{Error}The query is nested too deeply; at most {JqlParser.MaxDepth} levels of parentheses and NOT are read.";

    public static string TooManyClauses => $"{Error}The query has too many clauses; at most {JqlParser.MaxClauses} are read.";

    private static string Expecting(string expected, JqlToken found, string opening) => found.Kind == JqlTokenKind.End
        ? $"{opening}Expecting {expected} before the end of the query."
        : $"{opening}Expecting {expected} but got '{Shown(found.Text)}'.";

    private static string Surround(JqlToken found, string what) => $" You must surround '{Shown(found.Text)}' in quotation marks to use it as {what}.";

    private static string Escape(char c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");

    private static string Shown(string text)
    {
        string line = text.Replace('\n', ' ').Replace('\r', ' ');
        return line.Length <= 100 ? line : line[..100] + "…";
    }
}
