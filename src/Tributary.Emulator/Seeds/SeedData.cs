using System.Text;

namespace Tributary.Emulator.Seeds;

/// <summary>The files of the built-in seeds, as they are in Seeds/Data.</summary>
internal static class SeedData
{
    private const string Prefix = "seeds/";

    /// <summary>Paths below Seeds/Data, with forward slashes.</summary>
    public static IReadOnlyList<string> Paths { get; } =
        [.. typeof(SeedData).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>Null where there is no such file.</summary>
    public static byte[]? Find(string path)
    {
        using Stream? stream = typeof(SeedData).Assembly.GetManifestResourceStream(Prefix + path);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static string Text(string path) => Encoding.UTF8.GetString(Find(path) ?? throw new FileNotFoundException($"No seed has the file '{path}'."));
}
