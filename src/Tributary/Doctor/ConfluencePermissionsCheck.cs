using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Configuration;

namespace Tributary.Doctor;

/// <summary>The user sees spaces and may search, and every allowed space is there.</summary>
internal sealed class ConfluencePermissionsCheck(Patient patient) : ICheck
{
    public string Name => "permissions";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        if ((await patient.Confluence.ListSpacesAsync(new SpaceQuery(Limit: 1), cancellationToken)).Items.Count == 0)
            return Finding.Wrong("This user sees no space at all: an administrator of Confluence has to grant it access to one.");
        ResultList<SearchHit> hits = await patient.Confluence.SearchAsync(new SearchQuery("type = page", Limit: 1), cancellationToken);
        IReadOnlyList<SpaceKey> allowed = patient.Values.ReadToolSettings(folder: null).Spaces;
        if (allowed.Count == 0)
            return Finding.Well($"sees spaces and may search{(hits.Total is { } total ? $": {total} pages" : "")}");
        ResultList<Space> seen = await patient.Confluence.ListSpacesAsync(new SpaceQuery(allowed, Limit: 100), cancellationToken);
        SpaceKey[] missing = [.. allowed.Except(seen.Items.Select(space => space.Key))];
        return missing.Length == 0
            ? Finding.Well($"sees {string.Join(", ", allowed)} and may search")
            : Finding.Wrong($"This user does not see {string.Join(", ", missing)} of {Settings.SpacesFilter.Name}: correct the keys, or ask for access to them.");
    }
}
