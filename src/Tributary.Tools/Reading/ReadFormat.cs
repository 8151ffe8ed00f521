namespace Tributary.Tools.Reading;

/// <summary>The forms in which a page can be read.</summary>
internal enum ReadFormat
{
    Markdown,

    /// <summary>Confluence's own XHTML, byte for byte.</summary>
    Storage,

    /// <summary>HTML as Confluence renders it.</summary>
    View,

    /// <summary>The headings alone.</summary>
    Outline,
}
