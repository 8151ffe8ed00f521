using System.CommandLine;
using Tributary.Console;
using Tributary.Logging;

namespace Tributary.Configuration;

/// <summary>The flags of a command that has a configuration: the three that every such command knows, and those of the settings it names.</summary>
internal sealed class ConfigurationFlags
{
    private readonly Option<string> envFile = new("--env-file") { Description = "Reads this file instead of .env in the current folder.", HelpName = "FILE" };
    private readonly Option<string> site = new("--site") { Description = "The site of tributary.json to use; the first one otherwise.", HelpName = "NAME" };
    private readonly Option<string> logFormat = new("--log-format") { Description = "How log lines look: text (default) or json.", HelpName = "FORMAT" };
    private readonly List<(Setting Setting, Option Option)> flags = [];

    public ConfigurationFlags(Command command, params ReadOnlySpan<Setting> settings)
    {
        foreach (Setting setting in settings)
        {
            Option option = setting.IsBoolean
                ? new Option<bool>(setting.Flag!) { Description = Plain(setting.Meaning) }
                : new Option<string>(setting.Flag!) { Description = Plain(setting.Meaning) + (setting.Default is null ? "" : $" Default: {setting.Default}."), HelpName = setting.FlagValue };
            flags.Add((setting, option));
            command.Options.Add(option);
        }

        logFormat.AcceptOnlyFromAmong("text", "json");
        command.Options.Add(envFile);
        command.Options.Add(site);
        command.Options.Add(logFormat);
    }

    public ServerConfiguration Load(ParseResult parse, Surroundings surroundings)
    {
        var given = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        foreach ((Setting setting, Option option) in flags)
        {
            if (IsGiven(parse, option))
                given[setting.Name] = new SettingValue(option is Option<bool> flag ? parse.GetValue(flag) ? "true" : "false" : parse.GetValue((Option<string>)option)!, setting.Flag!);
        }

        return ServerConfiguration.Load(surroundings, new ConfigurationRequest(
            parse.GetValue(envFile), parse.GetValue(site), parse.GetValue(logFormat) == "json" ? LogFormat.Json : LogFormat.Text, given));
    }

    /// <summary>Whether the flag of <paramref name="setting"/> stands on the command line.</summary>
    public bool IsGiven(ParseResult parse, Setting setting) => flags.Any(flag => flag.Setting == setting && IsGiven(parse, flag.Option));

    private static bool IsGiven(ParseResult parse, Option option) => parse.GetResult(option) is { Implicit: false };

    private static string Plain(string markdown) => markdown.Replace("`", "", StringComparison.Ordinal);
}
