using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Hosting;

/// <summary>How an API words a refusal.</summary>
internal abstract class ErrorShape
{
    public abstract Answer Render(ConfluenceException refusal, Site site);

    /// <summary>Endpoints of Confluence never refuse like this.</summary>
    public virtual Answer Render(JiraException refusal) => throw new InvalidOperationException("Jira's refusal at an endpoint of Confluence.", refusal);
}
