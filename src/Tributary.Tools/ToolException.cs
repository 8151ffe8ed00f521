namespace Tributary.Tools;

/// <summary>A refusal that a tool or the policy decides itself, before or between requests to Atlassian.</summary>
internal sealed class ToolException(string code, string message, string hint, Exception? innerException = null) : Exception(message, innerException)
{
    public string Code => code;

    public string Hint => hint;

    public static ToolException InvalidParams(string message, string hint) => new(ErrorCode.InvalidParams, message, hint);
}
