using Tributary.Emulator.Faults;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Hosting;

/// <summary>The emulated site that endpoints serve: its wiki, where it is reached, and what is to go wrong.</summary>
internal sealed class Site(EmulatorOptions options, Wiki wiki)
{
    /// <summary>What <c>/_edge/tenant_info</c> tells.</summary>
    public const string CloudId = "11223344-a1b2-4c3d-8e4f-5566778899aa";

    public EmulatorOptions Options { get; } = options;

    public Wiki Wiki { get; } = wiki;

    public bool IsCloud => Options.Deployment == EmulatedDeployment.Cloud;

    /// <summary><c>/wiki</c> on Cloud; empty or <c>/confluence</c> on Data Center.</summary>
    public string ContextPath { get; } = options.Deployment == EmulatedDeployment.Cloud ? "/wiki" : options.ContextPath.Trim('/') is { Length: > 0 } path ? "/" + path : "";

    /// <summary>Scheme, host and port, known once the site listens.</summary>
    public string Origin { get; set; } = "";

    /// <summary>The second origin, which serves the bytes of attachments on Cloud.</summary>
    public string MediaOrigin { get; set; } = "";

    /// <summary>Links are relative to this.</summary>
    public string BaseUrl => Origin + ContextPath;

    public FaultList Faults { get; } = new(options.Faults);

    public RequestLog Requests { get; } = new();
}
