namespace Tributary.Emulator.Faults;

public enum FaultKind
{
    /// <summary>Waits, then answers as ever.</summary>
    Delay,

    /// <summary>Answers with a status and Atlassian's headers for it: 429 with <c>Retry-After</c>, 500, 503, ...</summary>
    Status,

    /// <summary>Cuts the connection before the first byte.</summary>
    Reset,

    /// <summary>Cuts the connection half way through the body.</summary>
    Truncate,

    /// <summary>Answers with a web page, as a proxy or a sign-in wall does.</summary>
    Html,

    /// <summary>Treats a good credential as one that is no longer.</summary>
    ExpiredCredentials,
}

/// <summary>What is to go wrong, for which requests, how often.</summary>
/// <param name="Path">Matched against the whole path, without query; <c>*</c> stands for anything.</param>
/// <param name="Method">Null for every method.</param>
/// <param name="Count">How many requests it hits; null hits until it is removed.</param>
/// <param name="Status">Of <see cref="FaultKind.Status"/> and <see cref="FaultKind.Html"/>.</param>
/// <param name="RetryAfterSeconds">Sent with a status; null sends none.</param>
public sealed record FaultRule(
    FaultKind Kind,
    string Path = "*",
    string? Method = null,
    int? Count = 1,
    int Status = 503,
    int? RetryAfterSeconds = null,
    TimeSpan Delay = default);
