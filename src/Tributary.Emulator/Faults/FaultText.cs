using System.Globalization;

namespace Tributary.Emulator.Faults;

/// <summary>
/// A rule in one line, for a command line: the kind, then what differs from its defaults, as in <c>status, status=429, retry-after=2, path=*/pages/*, method=GET, count=3</c>,
/// <c>delay, delay=250, count=always</c> (milliseconds) or <c>expired-credentials</c>.
/// </summary>
public static class FaultText
{
    public const string Kinds = "delay, status, reset, truncate, html or expired-credentials";

    /// <exception cref="FormatException">Says what is wrong with the text.</exception>
    public static FaultRule Parse(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0) throw new FormatException($"A fault begins with its kind: {Kinds}.");
        var rule = new FaultRule(Kind(parts[0]));
        foreach (string part in parts.AsSpan(1))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) throw new FormatException($"'{part}' is no setting of a fault: write name=value.");
            rule = With(rule, part[..equals], part[(equals + 1)..]);
        }

        return rule;
    }

    internal static FaultKind Kind(string name) =>
        !int.TryParse(name, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) && Enum.TryParse(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out FaultKind kind)
            ? kind
            : throw new FormatException($"'{name}' is no kind of fault: use {Kinds}.");

    private static FaultRule With(FaultRule rule, string name, string value) => name switch
    {
        "path" => rule with { Path = value },
        "method" => rule with { Method = value },
        "count" => rule with { Count = value == "always" ? null : Number(name, value) },
        "status" => rule with { Status = Number(name, value) },
        "retry-after" => rule with { RetryAfterSeconds = Number(name, value) },
        "delay" => rule with { Delay = TimeSpan.FromMilliseconds(Number(name, value)) },
        _ => throw new FormatException($"'{name}' is no setting of a fault: use path, method, count, status, retry-after or delay."),
    };

    private static int Number(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw new FormatException($"{name} takes a number, and '{value}' is none.");
}
