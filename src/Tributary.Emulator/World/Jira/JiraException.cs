namespace Tributary.Emulator.World.Jira;

/// <summary>A refusal in Jira's own words: <c>errorMessages</c> for the request, <c>errors</c> by field.</summary>
internal sealed class JiraException : Exception
{
    private JiraException(int status, IReadOnlyList<string> messages, IReadOnlyDictionary<string, string> errors)
        : base(messages.Concat(errors.Values).FirstOrDefault() ?? "")
    {
        Status = status;
        Messages = messages;
        Errors = errors;
    }

    public int Status { get; }

    public IReadOnlyList<string> Messages { get; }

    /// <summary>By the field's id.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; }

    public static JiraException BadRequest(string message) => new(400, [message], new Dictionary<string, string>());

    public static JiraException BadRequest(IReadOnlyList<string> messages) => new(400, messages, new Dictionary<string, string>());

    public static JiraException BadField(string field, string message) => Fields(new Dictionary<string, string> { [field] = message });

    public static JiraException Fields(IReadOnlyDictionary<string, string> errors) => new(400, [], errors);

    /// <summary>Missing, or not to be seen: Jira answers the same for both.</summary>
    public static JiraException NoIssue() => NotFound("Issue does not exist or you do not have permission to see it.");

    public static JiraException NoProject(string key) => NotFound($"No project could be found with key '{key}'.");

    public static JiraException NotFound(string message) => new(404, [message], new Dictionary<string, string>());

    /// <summary>Known, and not allowed: Jira answers 401 for some of it.</summary>
    public static JiraException Unauthorized(string message) => new(401, [message], new Dictionary<string, string>());

    public static JiraException Forbidden(string message) => new(403, [message], new Dictionary<string, string>());

    public static JiraException Conflict(string message) => new(409, [message], new Dictionary<string, string>());

    public static JiraException Gone(string message) => new(410, [message], new Dictionary<string, string>());

    public static JiraException TooLarge(string message) => new(413, [message], new Dictionary<string, string>());
}
