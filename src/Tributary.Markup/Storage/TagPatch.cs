using System.Text;
using Tributary.Markup.Merging;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Storage;

/// <summary>Changes attributes of a tag and leaves the others as they are spelt.</summary>
internal static class TagPatch
{
    /// <summary>Changes, adds or, with null, removes an attribute.</summary>
    public static void Set(SourcePatches patches, StorageElement element, string name, string? value)
    {
        StorageAttribute? attribute = element.Attributes.Where(candidate => candidate.Name == name).Cast<StorageAttribute?>().FirstOrDefault();
        string text = value is null ? "" : new StringBuilder().AppendAttribute(name, value).ToString();
        if (attribute is { } present && element[name] != value) patches.Replace(present.Start - 1, present.End, text);
        else if (attribute is null && value is not null) patches.Insert(element.Start + 1 + element.Name.Length, text);
    }
}
