using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Fields;

/// <summary>Who is meant by an e-mail address, a name or an id; asked once in a call.</summary>
internal sealed class PeopleFinder(JiraClient jira)
{
    private const int MostCandidates = 20;

    private readonly Dictionary<(string, ProjectKey?), (JiraUser?, string?)> found = [];

    /// <summary>Who was found, in a sentence for the result of a write; empty where nobody was asked for.</summary>
    public string Told => found.Values.Select(answer => answer.Item1).OfType<JiraUser>().ToArray() is { Length: > 0 } people ? $" People set: {Listed([.. people.DistinctBy(user => user.Id)])}." : "";

    /// <param name="assignableIn">Only who may be given issues there.</param>
    /// <returns>The one, or why it is not clear.</returns>
    public async Task<(JiraUser? User, string? Problem)> FindAsync(string text, ProjectKey? assignableIn, CancellationToken cancellationToken)
    {
        if (!found.TryGetValue((text, assignableIn), out (JiraUser?, string?) answer))
            found[(text, assignableIn)] = answer = await AskAsync(text, assignableIn, cancellationToken);
        return answer;
    }

    private async Task<(JiraUser? User, string? Problem)> AskAsync(string text, ProjectKey? project, CancellationToken cancellationToken)
    {
        if (text.Equals("me", StringComparison.OrdinalIgnoreCase) || text.Equals("currentUser()", StringComparison.OrdinalIgnoreCase))
            return (await jira.GetCurrentUserAsync(cancellationToken), null);

        IReadOnlyList<JiraUser> candidates = await ListAsync(text, project, cancellationToken);
        JiraUser[] exact = [.. candidates.Where(user => Is(user.Id, text) || Is(user.Email, text))];
        if (exact.Length == 0)
            exact = [.. candidates.Where(user => Is(user.DisplayName, text))];

        // Cloud hides addresses that it still searches: who alone answers to one has it.
        if (exact.Length == 0 && text.Contains('@', StringComparison.Ordinal) && candidates is [{ Email: null } only])
            exact = [only];
        if (exact is [var one])
            return (one, null);
        if (exact.Length == 0 && candidates.Count == 0 && IsAccountId(text, jira.Site.Deployment) && await ByIdAsync(text, cancellationToken) is { } known)
            return (known, null);

        string whom = project is null ? "" : $" who may be given issues of {project}";
        return candidates.Count > 0
            ? (null, exact.Length > 1 ? $"fits several people: {Listed(exact)}. Give the id of one" : $"is nobody's whole name: \"{WikiText.Line(text)}\". It could be {Listed(candidates)}. Give the id of one")
            : (null, $"knows nobody \"{WikiText.Line(text)}\"{whom}. {await OthersAsync(project, cancellationToken)}");
    }

    private async Task<JiraUser?> ByIdAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await jira.GetUserAsync(id, cancellationToken);
        }
        catch (AtlassianException failure) when (failure.Kind is AtlassianErrorKind.ResourceNotFound or AtlassianErrorKind.PermissionDenied)
        {
            // Who may not look people up may still name one by id: Jira judges.
            return failure.Kind == AtlassianErrorKind.PermissionDenied ? new JiraUser(id, id, null, true) : null;
        }
    }

    private async Task<string> OthersAsync(ProjectKey? project, CancellationToken cancellationToken)
    {
        if (project is null)
            return "Give an e-mail address, a name or an id";
        IReadOnlyList<JiraUser> others = await ListAsync("", project, cancellationToken);
        return others.Count == 0 ? "Nobody may be" : $"There are {Listed(others)}";
    }

    private async Task<IReadOnlyList<JiraUser>> ListAsync(string text, ProjectKey? project, CancellationToken cancellationToken) => project is { } key
        ? await jira.FindAssignableUsersAsync(key, text, MostCandidates, cancellationToken)
        : await jira.FindUsersAsync(text, MostCandidates, cancellationToken);

    public static bool IsAccountId(string text, Deployment deployment) => deployment == Deployment.Cloud && (text.Contains(':') || (text.Length >= 24 && text.All(char.IsAsciiLetterOrDigit)));

    private static string Listed(IReadOnlyList<JiraUser> users) => string.Join(", ", users.Take(10).Select(user => $"{WikiText.Line(user.DisplayName)} ({user.Id})"));

    private static bool Is(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
