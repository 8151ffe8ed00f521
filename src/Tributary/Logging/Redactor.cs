using System.Buffers;
using System.Text;
using System.Text.Json;
using Tributary.Configuration;

namespace Tributary.Logging;

/// <summary>The last line of defence: whatever wrote it, no configured secret and no Authorization value leaves in a log line.</summary>
internal sealed class Redactor
{
    private const string Mask = "***";

    // Shorter ones would blank out half of every line; nobody signs in with three letters.
    private const int ShortestSecret = 4;
    private static readonly string[] Schemes = ["Basic ", "Bearer "];
    private static readonly SearchValues<char> EndOfAuthority = SearchValues.Create("/?# \"'");
    private readonly string[] secrets;

    public Redactor(IEnumerable<string> secrets) =>
        // Longest first: one secret may be a part of another.
        this.secrets = [.. secrets.Where(secret => secret.Length >= ShortestSecret).Distinct().OrderByDescending(secret => secret.Length)];

    public static Redactor For(SettingValues values)
    {
        List<string> secrets = [];
        foreach (Setting setting in Settings.All.Where(setting => setting.Secret))
        {
            foreach (string secret in values.Secrets(setting))
            {
                secrets.AddRange([secret, Uri.EscapeDataString(secret), JsonEncodedText.Encode(secret).ToString(), Base64(secret)]);
                foreach (string user in new[] { Settings.Username, Settings.Jira.Username }.Select(name => values.Text(name)).OfType<string>())
                    secrets.Add(Base64($"{user}:{secret}"));
            }
        }

        return new Redactor(secrets);
    }

    public string Redact(string line)
    {
        foreach (string secret in secrets)
            line = line.Replace(secret, Mask, StringComparison.Ordinal);
        foreach (string scheme in Schemes)
            line = MaskAfter(line, scheme);
        return MaskUserInfo(line);
    }

    private static string MaskAfter(string line, string scheme)
    {
        int from = 0;
        while (line.IndexOf(scheme, from, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            from = at + scheme.Length;
            int end = from;
            while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '+' or '/' or '=' or '-' or '_' or '.' or '~'))
                end++;
            // Words follow "basic" and "bearer" in sentences; credentials are longer than words.
            if (end - from >= 16)
                line = string.Concat(line.AsSpan(0, from), Mask, line.AsSpan(end));
        }

        return line;
    }

    private static string MaskUserInfo(string line)
    {
        int from = 0;
        while (line.IndexOf("://", from, StringComparison.Ordinal) is var at and >= 0)
        {
            from = at + 3;
            int end = line.AsSpan(from).IndexOfAny(EndOfAuthority);
            int host = line.LastIndexOf('@', end < 0 ? line.Length - 1 : from + end - 1, end < 0 ? line.Length - from : end);
            if (host > from)
                line = string.Concat(line.AsSpan(0, from), Mask, line.AsSpan(host));
        }

        return line;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
