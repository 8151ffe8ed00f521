namespace Tributary.Tools.Jira.Fields;

/// <summary>All that is wrong with the fields of a call, gathered so that the next call can be right.</summary>
internal sealed class FieldProblems
{
    private readonly List<string> messages = [];

    /// <summary>Where what comes now stands: <c>issues[2]: </c>.</summary>
    public string Prefix { get; set; } = "";

    public int Count => messages.Count;

    public void Add(string message) => messages.Add(Prefix + message);

    /// <exception cref="ToolException">Something is wrong; nothing has been sent.</exception>
    public void Throw()
    {
        if (messages.Count > 0)
            throw ToolException.InvalidParams(string.Join('\n', messages), "Nothing was sent to Jira. Correct these and call again; jira_find_fields tells fields and their values.");
    }
}
