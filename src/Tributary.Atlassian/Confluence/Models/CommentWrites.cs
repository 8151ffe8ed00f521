namespace Tributary.Atlassian.Confluence.Models;

/// <summary>A comment to be added: to a content, about words of it, or as an answer to another comment.</summary>
/// <param name="ContentId">The page or blog post.</param>
/// <param name="Body">Storage format.</param>
/// <param name="ContentType"><c>page</c> or <c>blogpost</c>, as the read said.</param>
/// <param name="Answers">As it was read.</param>
/// <param name="Selection">Makes it an inline comment; excludes <paramref name="Answers"/>.</param>
/// <param name="ContentVersion">The version in which the selection was counted.</param>
public sealed record NewComment(
    PageId ContentId, string Body, string ContentType = "page", Comment? Answers = null, TextSelection? Selection = null, int ContentVersion = 1);

/// <summary>Words of a page as its reader sees them.</summary>
/// <param name="Count">How often they stand on the page; Confluence refuses a count that is not its own.</param>
/// <param name="Index">Which of them, from 0.</param>
public sealed record TextSelection(string Text, int Count, int Index);
