using Tributary.Http;

namespace Tributary.Configuration;

/// <summary>Where the HTTP server listens and what it takes, out of the settings.</summary>
internal static class HttpOptionsReader
{
    /// <exception cref="ConfigurationException">The address is not one of this machine alone.</exception>
    public static HttpOptions ReadHttp(this SettingValues values) => new()
    {
        Host = values.TextOrDefault(Settings.Host) is var host && Loopback.IsName(host)
            ? host
            : throw values.Wrong(Settings.Host, "must be 127.0.0.1, ::1 or localhost: until sign-in exists this server is single-user, and whoever reaches it acts as you"),
        Port = values.Number(Settings.Port),
        Limits = new HttpLimits
        {
            MaxBodySize = values.Number(Settings.BodySize) * 1024 * 1024,
            MaxConnections = values.Number(Settings.Connections),
            CallsPerUser = values.Number(Settings.CallsPerUser),
            QueuePerUser = values.Number(Settings.QueuePerUser),
            CallsInAll = values.Number(Settings.CallsInAll),
            SessionsPerUser = values.Number(Settings.SessionsPerUser),
            SessionsInAll = values.Number(Settings.SessionsInAll),
            SessionIdleTimeout = TimeSpan.FromMinutes(values.Number(Settings.SessionIdle)),
            DrainTimeout = TimeSpan.FromSeconds(values.Number(Settings.Drain)),
        },
    };
}
