namespace Tributary.Configuration;

/// <summary>A setting is wrong or missing. The message is one line that names it and the remedy, and never holds a value: a value may be a secret.</summary>
internal sealed class ConfigurationException(string message, Exception? innerException = null) : Exception(message, innerException);
