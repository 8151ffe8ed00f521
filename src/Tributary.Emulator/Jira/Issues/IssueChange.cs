using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary>What a request wants of an issue, checked in whole: nothing in it can be refused any more.</summary>
/// <param name="Values">By field, in the form that is kept.</param>
/// <param name="Effects">What goes beside: comments, work, links, properties.</param>
internal sealed record IssueChange(IReadOnlyDictionary<string, JsonNode?> Values, IReadOnlyList<Action<Issue>> Effects)
{
    public void ApplyEffects(Issue issue)
    {
        foreach (Action<Issue> effect in Effects) effect(issue);
    }
}
