namespace Tributary.Http;

/// <summary>The HTTP server cannot start as configured; the message is one line that says what to change.</summary>
internal sealed class HttpStartException(string message, Exception? innerException = null) : Exception(message, innerException);
