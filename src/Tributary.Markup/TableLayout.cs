namespace Tributary.Markup;

/// <summary>How wide a table is shown.</summary>
public enum TableLayout
{
    /// <summary>As wide as the text.</summary>
    Default,

    /// <summary>Wider than the text.</summary>
    Wide,

    /// <summary>As wide as the window.</summary>
    FullWidth,
}
