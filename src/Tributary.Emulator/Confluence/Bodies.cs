using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;
using Tributary.Markup;
using Tributary.Markup.Adf;

namespace Tributary.Emulator.Confluence;

/// <summary>Bodies as they come in and go out; inside the site they are storage format.</summary>
internal static class Bodies
{
    private const int Longest = 5 * 1024 * 1024;

    /// <summary>The body as storage format; refuses what Confluence refuses.</summary>
    public static string Accept(Call call, string representation, string value)
    {
        if (value.Length > Longest) throw ConfluenceException.TooLarge($"The body is longer than {Longest} characters");
        return representation switch
        {
            "storage" or "editor" or "editor2" or "view" or "export_view" => Valid(value),
            "atlas_doc_format" when call.Site.IsCloud => OfAdf(value),
            _ => throw ConfluenceException.BadRequest($"Unsupported body representation: {representation}"),
        };
    }

    /// <summary>The body in one of Confluence's formats, or null for a format that does not exist.</summary>
    /// <param name="content">What the body is of: its links are relative to that. Null for a body of nothing.</param>
    public static string? Render(Call call, Content? content, string storage, string format) => format switch
    {
        "storage" or "editor" => storage,
        "view" or "export_view" or "anonymous_export_view" or "styled_view" => new BodyView(call, content).Of(storage),
        "atlas_doc_format" when call.Site.IsCloud => AdfDocument.FromStorage(storage, new BodyView(call, content).Context),
        _ => null,
    };

    /// <summary>A version's body in one of Confluence's formats; null also for the storage format of what is kept as ADF alone.</summary>
    public static string? Render(Call call, Content content, ContentVersion version, string format) => (version.Document, format) switch
    {
        (null, _) => Render(call, content, version.Body, format),
        (_, "storage" or "editor") => null,
        ({ } document, "atlas_doc_format") => document,
        _ => Render(call, content, version.Body, format),
    };

    private static string OfAdf(string adf)
    {
        AdfConversion conversion = AdfDocument.ToStorage(adf);
        return conversion.Storage is { } storage ? Valid(storage) : throw ConfluenceException.BadRequest(conversion.Error!);
    }

    private static string Valid(string storage) =>
        StorageFormat.Validate(storage) is { } error ? throw ConfluenceException.BadRequest(error.ToString()) : storage;
}
