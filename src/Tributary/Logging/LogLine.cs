using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Tributary.Logging;

/// <summary>One entry of the log, as a line of text or of JSON. Control characters are escaped: a page's title cannot forge a line.</summary>
internal sealed record LogLine(DateTimeOffset Time, LogLevel Level, string Category, string Message, Exception? Exception, bool ShowStack)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToText(Redactor redactor) => OneLine(redactor.Redact(
        $"{Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)} {Word(Level),-5} {Category}: {Message}{(Exception is null ? "" : " | " + Cause())}"));

    public string ToJson(Redactor redactor, IReadOnlyList<KeyValuePair<string, object?>>? fields)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("time", Time.UtcDateTime);
            json.WriteString("level", Word(Level));
            json.WriteString("category", Category);
            json.WriteString("message", redactor.Redact(Message));
            foreach ((string key, object? value) in fields ?? [])
            {
                if (key != "{OriginalFormat}")
                    WriteField(json, key, value, redactor);
            }

            if (Exception is not null)
                json.WriteString("exception", redactor.Redact(Cause()));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteField(Utf8JsonWriter json, string key, object? value, Redactor redactor)
    {
        switch (value)
        {
            case null:
                json.WriteNull(key);
                break;
            case int number:
                json.WriteNumber(key, number);
                break;
            case long number:
                json.WriteNumber(key, number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumber(key, number);
                break;
            case bool truth:
                json.WriteBoolean(key, truth);
                break;
            default:
                json.WriteString(key, redactor.Redact(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
                break;
        }
    }

    private string Cause()
    {
        if (ShowStack)
            return Exception!.ToString();
        var cause = new StringBuilder();
        for (Exception? exception = Exception; exception is not null; exception = exception.InnerException)
            cause.Append(cause.Length == 0 ? "" : " <- ").Append(exception.GetType().Name).Append(": ").Append(exception.Message);
        return cause.ToString();
    }

    private static string OneLine(string line)
    {
        if (!line.Any(char.IsControl))
            return line;
        var safe = new StringBuilder(line.Length + 16);
        foreach (char c in line)
            _ = char.IsControl(c) ? safe.Append(c switch { '\n' => @"\n", '\r' => @"\r", '\t' => @"\t", _ => $"\\u{(int)c:x4}" }) : safe.Append(c);
        return safe.ToString();
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "fatal",
    };
}
