using Tributary.Atlassian.Confluence;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools;

/// <summary>What one call works with.</summary>
/// <param name="CalledByAlias">Whether the caller used an earlier name of the tool.</param>
internal sealed record ToolContext(ConfluenceClient Confluence, ToolSettings Settings, SpaceAllowList Spaces, PageReader Reader, PageWriter Writer, bool CalledByAlias);
