using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2;

/// <summary>The <c>sort</c> of lists: a field, or <c>-</c> and a field for the other way round.</summary>
internal static class ContentOrder
{
    /// <param name="byNumber">Ascending by number: the order without <c>sort</c>.</param>
    public static IReadOnlyList<Content> Apply(Call call, IReadOnlyList<Content> byNumber, params string[] fields)
    {
        if (call.Query("sort") is not { } sort || sort == "id") return byNumber;
        string field = sort.TrimStart('-');
        if (!fields.Contains(field)) throw ConfluenceException.BadRequest($"Provided value {{{sort}}} for 'sort' is not valid. Valid values are: {string.Join(", ", fields.SelectMany(name => (string[])[name, "-" + name]))}.");
        IEnumerable<Content> ascending = field switch
        {
            "created-date" => byNumber.OrderBy(content => content.CreatedAt),
            "modified-date" => byNumber.OrderBy(content => content.Latest.When),
            "title" => byNumber.OrderBy(content => content.Title, StringComparer.OrdinalIgnoreCase),
            "child-position" => byNumber.OrderBy(content => content.Position),
            _ => byNumber,
        };
        return sort.StartsWith('-') ? [.. ascending.Reverse()] : [.. ascending];
    }

    /// <summary>Which statuses a list shows: those of <c>status</c>, else the given ones.</summary>
    public static Func<Content, bool> StatusFilter(Call call, params ReadOnlySpan<ContentStatus> otherwise)
    {
        var wanted = new HashSet<ContentStatus>();
        foreach (string name in call.Many("status"))
        {
            if (name == "any") return content => content.Status != ContentStatus.Draft;
            if (Wire.Status(name) is { } status && status != ContentStatus.Draft)
            {
                wanted.Add(status);
            }
            else if (name is not ("deleted" or "historical"))
            {
                throw ConfluenceException.BadRequest($"Provided value {{{name}}} for 'status' is not valid.");
            }
        }

        if (call.Many("status").Count == 0)
        {
            foreach (ContentStatus status in otherwise) wanted.Add(status);
        }

        return content => wanted.Contains(content.Status);
    }
}
