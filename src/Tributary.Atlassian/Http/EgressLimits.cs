using System.Runtime.CompilerServices;

namespace Tributary.Atlassian.Http;

/// <summary>What one connection may take and give. A value out of its range is refused with <see cref="SiteSettingException"/>.</summary>
public sealed record EgressLimits
{
    /// <value>Of one safe request, the first included; 1 to 5.</value>
    public int Attempts { get; init => field = Within(value, 1, 5); } = 3;

    /// <value>From sending to the last byte of the answer; of a download, between two pieces. 1 second to 5 minutes.</value>
    public TimeSpan AttemptTimeout { get; init => field = Within(value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)); } = TimeSpan.FromSeconds(10);

    /// <value>0.1 seconds to 1 minute.</value>
    public TimeSpan ConnectTimeout { get; init => field = Within(value, TimeSpan.FromSeconds(0.1), TimeSpan.FromMinutes(1)); } = TimeSpan.FromSeconds(5);

    /// <value>A longer <c>Retry-After</c> fails at once and tells the figure. 0 to 10 minutes.</value>
    public TimeSpan LongestRetryAfter { get; init => field = Within(value, TimeSpan.Zero, TimeSpan.FromMinutes(10)); } = TimeSpan.FromSeconds(60);

    /// <value>Bytes of an answer after decompression; 64 KiB to 1 GiB.</value>
    public long ResponseBytes { get; init => field = Within(value, 64L << 10, 1L << 30); } = 32L << 20;

    /// <value>Bytes of one attachment, either way; 64 KiB to 10 GiB.</value>
    public long AttachmentBytes { get; init => field = Within(value, 64L << 10, 10L << 30); } = 100L << 20;

    /// <value>Decompressed bytes for each compressed one, past the first MiB; 10 to 10,000.</value>
    public int DecompressionRatio { get; init => field = Within(value, 10, 10_000); } = 100;

    /// <value>Requests under way at once; 1 to 1,000.</value>
    public int Concurrency { get; init => field = Within(value, 1, 1_000); } = 64;

    /// <value>Requests that may wait for a turn; one more is refused. 0 to 100,000.</value>
    public int Queue { get; init => field = Within(value, 0, 100_000); } = 1_000;

    /// <value>What retries may cost until successes pay it back: 14 for a failure, 5 for a 429. 0 to 100,000.</value>
    public int RetryTokens { get; init => field = Within(value, 0, 100_000); } = 500;

    /// <value>Requests within <see cref="BreakerWindow"/> before the breaker judges; 2 to 1,000,000.</value>
    public int BreakerMinimum { get; init => field = Within(value, 2, 1_000_000); } = 20;

    /// <value>The breaker opens when more than half of the requests in this time failed. 1 second to 10 minutes.</value>
    public TimeSpan BreakerWindow { get; init => field = Within(value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)); } = TimeSpan.FromSeconds(30);

    /// <value>How long an open breaker refuses before it lets one request try. 0.5 seconds to 10 minutes.</value>
    public TimeSpan BreakerPause { get; init => field = Within(value, TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(10)); } = TimeSpan.FromSeconds(5);

    private static T Within<T>(T value, T least, T most, [CallerMemberName] string setting = "")
        where T : IComparable<T> =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new SiteSettingException(setting, $"{setting} is {value}; expected {least} to {most}.");
}
