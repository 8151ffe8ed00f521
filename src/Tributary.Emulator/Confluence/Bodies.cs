using Tributary.Emulator.World;
using Tributary.Markup;

namespace Tributary.Emulator.Confluence;

/// <summary>Bodies as they come in and go out; inside the site they are storage format.</summary>
internal static class Bodies
{
    /// <summary>The body as storage format; refuses what Confluence refuses.</summary>
    public static string Accept(string representation, string value)
    {
        switch (representation)
        {
            case "storage" or "editor" or "editor2" or "view" or "export_view":
                return Valid(value);
            default:
                throw ConfluenceException.BadRequest($"Unsupported body representation: {representation}");
        }
    }

    /// <summary>The body in one of Confluence's formats, or null for a format that does not exist.</summary>
    public static string? Render(string storage, string format) => format switch
    {
        "storage" or "editor" => storage,
        "view" or "export_view" or "anonymous_export_view" or "styled_view" => storage,
        _ => null,
    };

    private static string Valid(string storage) =>
        StorageFormat.Validate(storage) is { } error
            ? throw ConfluenceException.BadRequest(error.ToString())
            : storage;
}
