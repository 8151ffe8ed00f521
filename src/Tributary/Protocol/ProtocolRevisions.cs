using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Tributary.Protocol;

/// <summary>The revisions of MCP that are spoken here, and which of the two eras each belongs to.</summary>
internal static class ProtocolRevisions
{
    /// <summary>The revision without sessions: every request says in <c>_meta</c> what it speaks and what its client can do.</summary>
    public const string Stateless = "2026-07-28";

    private static readonly string[] WithHandshake = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

    /// <summary>What a refused client may choose from in the way it asked; the older ones are chosen by <c>initialize</c>.</summary>
    public static string[] Offered => [Stateless];

    public static bool IsKnown(string revision) => revision is Stateless || WithHandshake.Contains(revision);

    /// <summary>What the message itself says it speaks, if it does.</summary>
    public static string? Declared(JsonObject? parameters) =>
        (parameters?["_meta"] as JsonObject)?[MetaKeys.ProtocolVersion] is JsonValue value && value.TryGetValue(out string? revision) ? revision : null;
}
