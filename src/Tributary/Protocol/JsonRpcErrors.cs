namespace Tributary.Protocol;

/// <summary>Error codes of our own, in the range that JSON-RPC leaves to servers.</summary>
internal static class JsonRpcErrors
{
    /// <summary>The request was refused before it was carried out; the message says why.</summary>
    public const int Refused = -32000;

    /// <summary>The session is unknown or over: initialise again.</summary>
    public const int SessionNotFound = -32001;
}
