namespace Tributary.Configuration;

/// <summary>The words for yes and no that this ecosystem has in its files.</summary>
internal static class Booleans
{
    /// <returns>Null for anything that is neither.</returns>
    public static bool? Parse(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "1" or "yes" or "on" => true,
        "false" or "0" or "no" or "off" or "" => false,
        _ => null,
    };
}
