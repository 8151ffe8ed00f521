namespace Tributary.Markup;

/// <summary>What a new page may have besides what its Markdown says.</summary>
public sealed record StorageOptions
{
    /// <summary>
    /// Gives each heading that a link of the Markdown leads to, as in <c>[below](#open-points)</c>, an anchor of that name: Confluence names headings in another way than Markdown files do.
    /// </summary>
    public bool HeadingAnchors { get; init; }

    /// <summary>How wide Cloud shows the tables; null leaves it to Confluence.</summary>
    public TableLayout? TableLayout { get; init; }
}
