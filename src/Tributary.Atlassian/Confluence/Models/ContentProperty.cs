using System.Text.Json;

namespace Tributary.Atlassian.Confluence.Models;

/// <summary>A JSON value that is kept with a content under a key; readers of the page do not see it.</summary>
/// <param name="Id">What Cloud knows it by, beside the key.</param>
/// <param name="Version">1 for a new property; each update adds exactly 1.</param>
public sealed record ContentProperty(string Id, string Key, JsonElement Value, int Version);
