using Tributary.Atlassian;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Logging;

namespace Tributary.Tests.Cli;

public sealed class ConfigurationTests : IDisposable
{
    private const string TwoSites = """
        {
          // Comments and a last comma are welcome.
          "LOG_LEVEL": "warning",
          "TRIBUTARY_ATTEMPTS": 2,
          "READ_ONLY_MODE": true,
          "sites": {
            "work": { "CONFLUENCE_URL": "https://work.atlassian.net", "CONFLUENCE_API_TOKEN": "work-token" },
            "lab": { "CONFLUENCE_URL": "https://lab.example.com", "CONFLUENCE_PERSONAL_TOKEN": "lab-pat" },
          }
        }
        """;

    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("Yes", true)]
    [InlineData(" ON ", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("No", false)]
    [InlineData("OFF", false)]
    [InlineData("", false)]
    public void A_boolean_is_read_in_any_case(string text, bool expected)
    {
        shell.Environment["READ_ONLY_MODE"] = text;

        Assert.Equal(expected, Load().Values.Boolean(Settings.ReadOnly));
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("2")]
    [InlineData("tru")]
    [InlineData("ja")]
    public void Anything_else_is_refused_by_name(string text)
    {
        shell.Environment["READ_ONLY_MODE"] = text;

        Assert.Equal("READ_ONLY_MODE (environment) must be true, 1, yes, on, or false, 0, no, off.", Refusal());
    }

    [Fact]
    public void Debug_alone_takes_any_text_for_false_and_warns()
    {
        shell.Environment["DEBUG"] = "app:*";

        ServerConfiguration configuration = Load();

        Assert.False(configuration.Values.Truthy(Settings.Debug));
        Assert.Equal(["DEBUG (environment) is neither true nor false and counts as false."], configuration.Warnings);
    }

    [Fact]
    public void Confluence_and_Jira_each_have_a_site_of_their_own()
    {
        shell.Write(".env", "CONFLUENCE_URL=https://x.atlassian.net/wiki\nCONFLUENCE_USERNAME=a@example.com\nCONFLUENCE_API_TOKEN=one\nJIRA_URL=https://jira.example.com\nJIRA_PERSONAL_TOKEN=two");
        Surroundings surroundings = shell.Surroundings(TextWriter.Null, TextWriter.Null);

        SiteOptions confluence = Load().ReadSite(surroundings)!, jira = Load().ReadSite(surroundings, Settings.Jira)!;

        Assert.Equal((AtlassianProduct.Confluence, "https://x.atlassian.net/wiki", "API token of a@example.com"), (confluence.Product, confluence.Url, confluence.Credential.ToString()));
        Assert.Equal((AtlassianProduct.Jira, "https://jira.example.com", "personal access token"), (jira.Product, jira.Url, jira.Credential.ToString()));
    }

    [Fact]
    public void Jira_may_stand_alone_and_says_by_its_own_names_what_is_wrong()
    {
        shell.Environment["JIRA_URL"] = "https://jira.example.com";
        Surroundings surroundings = shell.Surroundings(TextWriter.Null, TextWriter.Null);

        Assert.Null(Load().ReadSite(surroundings));
        Assert.Equal(
            "JIRA_API_TOKEN is missing: set JIRA_USERNAME and JIRA_API_TOKEN, or on Data Center JIRA_PERSONAL_TOKEN.",
            Assert.Throws<ConfigurationException>(() => Load().ReadSite(surroundings, Settings.Jira)).Message);
        shell.Environment["JIRA_PROJECTS_FILTER"] = "ENG, 7";
        Assert.Contains("JIRA_PROJECTS_FILTER", Assert.Throws<ConfigurationException>(() => Load().Values.ReadToolSettings(null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Later_sources_win()
    {
        shell.Write("tributary.json", """{ "LOG_LEVEL": "error", "TOOLSETS": "file", "MCP_HOST": "file", "MCP_PORT": 1 }""");
        shell.Write(".env", "TOOLSETS=env-file\nMCP_HOST=env-file\nMCP_PORT=2");
        shell.Environment["MCP_HOST"] = "environment";
        shell.Environment["MCP_PORT"] = "3";

        SettingValues values = Load(flags: (Settings.Port, "4")).Values;

        Assert.Equal("error", values.Text(Settings.LogLevel));
        Assert.Equal("env-file", values.Text(Settings.Toolsets));
        Assert.Equal("environment", values.Text(Settings.Host));
        Assert.Equal(4, values.Number(Settings.Port));
    }

    [Fact]
    public void A_setting_that_nobody_set_has_its_default()
    {
        SettingValues values = Load().Values;

        Assert.Equal(30, values.Number(Settings.ToolDeadline));
        Assert.Empty(values.List(Settings.Toolsets));
        Assert.False(values.Boolean(Settings.PermanentDelete));
    }

    [Fact]
    public void The_port_may_stand_under_the_name_that_others_use()
    {
        shell.Environment["MCP_SERVER_PORT"] = "8000";

        Assert.Equal(8000, Load().Values.Number(Settings.Port));
    }

    [Theory]
    [InlineData("TRIBUTARY_ATTEMPTS", "6", "TRIBUTARY_ATTEMPTS (environment) must be a whole number from 1 to 5.")]
    [InlineData("MCP_PORT", "nine", "MCP_PORT (environment) must be a whole number from 0 to 65535.")]
    public void A_number_out_of_its_range_is_refused(string name, string value, string message)
    {
        shell.Environment[name] = value;

        Assert.Equal(message, Refusal());
    }

    [Fact]
    public void Variables_for_Jira_and_others_are_left_alone()
    {
        shell.Environment["JIRA_URL"] = "https://jira.example.com";
        shell.Write(".env", "JIRA_API_TOKEN=x\nSOMETHING_ELSE=y");
        shell.Write("tributary.json", """{ "JIRA_PROJECTS_FILTER": "ENG" }""");

        Assert.Empty(Load().Warnings);
    }

    [Fact]
    public void The_first_site_is_the_default()
    {
        shell.Write("tributary.json", TwoSites);

        ServerConfiguration configuration = Load();

        Assert.Equal("work", configuration.SiteName);
        Assert.Equal("work-token", configuration.Values.Text(Settings.ApiToken));
        Assert.True(configuration.Values.Boolean(Settings.ReadOnly));
    }

    [Fact]
    public void A_site_is_picked_by_name_and_then_stands_above_the_environment()
    {
        shell.Write("tributary.json", TwoSites);
        shell.Environment["CONFLUENCE_URL"] = "https://other.example.com";
        shell.Environment["CONFLUENCE_API_TOKEN"] = "other-token";

        ServerConfiguration configuration = Load(site: "LAB");

        Assert.Equal("lab", configuration.SiteName);
        Assert.Equal("https://lab.example.com", configuration.Values.Text(Settings.Url));
        Assert.Null(configuration.Values.Text(Settings.ApiToken));
    }

    [Fact]
    public void A_token_never_follows_to_another_site()
    {
        shell.Write(".env", "CONFLUENCE_URL=https://one.example.com\nCONFLUENCE_PERSONAL_TOKEN=for-one\nCONFLUENCE_CUSTOM_HEADERS=X-Gate=for-one");
        shell.Environment["CONFLUENCE_URL"] = "https://two.example.com";

        SettingValues values = Load().Values;

        Assert.Null(values.Text(Settings.PersonalToken));
        Assert.Null(values.Text(Settings.CustomHeaders));
    }

    [Fact]
    public void The_same_address_again_keeps_its_token()
    {
        shell.Write(".env", "CONFLUENCE_URL=https://one.example.com/\nCONFLUENCE_PERSONAL_TOKEN=for-one");
        shell.Environment["CONFLUENCE_URL"] = "https://one.example.com";

        Assert.Equal("for-one", Load().Values.Text(Settings.PersonalToken));
    }

    [Theory]
    [InlineData("{ \"LOG_LEVEL\": \n }", "tributary.json line 2 is not valid JSON: compare it with docs/configuration.md.")]
    [InlineData("[]", "tributary.json must be a JSON object: compare it with docs/configuration.md.")]
    [InlineData("{ \"LOG_LEVLE\": \"info\" }", "LOG_LEVLE (tributary.json) is not a setting: docs/configuration.md lists them.")]
    [InlineData("{ \"sites\": { \"a\": { \"LOG_LEVEL\": \"info\" } } }", "LOG_LEVEL (site a in tributary.json) is not a setting of a site: docs/configuration.md lists them.")]
    [InlineData("{ \"LOG_LEVEL\": [] }", "LOG_LEVEL (tributary.json) must be a text, a number, true or false.")]
    public void A_wrong_file_is_refused_with_its_place(string text, string message)
    {
        shell.Write("tributary.json", text);

        Assert.Equal(message, Refusal());
    }

    [Fact]
    public void An_unknown_site_is_refused_with_the_known_ones()
    {
        shell.Write("tributary.json", TwoSites);

        var exception = Assert.Throws<ConfigurationException>(() => Load(site: "home"));

        Assert.Equal("--site home: tributary.json has no such site; it has work, lab.", exception.Message);
    }

    [Fact]
    public void The_home_folder_is_looked_at_after_the_current_one()
    {
        Directory.CreateDirectory(Path.Combine(shell.Folder, "elsewhere"));
        shell.Write("elsewhere/tributary.json", TwoSites);
        shell.Environment["TRIBUTARY_HOME"] = Path.Combine(shell.Folder, "elsewhere");

        Assert.Equal("work", Load().SiteName);
    }

    [Fact]
    public void Every_setting_is_in_the_table_once()
    {
        string[] names = [.. Settings.All.SelectMany(setting => setting.Aliases.Prepend(setting.Name))];

        Assert.Equal(names.Distinct(), names);
        Assert.All(Settings.All.Where(setting => setting.IsNumber), setting => Assert.InRange(int.Parse(setting.Default!, null), setting.Minimum, setting.Maximum));
    }

    private ServerConfiguration Load(string? site = null, params (Setting Setting, string Text)[] flags) => ServerConfiguration.Load(
        shell.Surroundings(TextWriter.Null, TextWriter.Null),
        new ConfigurationRequest(null, site, LogFormat.Text, flags.ToDictionary(flag => flag.Setting.Name, flag => new SettingValue(flag.Text, "--flag"))));

    private string Refusal() => Assert.Throws<ConfigurationException>(() => Load()).Message;
}
