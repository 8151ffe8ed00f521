namespace Tributary.Emulator.Search.Jql;

/// <summary>A function of JQL.</summary>
/// <param name="Type">Of its values, which are in the form that issues keep.</param>
/// <param name="IsList">Whether it goes with IN rather than with <c>=</c>.</param>
/// <param name="Least">How many arguments it wants at least.</param>
internal sealed record FunctionSpec(string Name, JqlType Type, bool IsList, int Least, int Most, Func<JqlContext, IReadOnlyList<string>, IEnumerable<string>> Call);
