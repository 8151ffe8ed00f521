using System.Text;
using Tributary.Configuration;
using Tributary.Connecting;

namespace Tributary.Tests.Docs;

public sealed class ConfigurationDocTests
{
    [Fact]
    public void The_page_about_settings_is_what_the_table_of_settings_says() => GeneratedFile.Matches("docs/configuration.md", new MarkdownText()
        .Heading(1, "Configuration")
        .Block("Written by `./dev docs` from the table of settings that the program itself reads.")
        .Block("""
            Settings come from four sources; a later one wins:

            1. `tributary.json`, in the current folder or else in `TRIBUTARY_HOME`
            2. `.env` in the current folder, or the file that `--env-file` names
            3. the environment
            4. flags of the command line

            An empty value is the same as none. What cannot be read stops the start with one line that names the setting, where it stands and the remedy, and with exit code
            78; a value is never shown. The two products are set apart from each other: Jira's settings begin with `JIRA_`, Confluence's with `CONFLUENCE_`.

            An address and its credentials belong together: a source that names another `CONFLUENCE_URL` takes nothing of a site's settings over from the sources before it.
            """)
        .Heading(2, "The site")
        .Table(Head, Rows(setting => setting.OfSite))
        .Block("On Cloud, sign in with `CONFLUENCE_USERNAME` and `CONFLUENCE_API_TOKEN`; on Data Center with `CONFLUENCE_PERSONAL_TOKEN`, or with user name and password.")
        .Heading(2, "The server")
        .Table(Head, Rows(setting => setting is { OfSite: false, Limit: false }))
        .Heading(2, "Limits")
        .Block("All of them are logged at the start.")
        .Table(Head, Rows(setting => setting.Limit))
        .Heading(2, "Booleans")
        .Block("True is `true`, `1`, `yes` or `on` in any case; false is `false`, `0`, `no`, `off` or nothing. Anything else is refused, but for `DEBUG`, where it is false with a warning.")
        .Heading(2, "The file .env")
        .Code("sh", """
            # A comment. `export` before a name is fine.
            CONFLUENCE_URL=https://your-site.atlassian.net
            CONFLUENCE_USERNAME=you@example.com      # a comment after a value
            CONFLUENCE_API_TOKEN='single quotes: taken as it is'
            NAME="double quotes: \n, \t, \" and \\ are escapes"
            """)
        .Heading(2, "Several sites: tributary.json")
        .Block("Settings stand under their names, those of a site under its own. The first site is the default; `--site NAME` picks another. Comments are allowed.")
        .Code("json", """
            {
              "LOG_LEVEL": "info",
              "sites": {
                "work": {
                  "CONFLUENCE_URL": "https://your-site.atlassian.net",
                  "CONFLUENCE_USERNAME": "you@example.com",
                  "CONFLUENCE_API_TOKEN": "..."
                },
                "lab": {
                  "CONFLUENCE_URL": "https://wiki.example.com/confluence",
                  "CONFLUENCE_PERSONAL_TOKEN": "..."
                }
              }
            }
            """)
        .ToString());

    [Fact]
    public void The_example_of_a_settings_file_names_every_setting()
    {
        var example = new StringBuilder("# Copy this file to .env and fill in what you need. docs/configuration.md explains every setting.\n");
        foreach (Setting setting in Settings.All.Where(setting => setting != Settings.Home))
            example.Append($"\n# {setting.Meaning.Replace("`", "", StringComparison.Ordinal)} ({setting.Values.Replace("`", "", StringComparison.Ordinal)})\n").Append($"#{setting.Name}={setting.Default}\n");
        GeneratedFile.Matches(".env.example", example.ToString());

        string uncommented = example.ToString().Replace("\n#", "\n", StringComparison.Ordinal);
        Assert.All(EnvFile.Parse(string.Join('\n', uncommented.Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith(' '))), ".env").Keys,
            name => Assert.Contains(Settings.All, setting => setting.Name == name));
    }

    [Fact]
    public void The_example_for_Claude_Desktop_is_what_connect_prints() => GeneratedFile.Matches(
        "examples/claude_desktop_config.json",
        ClientFile.Fresh("mcpServers", McpClientKind.All[0].Entry(["/path/to/tributary", "serve", "--env-file", "/path/to/.env"])));

    private static readonly string[] Head = ["setting", "meaning", "values", "default"];

    private static IEnumerable<string[]> Rows(Func<Setting, bool> wanted) => Settings.All.Where(wanted).Select(setting => new[]
    {
        string.Join(", ", setting.Aliases.Where(alias => alias.Any(char.IsAsciiLetterUpper)).Prepend(setting.Name).Select(name => $"`{name}`")) + (setting.Flag is { } flag ? $", `{flag}`" : ""),
        setting.Meaning + (setting.Secret ? " Secret." : ""),
        setting.Values,
        setting.Default ?? "",
    });
}
