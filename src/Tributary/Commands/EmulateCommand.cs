using System.CommandLine;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Spectre.Console;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Emulator;
using Tributary.Emulator.Faults;
using Tributary.Logging;
using Tributary.Serving;

namespace Tributary.Commands;

/// <summary><c>tributary emulate</c>: the emulator alone, for clients of every kind.</summary>
internal sealed class EmulateCommand : Command
{
    private static readonly string[] Users = ["alice", "bob", "charlie", "diana"];
    private static readonly string[] Roles = ["administrator", "editor", "reader", "outsider"];

    private readonly Option<int> port = new("--port") { Description = "The port to listen on; on Cloud the next one serves attachments. 0 takes any. Default: 8090.", DefaultValueFactory = _ => 8090, HelpName = "PORT" };
    private readonly Option<string> deployment = new("--deployment") { Description = "cloud (default) or data-center.", HelpName = "KIND" };
    private readonly Option<string> seed = new("--seed") { Description = "What it starts with: demo (default), mock, empty or a file.", HelpName = "SEED" };
    private readonly Option<string> latency = new("--latency") { Description = "How long every answer waits, such as 50ms or 1.5s.", HelpName = "TIME" };
    private readonly Option<string> data = new("--data") { Description = "Keeps its state in this file, and starts with it if it is there.", HelpName = "FILE" };

    private readonly Option<string[]> fault = new("--fault")
    {
        Description = "What goes wrong from the start, such as \"status, status=429, retry-after=2, path=*/pages/*, count=3\"; may be given again. Kinds: " + FaultText.Kinds + ".",
        HelpName = "RULE",
    };

    public EmulateCommand(Surroundings surroundings)
        : base("emulate", "Runs the emulator of Confluence and Jira alone. Not for production: its passwords are well known.")
    {
        deployment.AcceptOnlyFromAmong("cloud", "data-center");
        foreach (Option option in (Option[])[port, deployment, seed, latency, data, fault])
            Options.Add(option);
        SetAction(async (parse, stop) => (int)await RunAsync(Read(parse, surroundings), surroundings, stop));
    }

    private EmulatorOptions Read(ParseResult parse, Surroundings surroundings) => new()
    {
        Port = parse.GetValue(port),
        Deployment = parse.GetValue(deployment) == "data-center" ? EmulatedDeployment.DataCenter : EmulatedDeployment.Cloud,
        Seed = parse.GetValue(seed) ?? DemoSite.DefaultSeed,
        Latency = Duration(parse.GetValue(latency)),
        DataFile = parse.GetValue(data) is { } file ? Path.GetFullPath(file, surroundings.Folder) : null,
        Faults = [.. (parse.GetValue(fault) ?? []).Select(Fault)],
        Clock = surroundings.Time,
        Logger = new Log(surroundings.Output, LogLevel.Error, LogFormat.Text, new Redactor([]), surroundings.Time).CreateLogger("Tributary.Emulator"),
    };

    private static async Task<ExitCode> RunAsync(EmulatorOptions options, Surroundings surroundings, CancellationToken stop)
    {
        try
        {
            await using EmulatorServer emulator = await EmulatorServer.StartAsync(options, stop);
            Show(emulator, options.Deployment, surroundings.Output);
            await Task.Delay(Timeout.InfiniteTimeSpan, surroundings.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Success;
        }
        catch (ArgumentException exception)
        {
            throw new UsageException($"{(options.Port == IPEndPoint.MaxPort ? "--port" : "--seed")}: {exception.Message.Split(" (Parameter", 2)[0]}");
        }
        catch (IOException exception) when (exception.InnerException is not null)
        {
            bool isMedia = exception.Message.Contains($":{options.Port + 1}", StringComparison.Ordinal);
            throw new ConfigurationException($"{(isMedia ? $"Port {options.Port + 1}, which serves the attachments of {options.Port}," : $"Port {options.Port}")} cannot be used: {exception.InnerException.Message.TrimEnd('.')}. Choose another --port; 0 takes any.", exception);
        }
    }

    private static void Show(EmulatorServer emulator, EmulatedDeployment deployment, Output output)
    {
        bool cloud = deployment == EmulatedDeployment.Cloud;
        output.WriteData($"Confluence {(cloud ? "Cloud" : "Data Center")}, emulated, at {emulator.BaseUrl}");
        if (cloud)
            output.WriteData($"Its API gateway, for tokens with scopes and OAuth, at {emulator.GatewayUrl}");
        output.WriteData($"Jira {(cloud ? "Cloud" : "Data Center")}, emulated, at {emulator.JiraUrl}");
        if (cloud)
        {
            string media = emulator.MediaUrl.GetLeftPart(UriPartial.Authority);
            output.WriteData($"Its API gateway at {emulator.JiraGatewayUrl}");
            output.WriteData($"Attachments come from {media}: for tributary serve set CONFLUENCE_MEDIA_HOSTS={media} and JIRA_MEDIA_HOSTS={media}");
        }

        var table = new Table { Border = output.DataIsTerminal ? TableBorder.Rounded : TableBorder.None };
        table.AddColumn("User").AddColumn("Role").AddColumn(cloud ? "E-mail" : "Password").AddColumn(cloud ? "API token" : "Personal access token");
        foreach ((string user, string role) in Users.Zip(Roles))
            table.AddRow(user, role, cloud ? $"{user}@example.com" : $"{user}-password", cloud ? $"{user}-token" : $"{user}-pat");
        output.Pretty().Write(table);
        output.WriteData(EmulatorServer.Notice);
        output.Say("Ctrl-C stops it.");
    }

    private static FaultRule Fault(string text)
    {
        try
        {
            return FaultText.Parse(text);
        }
        catch (FormatException error)
        {
            throw new UsageException($"--fault: {error.Message}");
        }
    }

    private static TimeSpan Duration(string? text)
    {
        if (text is null)
            return TimeSpan.Zero;
        (string number, double unit) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 1) : text.EndsWith('s') ? (text[..^1], 1000) : (text, 1);
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count) && count * unit <= 60_000
            ? TimeSpan.FromMilliseconds(count * unit)
            : throw new UsageException("--latency takes a time up to 60s, such as 50ms or 1.5s.");
    }
}
