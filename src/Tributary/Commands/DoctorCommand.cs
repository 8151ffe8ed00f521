using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;
using Tributary.Atlassian;
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
        Action<string, Finding> tell = asJson
            ? (check, finding) => findings.Add(new JsonObject { ["check"] = check, ["well"] = finding.IsWell, ["message"] = finding.Message })
            : Print(surroundings.Output);
        bool well = parse.GetValue(mcp) is { } address ? await ExamineServerAsync(address, tell, stop) : await ExamineSitesAsync(parse, tell, stop);
        if (asJson)
            surroundings.Output.WriteJson(JsonElement.Parse(new JsonObject { ["well"] = well, ["checks"] = findings }.ToJsonString()));
        return well ? ExitCode.Success : ExitCode.Failure;
    }

    private async Task<bool> ExamineSitesAsync(ParseResult parse, Action<string, Finding> tell, CancellationToken stop)
    {
        var settings = new SettingsCheck(surroundings, () => flags.Load(parse, surroundings));
        bool well = await Examination.RunAsync([settings], exception => exception.Message, tell, stop);
        foreach (Patient patient in well ? settings.Patients : [])
        {
            using (patient)
            {
                string product = settings.Patients.Count == 1 ? "" : $"{patient.Product} ";
                well &= await Examination.RunAsync(ChecksOf(patient), patient.Explain, (check, finding) => tell(product + check, finding), stop);
            }
        }

        return well;
    }

    private static IEnumerable<ICheck> ChecksOf(Patient patient) =>
    [
        new AddressCheck(patient), new ProxyCheck(patient), new ConnectionCheck(patient), new CertificateCheck(patient), new DeploymentCheck(patient),
        .. patient.Product == AtlassianProduct.Jira
            ? (ICheck[])[new JiraCredentialsCheck(patient), new ClockCheck(patient), new JiraPermissionsCheck(patient)]
            : [new ConfluenceCredentialsCheck(patient), new ClockCheck(patient), new ConfluencePermissionsCheck(patient)],
    ];

    private static async Task<bool> ExamineServerAsync(string address, Action<string, Finding> tell, CancellationToken stop)
    {
        await using var patient = new RemotePatient(address);
        return await Examination.RunAsync([new ConnectCheck(patient), new InitialiseCheck(patient), new ListCheck(patient), new CallCheck(patient)], exception => exception.Message, tell, stop);
    }

    private static Action<string, Finding> Print(Output output)
    {
        if (!output.DataIsTerminal)
            return (check, finding) => output.WriteData($"{(finding.IsWell ? "ok " : "fix")} {check}: {finding.Message}");
        IAnsiConsole console = output.Pretty();
        return (check, finding) => console.MarkupLine($"{(finding.IsWell ? "[green]ok [/]" : "[red]fix[/]")} [bold]{check}[/]: {finding.Message.EscapeMarkup()}");
    }
}
