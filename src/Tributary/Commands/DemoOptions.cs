using System.CommandLine;
using Microsoft.Extensions.Logging;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Serving;

namespace Tributary.Commands;

/// <summary><c>--demo</c> and <c>--seed</c>: the emulator in place of the configured site.</summary>
internal sealed class DemoOptions
{
    private readonly Option<bool> demo = new("--demo") { Description = "Uses an emulated Confluence and Jira with invented data, signed in as alice." };
    private readonly Option<string> seed = new("--seed") { Description = "What the emulator starts with: demo (default), mock, empty or a file.", HelpName = "SEED" };

    public DemoOptions(Command command)
    {
        command.Options.Add(demo);
        command.Options.Add(seed);
    }

    public ServedSite Open(ParseResult parse, ServerConfiguration configuration, Surroundings surroundings, ILoggerFactory log)
    {
        string? wanted = parse.GetValue(seed);
        if (parse.GetValue(demo))
            return ServedSite.Demo(wanted ?? DemoSite.DefaultSeed, configuration.Values, surroundings, log);
        return wanted is null
            ? ServedSite.Configured(configuration, surroundings, log)
            : throw new UsageException("--seed goes with --demo: a real site is not seeded.");
    }
}
