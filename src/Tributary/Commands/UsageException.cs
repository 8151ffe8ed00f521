namespace Tributary.Commands;

/// <summary>The command line cannot be meant: the message says what would do.</summary>
internal sealed class UsageException(string message) : Exception(message);
