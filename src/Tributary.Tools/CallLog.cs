using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tributary.Tools.Catalog;

namespace Tributary.Tools;

/// <summary>One line a call.</summary>
internal static partial class CallLog
{
    private const int ShownCharacters = 120;

    /// <param name="name">As called: an alias stays visible.</param>
    public static void Write(
        ILogger logger, string name, CatalogTool tool, IReadOnlyDictionary<string, JsonElement> arguments, string outcome, TimeSpan elapsed)
    {
        if (!logger.IsEnabled(LogLevel.Information))
            return;

        string masked = Masked(tool, arguments);
        Called(logger, name, masked, outcome, (long)elapsed.TotalMilliseconds);
    }

    /// <summary>Content shows its length alone; so does what no parameter is known for.</summary>
    private static string Masked(CatalogTool tool, IReadOnlyDictionary<string, JsonElement> arguments)
    {
        var line = new StringBuilder();
        foreach ((string name, JsonElement value) in arguments)
        {
            Parameter? parameter = tool.Parameters.FirstOrDefault(parameter => parameter.Name == name);
            string text = value.ToString();
            line.Append(line.Length == 0 ? "" : " ").Append(Line(name)).Append('=');
            if (parameter is null or { IsProse: true })
                line.Append(CultureInfo.InvariantCulture, $"({text.Length} characters)");
            else
                line.Append(Line(text));
        }

        return line.ToString();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Called {Tool} {Arguments}: {Outcome} in {ElapsedMs} ms")]
    private static partial void Called(ILogger logger, string tool, string arguments, string outcome, long elapsedMs);

    // One call, one line: an argument cannot begin another.
    private static string Line(string text)
    {
        string shown = text.Length <= ShownCharacters ? text : text[..ShownCharacters] + "…";
        return string.Concat(shown.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
    }
}
