using System.Collections.Concurrent;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;

namespace Tributary.Tools.Reading;

/// <summary>The names of people mentioned in pages: one request for all that a page mentions, and none for those met before.</summary>
internal sealed class UserNames(Lazy<ConfluenceClient> confluence)
{
    // One request's worth; a page that mentions more people shows the rest by their ids.
    private const int MostAtOnce = 100;
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>Null for who has no name that is known.</summary>
    /// <param name="strangers">Gathers those who were not asked for yet.</param>
    public string? Find(string id, HashSet<string> strangers)
    {
        if (known.TryGetValue(id, out string? name))
            return name.Length > 0 ? name : null;

        strangers.Add(id);
        return null;
    }

    /// <summary>Makes the names of these people known, as far as Atlassian tells them.</summary>
    public async Task LearnAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        string[] unknown = [.. ids.Where(id => !known.ContainsKey(id)).Distinct(StringComparer.Ordinal).Take(MostAtOnce)];
        if (unknown.Length == 0)
            return;

        if (known.Count > MostKept)
            known.Clear();
        try
        {
            IReadOnlyList<User> users = await confluence.Value.GetUsersAsync(unknown, cancellationToken);
            // Who is absent stays nameless, and is not asked for again.
            foreach (string id in unknown)
                known[id] = "";
            foreach (User user in users)
                known[user.Id] = WikiText.Line(user.DisplayName);
        }
        catch (AtlassianException)
        {
            // A page is worth reading with ids in place of names; the client has logged the request.
        }
    }
}
