using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Doctor;
using Tributary.Doctor.Mcp;

namespace Tributary.Commands;

/// <summary><c>tributary doctor</c>: what is wrong, and what to do about it.</summary>
internal sealed class DoctorCommand : Command
{
    private readonly Option<string> mcp = new("--mcp") { Description = "Examines the MCP server at this address: connect, initialise, list, call.", HelpName = "ADDRESS" };
    private readonly Option<bool> json = new("--json") { Description = "Prints the findings as JSON." };
    private readonly ConfigurationFlags flags;
    private readonly Surroundings surroundings;

    public DoctorCommand(Surroundings surroundings)
        : base("doctor", "Checks settings, address, network, certificate, credentials, clock and permissions; says ok or what to do.")
    {
        this.surroundings = surroundings;
        Options.Add(mcp);
        Options.Add(json);
        flags = new ConfigurationFlags(this);
        SetAction(async (parse, stop) => (int)await RunAsync(parse, stop));
    }

    private async Task<ExitCode> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var findings = new JsonArray();
        bool asJson = parse.GetValue(json);
        Action<ICheck, Finding> tell = asJson
            ? (check, finding) => findings.Add(new JsonObject { ["check"] = check.Name, ["well"] = finding.IsWell, ["message"] = finding.Message })
            : Print(surroundings.Output);
        bool well = parse.GetValue(mcp) is { } address ? await ExamineServerAsync(address, tell, stop) : await ExamineSiteAsync(parse, tell, stop);
        if (asJson)
            surroundings.Output.WriteJson(JsonElement.Parse(new JsonObject { ["well"] = well, ["checks"] = findings }.ToJsonString()));
        return well ? ExitCode.Success : ExitCode.Failure;
    }

    private async Task<bool> ExamineSiteAsync(ParseResult parse, Action<ICheck, Finding> tell, CancellationToken stop)
    {
        using var patient = new Patient(surroundings, () => flags.Load(parse, surroundings));
        return await Examination.RunAsync(
            [
                new SettingsCheck(patient), new AddressCheck(patient), new ProxyCheck(patient), new ConnectionCheck(patient), new CertificateCheck(patient),
                new DeploymentCheck(patient), new CredentialsCheck(patient), new ClockCheck(patient), new PermissionsCheck(patient),
            ],
            patient.Explain, tell, stop);
    }

    private static async Task<bool> ExamineServerAsync(string address, Action<ICheck, Finding> tell, CancellationToken stop)
    {
        await using var patient = new RemotePatient(address);
        return await Examination.RunAsync([new ConnectCheck(patient), new InitialiseCheck(patient), new ListCheck(patient), new CallCheck(patient)], exception => exception.Message, tell, stop);
    }

    private static Action<ICheck, Finding> Print(Output output)
    {
        if (!output.DataIsTerminal)
            return (check, finding) => output.WriteData($"{(finding.IsWell ? "ok " : "fix")} {check.Name}: {finding.Message}");
        IAnsiConsole console = output.Pretty();
        return (check, finding) => console.MarkupLine($"{(finding.IsWell ? "[green]ok [/]" : "[red]fix[/]")} [bold]{check.Name}[/]: {finding.Message.EscapeMarkup()}");
    }
}
