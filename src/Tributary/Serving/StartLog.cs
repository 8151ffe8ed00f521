using Microsoft.Extensions.Logging;
using Tributary.Commands;
using Tributary.Configuration;
using Tributary.Tools;

namespace Tributary.Serving;

/// <summary>What a server says of itself when it starts: enough to see from a log alone what was in force.</summary>
internal static partial class StartLog
{
    public static void Write(ILoggerFactory log, string transport, ServerConfiguration configuration, ToolSettings tools)
    {
        ILogger logger = log.CreateLogger("Tributary.Start");
        foreach (string warning in configuration.Warnings)
            LogWarning(logger, warning);
        string policy = string.Join(", ",
            $"writing {(tools.ReadOnly ? "off" : "on")}",
            $"permanent deletion {(tools.AllowPermanentDelete ? "on" : "off")}",
            $"toolsets {Names(tools.Toolsets, "core, others by find_tools")}",
            $"tools {Names(tools.EnabledTools, "all of them")}",
            $"spaces {Names(tools.Spaces, "all")}",
            $"projects {Names(tools.Projects, "all")}",
            $"attachment roots {Names(tools.AttachmentRoots, "none")}");
        string limits = string.Join(", ", Settings.All.Where(setting => setting.Limit).Select(setting => $"{setting.Name}={configuration.Values.Number(setting)}"));
        LogStarted(logger, CommandLine.Version, transport, Environment.ProcessId);
        LogPolicy(logger, policy);
        LogLimits(logger, limits);
    }

    private static string Names<T>(IReadOnlyList<T> names, string none) => names.Count == 0 ? none : string.Join("+", names);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Warning}")]
    private static partial void LogWarning(ILogger logger, string warning);

    [LoggerMessage(Level = LogLevel.Information, Message = "Tributary {Version} started over {Transport} (process {ProcessId})")]
    private static partial void LogStarted(ILogger logger, string version, string transport, int processId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Policy: {Policy}")]
    private static partial void LogPolicy(ILogger logger, string policy);

    [LoggerMessage(Level = LogLevel.Information, Message = "Limits: {Limits}")]
    private static partial void LogLimits(ILogger logger, string limits);
}
