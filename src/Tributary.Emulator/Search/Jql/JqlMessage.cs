using System.Globalization;

namespace Tributary.Emulator.Search.Jql;

/// <summary>What Jira says about a query that it can read and not answer.</summary>
internal static class JqlMessage
{
    public static string NoField(string field) => $"Field '{field}' does not exist or you do not have permission to view it.";

    public static string NoOperator(string symbol, string field) => $"The operator '{symbol}' is not supported by the '{field}' field.";

    public static string NoHistory(string field) => $"History searches do not support the field '{field}'.";

    public static string NoEmpty(string field) => $"The field '{field}' does not support searching for EMPTY values.";

    public static string NoEmptyText(string field) => $"The field '{field}' does not support searching for an empty string.";

    public static string NoValue(string field, string value) => $"The value '{value}' does not exist for the field '{field}'.";

    public static string NoId(string field, string id) => $"A value with ID '{id}' does not exist for the field '{field}'.";

    public static string NoValueOf(string function, string field) => $"A value provided by the function '{function}' is invalid for the field '{field}'.";

    public static string NoIssue(string field, string key) => $"An issue with key '{key}' does not exist for field '{field}'.";

    public static string NoKey(string field, string key) => $"The issue key '{key}' for field '{field}' is invalid.";

    public static string NoSprint(string name) => $"Sprint with name '{name}' does not exist or you do not have permission to view it.";

    public static string NoSprintId(string id) => $"Sprint with ID '{id}' does not exist or you do not have permission to view it.";

    public static string NoDate(string field, string text) =>
        $"Date value '{text}' for field '{field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.";

    public static string NoDuration(string field, string text) => $"The value '{text}' for field '{field}' is invalid. Valid durations are e.g. '3h', '1d 4h', '2w'.";

    public static string NoWildcardFirst(string field, string text) => $"The text query '{text}' for field '{field}' is not allowed to start with character '{text[0]}'.";

    public static string NoText(string field, string text) => $"Unable to parse the text '{text}' for field '{field}'.";

    public static string NoFunction(string call) => $"Unable to find JQL function '{call}'.";

    public static string ListWhereOneIsWanted(string symbol, string call, string field) => $"Operator '{symbol}' does not support the list value '{call}' for field '{field}'.";

    public static string OneWhereListIsWanted(string symbol, string call, string field) => $"Operator '{symbol}' does not support the non-list value '{call}' for field '{field}'.";

    public static string NoIncrement(string function) => $"Duration for function '{function}' should have the format (+/-)n(yMwdm), e.g -1M for 1 month earlier.";

    public static string NoGroup(string function, string group) => $"Function '{function}' can not generate a list of usernames for group '{group}'; the group does not exist.";

    public static string NoUser(string function, string user) => $"Function '{function}' can not generate a list for user '{user}'; the user does not exist.";

    public static string NoProject(string function, string project) => $"Could not resolve the project '{project}' provided to function '{function}'.";

    public static string NoIssueOf(string function, string key) => $"Issue '{key}' could not be found in function '{function}'.";

    public static string NoLinkTypeOf(string function, string name) => $"Issue link type '{name}' could not be found in function '{function}'.";

    public static string NoSort(string field) => $"Not able to sort using field '{field}'.";

    public static string NotSortable(string field) => $"Field '{field}' does not support sorting.";

    public static string TooManySorts(int most) => string.Create(CultureInfo.InvariantCulture, $"The maximum number of fields in the ORDER BY clause is {most}.");

    public static string FilterTooDeep(string name) => $"Field 'filter' with value '{name}' matches filter '{name}' and causes a cyclical reference, this query can not be executed and should be edited.";

    public static string Arguments(string function, int least, int most, int given) => (least, most) switch
    {
        _ when least == most => $"Function '{function}' expected '{least}' arguments but received '{given}'.",
        (_, int.MaxValue) => $"Function '{function}' expected at least '{least}' arguments but received '{given}'.",
        _ => $"Function '{function}' expected between '{least}' and '{most}' arguments but received '{given}'.",
    };
}
