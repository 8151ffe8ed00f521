using System.Globalization;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    /// <summary>v2 shows pages and blog posts at addresses of their own, and the id does not tell the kind. A page costs one request; only what is none costs another.</summary>
    private static async Task<T> EitherKindAsync<T>(ConfluenceOperation page, ConfluenceOperation blogPost, Func<ConfluenceOperation, Task<T>> ask)
    {
        try
        {
            return await ask(page);
        }
        catch (AtlassianException fault) when (fault.Kind == AtlassianErrorKind.ResourceNotFound)
        {
            return await ask(blogPost);
        }
    }

    // Lists of Data Center go on by start: walked to their end, it passes for a cursor.
    private static int StartIn(string? cursor) => cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);

    private static string? NextCursor(V1Links? links, int start, int count) => NextStart(links, start, count)?.ToString(CultureInfo.InvariantCulture);
}
