using System.Globalization;

namespace Tributary.Markup.Storage;

/// <summary>Names for the originals of a page in document order: <c>m1</c>, <c>m2</c> and so on.</summary>
internal sealed class Handles
{
    private int count;

    public string Take() => "m" + (++count).ToString(CultureInfo.InvariantCulture);

    /// <summary>Gives the last one back: what it was for shows nothing.</summary>
    public void Release() => count--;
}
