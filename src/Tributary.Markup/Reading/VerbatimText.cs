using System.Text;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Reading;

/// <summary>All characters below an element exactly as they stand, for code and plain-text bodies.</summary>
internal static class VerbatimText
{
    public static string Of(StorageElement element)
    {
        if (element.Children is [StorageText only]) return only.Value;
        var text = new StringBuilder();
        Append(element, text);
        return text.ToString();
    }

    private static void Append(StorageElement element, StringBuilder text)
    {
        foreach (StorageNode child in element.Children)
        {
            if (child is StorageText part) text.Append(part.Value);
            else if (child is StorageElement { Name: "br" }) text.Append('\n');
            else if (child is StorageElement inner) Append(inner, text);
        }
    }
}
