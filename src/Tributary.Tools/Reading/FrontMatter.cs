using System.Text;
using System.Text.Encodings.Web;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;

namespace Tributary.Tools.Reading;

/// <summary>What is known of a page besides its text, as YAML. It is no part of the body: who writes the body back does not write it into the page.</summary>
internal static class FrontMatter
{
    public static string Of(Page page, IReadOnlyList<PageProperty> properties)
    {
        var yaml = new StringBuilder("---\n").Append("title: ").Append(Quoted(page.Title)).Append('\n');
        yaml.Append("labels: [").AppendJoin(", ", (page.Labels ?? []).Select(Quoted)).Append("]\n");
        if (properties.Count > 0)
            yaml.Append("properties:\n");
        foreach (PageProperty property in properties.DistinctBy(property => property.Name))
            yaml.Append("  ").Append(Quoted(property.Name)).Append(": ").Append(Quoted(property.Value)).Append('\n');
        return yaml.Append("---\n").ToString();
    }

    // Double quotes of YAML understand what JSON escapes.
    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(VisibleText.Of(text))}\"";
}
