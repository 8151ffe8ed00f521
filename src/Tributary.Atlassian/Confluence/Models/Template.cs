namespace Tributary.Atlassian.Confluence.Models;

/// <param name="SpaceKey">Null for a template of the whole site.</param>
/// <param name="Body">Storage format; null unless it was asked for.</param>
public sealed record Template(string Id, string Name, string Description, SpaceKey? SpaceKey, string? Body);

/// <param name="SpaceKey">The templates of this space alone; null is those of the whole site.</param>
/// <param name="Blueprints">Templates that an app brings, in place of those that people wrote.</param>
public sealed record TemplateQuery(SpaceKey? SpaceKey = null, bool Blueprints = false, bool Body = false, int Limit = 25, int Start = 0);

/// <param name="Views">How often a page was looked at.</param>
/// <param name="Viewers">By how many different people.</param>
public sealed record PageViews(long Views, long Viewers);
