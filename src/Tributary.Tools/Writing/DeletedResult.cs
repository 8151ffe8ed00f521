using Tributary.Tools.Reading;

namespace Tributary.Tools.Writing;

/// <param name="Was">What is gone: of Confluence in storage format, of Jira as Markdown.</param>
internal sealed record DeletedResult(string Status, string Message, string? Was = null) : IToolResult
{
    public string ToText() => string.IsNullOrEmpty(Was) ? Message : $"{Message}\n{Fence.Around("what it said", Was)}";
}
