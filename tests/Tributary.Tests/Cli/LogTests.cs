using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Logging;

namespace Tributary.Tests.Cli;

public sealed partial class LogTests : IDisposable
{
    private readonly StringWriter words = new();

    public void Dispose() => words.Dispose();

    [Fact]
    public void A_line_has_time_level_category_and_message()
    {
        ILogger logger = LogWith(LogLevel.Information, LogFormat.Text).CreateLogger("Tributary.Tools.Calls");

        LogCall(logger, "confluence_search", 12.5);

        Assert.Equal($"2026-01-02T03:04:05.006Z info  Calls: called confluence_search in 12.5 ms{Environment.NewLine}", words.ToString());
    }

    [Fact]
    public void A_JSON_line_has_the_fields_too()
    {
        LogFailedCall(LogWith(LogLevel.Information, LogFormat.Json).CreateLogger("Tributary.Calls"), new IOException("gone"), "x", 12.5);

        JsonElement line = JsonElement.Parse(words.ToString());
        Assert.Equal("warn", line.GetProperty("level").GetString());
        Assert.Equal("called x in 12.5 ms", line.GetProperty("message").GetString());
        Assert.Equal("x", line.GetProperty("Tool").GetString());
        Assert.Equal(12.5, line.GetProperty("ElapsedMs").GetDouble());
        Assert.Equal("IOException: gone", line.GetProperty("exception").GetString());
    }

    [Fact]
    public void A_cause_is_named_without_its_stack()
    {
        LogFailedCall(LogWith(LogLevel.Information, LogFormat.Text).CreateLogger("Tributary.X"), new InvalidOperationException("outer", new IOException("inner")), "x", 1);

        Assert.EndsWith("warn  X: called x in 1 ms | InvalidOperationException: outer <- IOException: inner" + Environment.NewLine, words.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_outside_cannot_forge_a_line()
    {
        ILogger logger = LogWith(LogLevel.Information, LogFormat.Text).CreateLogger("Tributary.X");

        LogCall(logger, "a\r\n2026 fatal X: all is lost\u001b[31m", 1);

        Assert.Single(words.ToString().TrimEnd().Split('\n'));
        Assert.DoesNotContain('\u001b', words.ToString());
    }

    [Theory]
    [InlineData("ModelContextProtocol.Server.McpServer", LogLevel.Trace, LogLevel.Trace, false)]
    [InlineData("ModelContextProtocol.Server.McpServer", LogLevel.Trace, LogLevel.Debug, true)]
    [InlineData("ModelContextProtocol.Server.McpServer", LogLevel.Information, LogLevel.Error, false)]
    [InlineData("Microsoft.AspNetCore.Hosting", LogLevel.Information, LogLevel.Warning, true)]
    [InlineData("Tributary.Tools", LogLevel.Trace, LogLevel.Trace, true)]
    [InlineData("Tributary.Tools", LogLevel.None, LogLevel.Critical, false)]
    [InlineData("ModelContextProtocol", LogLevel.Critical, LogLevel.Error, false)]
    public void Libraries_never_log_whole_messages(string category, LogLevel configured, LogLevel line, bool logged) =>
        Assert.Equal(logged, LogWith(configured, LogFormat.Text).CreateLogger(category).IsEnabled(line));

    [Theory]
    [InlineData("Text")]
    [InlineData("Json")]
    public void No_secret_leaves_in_a_line_whatever_its_form(string format)
    {
        const string Token = "s3cr3t+\"/tøken";
        var values = new SettingValues();
        values.Add(new Dictionary<string, SettingValue>
        {
            ["CONFLUENCE_USERNAME"] = new("alice@example.com", "test"),
            ["CONFLUENCE_API_TOKEN"] = new(Token, "test"),
            ["CONFLUENCE_CUSTOM_HEADERS"] = new("X-Gate=gate-key-1, X-Other=gate-key-2", "test"),
            ["HTTPS_PROXY"] = new("http://pia:proxy-pass@proxy.example.com:3128", "test"),
        });
        string basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("alice@example.com:" + Token));
        ILogger logger = new Log(new Output(TextWriter.Null, words), LogLevel.Trace, Enum.Parse<LogFormat>(format), Redactor.For(values), TimeProvider.System).CreateLogger("Tributary.X");

        foreach (string text in (string[])[Token, Uri.EscapeDataString(Token), basic, "X-Gate: gate-key-1; gate-key-2", "proxy-pass"])
            LogFailedCall(logger, new IOException("inner " + text), text, 1);
        LogCall(logger, "Authorization: Bearer eyJhbGciOiJub25lIn0.abcdefgh.xyz and https://bob:other-pass@wiki.example.com/x", 1);

        string lines = words.ToString();
        Assert.All(
            [Token, Uri.EscapeDataString(Token), JsonEncodedText.Encode(Token).ToString(), basic, "gate-key-1", "gate-key-2", "proxy-pass", "eyJhbGci", "other-pass"],
            secret => Assert.DoesNotContain(secret, lines, StringComparison.Ordinal));
        Assert.Contains("wiki.example.com/x", lines, StringComparison.Ordinal);
    }

    private Log LogWith(LogLevel level, LogFormat format) => new(new Output(TextWriter.Null, words), level, format, new Redactor([]), new FixedTime());

    [LoggerMessage(Level = LogLevel.Information, Message = "called {Tool} in {ElapsedMs} ms")]
    private static partial void LogCall(ILogger logger, string tool, double elapsedMs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "called {Tool} in {ElapsedMs} ms")]
    private static partial void LogFailedCall(ILogger logger, Exception exception, string tool, double elapsedMs);

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, 6, TimeSpan.Zero);
    }
}
