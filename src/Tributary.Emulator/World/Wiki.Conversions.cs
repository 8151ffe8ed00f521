using System.Collections.Concurrent;
using System.Globalization;

namespace Tributary.Emulator.World;

/// <summary>A converted body that waits to be fetched by whoever asked for it.</summary>
internal sealed record Conversion(string Id, string AskedBy, string Format, string Value);

internal sealed partial class Wiki
{
    private const int MostConversions = 1_000;

    // Not part of what a data file keeps: a conversion is fetched at once or never. Macros are converted by GET, so by many readers at a time.
    private readonly ConcurrentQueue<Conversion> conversions = new();
    private long lastConversion;

    /// <summary>Remembers the latest thousand.</summary>
    public Conversion AddConversion(User by, string format, string value)
    {
        long number = Interlocked.Increment(ref lastConversion);
        var conversion = new Conversion(string.Create(CultureInfo.InvariantCulture, $"c0117e27-0000-4000-8000-{number:x12}"), by.AccountId, format, value);
        conversions.Enqueue(conversion);
        if (conversions.Count > MostConversions) conversions.TryDequeue(out _);
        return conversion;
    }

    public Conversion? FindConversion(User by, string id) => conversions.FirstOrDefault(conversion => conversion.Id == id && conversion.AskedBy == by.AccountId);
}
