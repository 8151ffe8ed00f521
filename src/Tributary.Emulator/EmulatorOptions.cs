using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Tributary.Emulator.Faults;

namespace Tributary.Emulator;

/// <summary>What Cloud's removed v1 endpoints (content, space, property reads and writes) answer.</summary>
public enum LegacyV1
{
    /// <summary>410 for everyone: how Cloud is from 2026 on.</summary>
    Gone,

    /// <summary>410 through the API gateway alone.</summary>
    BasicOnly,

    Alive,
}

/// <summary>How an emulated site is to be.</summary>
public sealed record EmulatorOptions
{
    public EmulatedDeployment Deployment { get; init; } = EmulatedDeployment.Cloud;

    /// <summary>The name of a seed, or the path of a data file.</summary>
    public string Seed { get; init; } = "demo";

    /// <value>Added to every answer.</value>
    public TimeSpan Latency { get; init; }

    /// <value>Where the site is kept: loaded at start if it is there, and written before a change is answered. Null keeps nothing.</value>
    public string? DataFile { get; init; }

    /// <value>What goes wrong from the start.</value>
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    public LegacyV1 LegacyV1 { get; init; } = LegacyV1.Gone;

    /// <value>Data Center's context path, such as <c>/confluence</c>. Cloud's is always <c>/wiki</c>.</value>
    public string ContextPath { get; init; } = "";

    /// <value>An address of this machine: the emulator listens nowhere else.</value>
    public string Host { get; init; } = "127.0.0.1";

    /// <value>0 takes a free port.</value>
    public int Port { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public ILogger Logger { get; init; } = NullLogger.Instance;
}
