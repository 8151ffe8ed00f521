using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Query.Cql;
using Tributary.Tools.Reading;

namespace Tributary.Tools.People;

/// <summary>Finds people by name or e-mail, and by whatever a caller names them with.</summary>
internal sealed class PeopleFinder(ConfluenceClient confluence)
{
    private const int MostCandidates = 10;

    /// <summary>People whose name has these words. By an e-mail: who has it; where Confluence hides e-mails, who is called like it.</summary>
    public async Task<ResultList<User>> FindAsync(string query, int limit, int start, CancellationToken cancellationToken)
    {
        bool isEmail = IsEmail(query);
        string words = isEmail ? string.Join(' ', query[..query.IndexOf('@', StringComparison.Ordinal)].Split(['.', '_', '-', '+'], StringSplitOptions.RemoveEmptyEntries)) : query;
        if (CqlText.Words(words) is not { Length: > 2 } literal)
            throw ToolException.InvalidParams("`query` has no word to look for.", "Give at least one word of the name.");

        bool isCloud = confluence.Site.Deployment == Atlassian.Deployment.Cloud;
        ResultList<User> found = await confluence.SearchUsersAsync($"{(isCloud ? "" : "type = user and ")}user.fullname ~ {literal}", limit, start, cancellationToken);
        if (isEmail && found.Items.Where(user => HasEmail(user, query)).ToArray() is { Length: > 0 } exact)
            return new ResultList<User>(exact, exact.Length, NextStart: null);

        // On Data Center people are known by the name that they sign in with.
        string name = isEmail ? query[..query.IndexOf('@', StringComparison.Ordinal)] : query.Trim();
        if (start > 0 || name.Contains(' ', StringComparison.Ordinal) || await confluence.FindUserNamedAsync(name, cancellationToken) is not { } named || found.Items.Any(user => user.Id == named.Id))
            return found;
        return found with { Items = [named, .. found.Items], Total = found.Total + 1 };
    }

    /// <summary>The one person that each text names: by id, by the name to sign in with, by e-mail or by the whole display name.</summary>
    /// <exception cref="ToolException">Somebody is not there, or there are several: all are told at once.</exception>
    public async Task<IReadOnlyList<User>> ResolveAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var people = new List<User>();
        var problems = new List<string>();
        foreach (string name in names.Select(name => name.Trim()).Distinct(StringComparer.Ordinal))
        {
            User[] matches = await MatchesAsync(name, problems, cancellationToken);
            if (matches is [var one])
                people.Add(one);
        }

        return problems.Count == 0
            ? [.. people.DistinctBy(user => user.Id)]
            : throw ToolException.InvalidParams(string.Join('\n', problems), "Give ids; confluence_find_users finds them. Nothing was changed.");
    }

    public static string Shown(User user) =>
        WikiText.Line($"{user.Id}: {user.DisplayName}{(user.Username is null ? "" : $" ({user.Username})")}{(user.Email is null ? "" : $" <{user.Email}>")}");

    /// <summary>One person, or a problem.</summary>
    private async Task<User[]> MatchesAsync(string name, List<string> problems, CancellationToken cancellationToken)
    {
        if (name.Length == 0)
        {
            problems.Add("Nobody is called \"\".");
            return [];
        }

        if (await ByIdAsync(name, cancellationToken) is { } known)
            return [known];

        ResultList<User> found = CqlText.Words(name).Length > 2 ? await FindAsync(name, MostCandidates, 0, cancellationToken) : new ResultList<User>([], 0, null);
        User[] exact = [.. found.Items.Where(user => HasEmail(user, name) || Same(user.Username, name) || Same(user.DisplayName, name))];
        if (exact.Length == 1)
            return exact;

        User[] candidates = exact.Length > 1 ? exact : [.. found.Items];
        string shown = WikiText.Beginning(name, 80);
        string problem = exact.Length > 1 ? $"Several people are called \"{shown}\"." : $"Nobody is called exactly \"{shown}\", or Confluence does not show their e-mail.";
        problems.Add(candidates.Length == 0 ? problem : $"{problem}\n{Fence.Around("who it could be", string.Join('\n', candidates.Select(Shown)))}");
        return [];
    }

    private async Task<User?> ByIdAsync(string text, CancellationToken cancellationToken)
    {
        const int shortestId = 12, longestId = 128;
        bool couldBe = text.Length is >= shortestId and <= longestId && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-') && text.Any(char.IsAsciiDigit);
        return couldBe && await confluence.GetUsersAsync([text], cancellationToken) is [var user, ..] ? user : null;
    }

    private static bool IsEmail(string text) => text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1 && !text.Contains(' ', StringComparison.Ordinal);

    private static bool HasEmail(User user, string email) => Same(user.Email, email);

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
