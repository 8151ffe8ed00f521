using System.Globalization;

namespace Tributary.Atlassian.Http.Egress;

/// <summary>No answer that can be used, for a reason on this side of Atlassian. Becomes an <see cref="AtlassianException"/> before it leaves the egress.</summary>
internal abstract class EgressException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>A limit of ours, not Atlassian's.</summary>
internal sealed class TooLargeException(string message) : EgressException(message);

/// <summary>A request to somewhere that nobody configured; nothing was sent.</summary>
internal sealed class ForbiddenOriginException(Uri? target, bool isDownload = false)
    : EgressException($"A request to {(target is { IsAbsoluteUri: true } ? target.GetLeftPart(UriPartial.Authority) : "an unknown address")} was refused: only the configured site is called.")
{
    /// <summary>Where a download was redirected to; null for every other request.</summary>
    public string? Media => isDownload ? target?.GetLeftPart(UriPartial.Authority) : null;
}

/// <summary>Too many requests wait already; nothing was sent.</summary>
internal sealed class QueueFullException() : EgressException("Too many requests to the site are waiting already.");

internal static class Sizes
{
    public static string Shown(long bytes) => bytes >= 1 << 20
        ? (bytes / (double)(1 << 20)).ToString("0.#", CultureInfo.InvariantCulture) + " MiB"
        : (bytes / 1024.0).ToString("0.#", CultureInfo.InvariantCulture) + " KiB";
}
