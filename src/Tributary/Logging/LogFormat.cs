namespace Tributary.Logging;

internal enum LogFormat
{
    Text,
    Json,
}
