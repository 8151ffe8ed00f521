using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;
using Tributary.Emulator.Search.Text;
using Tributary.Emulator.World;
using Tributary.Markup;
using Tributary.Markup.Syntax;

namespace Tributary.Emulator.Search;

/// <summary>What the index holds of one version of a content. Versions never change, so each is read once and forgotten with its version.</summary>
internal sealed class ContentText
{
    private const int MaxFileBytes = 1024 * 1024;

    private static readonly ConditionalWeakTable<ContentVersion, ContentText> Index = [];

    private readonly Lazy<SearchableText> body;
    private readonly Lazy<(FrozenSet<string> Macros, FrozenSet<string> Mentions)> markup;

    private ContentText(Content content, ContentVersion version)
    {
        string storage = content is CustomContent { Representation: not "storage" } ? "" : version.Body;
        Title = new SearchableText(version.Title);
        body = new(() => new SearchableText(version.File is null ? StorageFormat.ToPlainText(storage) : Read(version.File)));
        markup = new(() => Scan(storage));
    }

    public SearchableText Title { get; }

    public SearchableText Body => body.Value;

    public FrozenSet<string> Macros => markup.Value.Macros;

    /// <summary>Account ids, user keys and user names, as the body has them.</summary>
    public FrozenSet<string> Mentions => markup.Value.Mentions;

    public static ContentText Of(Content content) => Index.GetValue(content.Latest, version => new ContentText(content, version));

    private static string Read(FileVersion file) =>
        file.MediaType.StartsWith("text/", StringComparison.Ordinal) && file.Data.Length <= MaxFileBytes ? Encoding.UTF8.GetString(file.Data) : "";

    private static (FrozenSet<string> Macros, FrozenSet<string> Mentions) Scan(string storage)
    {
        var macros = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var mentions = new HashSet<string>(StringComparer.Ordinal);
        foreach (StorageElement element in StorageDocument.Parse(storage).Descendants())
        {
            if (element.Name is "ac:structured-macro" or "ac:macro" && element["ac:name"] is { } macro)
                macros.Add(macro);
            else if (element.Name == "ri:user" && (element["ri:account-id"] ?? element["ri:userkey"] ?? element["ri:username"]) is { } person)
                mentions.Add(person);
        }

        return (macros.ToFrozenSet(StringComparer.OrdinalIgnoreCase), mentions.ToFrozenSet());
    }
}
