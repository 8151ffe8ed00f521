namespace Tributary.Emulator.Search;

/// <summary>The query cannot be answered: status 400, with this message behind Confluence's class name.</summary>
public sealed class CqlSearchException(string reason) : Exception($"Could not parse cql : {reason}");
