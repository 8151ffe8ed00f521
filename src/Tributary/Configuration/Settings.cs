using Tributary.Atlassian;

namespace Tributary.Configuration;

/// <summary>Every setting there is. Parsing, the start-up log and <c>docs/configuration.md</c> all read this table.</summary>
internal static class Settings
{
    public static readonly Setting Url = OfSite(new("CONFLUENCE_URL",
        "Where Confluence is. On Cloud with or without `/wiki`; on Data Center with its context path, if it has one.")
    { Values = "an https address" });

    public static readonly Setting Username = OfSite(new("CONFLUENCE_USERNAME", "The e-mail address on Cloud, the user name on Data Center; goes with `CONFLUENCE_API_TOKEN`."));

    public static readonly Setting ApiToken = OfSite(new("CONFLUENCE_API_TOKEN", "The API token on Cloud, the password on Data Center.") { Secret = true });

    public static readonly Setting PersonalToken = OfSite(new("CONFLUENCE_PERSONAL_TOKEN",
        "A personal access token of Data Center. It stands alone, without a user name.")
    { Secret = true });

    public static readonly Setting OAuthAccessToken = OfSite(new("ATLASSIAN_OAUTH_ACCESS_TOKEN",
        "An OAuth 2.0 access token that you obtained yourself. It is sent as it is and not renewed.")
    { Secret = true });

    public static readonly Setting OAuthCloudId = OfSite(new("ATLASSIAN_OAUTH_CLOUD_ID",
        "The Cloud id of the site. It stands in for `CONFLUENCE_URL`, and for what `JIRA_URL` says, with an OAuth token or a token with scopes, both of which go through `api.atlassian.com`."));

    public static readonly Setting Deployment = OfSite(new("CONFLUENCE_DEPLOYMENT",
        "Which product answers at the address. `auto` tells Cloud by its host name and asks the site otherwise.", "auto")
    { Values = "auto, cloud or data-center" });

    public static readonly Setting SslVerify = OfSite(new("CONFLUENCE_SSL_VERIFY",
        "How the certificate is checked: against the system's authorities, against those of a PEM file, or by its own fingerprint, which `tributary doctor` prints. " +
        "`false` is refused off loopback.", "true")
    { Values = "true, a file, `sha256:` and a fingerprint, or false" });

    public static readonly Setting ClientCertificate = OfSite(new("CONFLUENCE_CLIENT_CERT", "The certificate by which this client introduces itself.") { Values = "a PEM file" });

    public static readonly Setting ClientKey = OfSite(new("CONFLUENCE_CLIENT_KEY", "Its private key, if the certificate's file does not hold it.") { Values = "a PEM file" });

    public static readonly Setting ClientKeyPassword = OfSite(new("CONFLUENCE_CLIENT_KEY_PASSWORD", "The password of the private key.") { Secret = true });

    public static readonly Setting ScopedToken = OfSite(Setting.Boolean("CONFLUENCE_SCOPED_TOKEN",
        "The API token was made with scopes: requests then go through `api.atlassian.com`, for the site itself refuses such tokens."));

    public static readonly Setting CustomHeaders = OfSite(new("CONFLUENCE_CUSTOM_HEADERS",
        "Headers for every request, for a gateway in front of Confluence.")
    { Values = "Name=value, separated by commas", Secret = true });

    public static readonly Setting MediaHosts = OfSite(new("CONFLUENCE_MEDIA_HOSTS",
        "Where the site may redirect a download to, beside Cloud's own media host. Followed once, without credentials.")
    { Values = "https addresses, separated by commas" });

    public static readonly SiteSettings Confluence = new(
        AtlassianProduct.Confluence, Url, Username, ApiToken, PersonalToken, Deployment, SslVerify, ClientCertificate, ClientKey, ClientKeyPassword, ScopedToken, CustomHeaders, MediaHosts);

    public static readonly SiteSettings Jira = Confluence.ForJira(OfSite(new("JIRA_URL",
        "Where Jira is; on Data Center with its context path, if it has one. A server may have Confluence, Jira or both.")
    { Values = "an https address" }));

    public static readonly Setting Proxy = new("HTTPS_PROXY", "The proxy for requests to Atlassian.") { Values = "an address", Secret = true, Aliases = ["https_proxy"] };

    public static readonly Setting NoProxy = new("NO_PROXY", "Hosts to reach directly.") { Values = "names, separated by commas; `.example.com` holds for all below it", Aliases = ["no_proxy"] };

    public static readonly Setting SpacesFilter = new("CONFLUENCE_SPACES_FILTER",
        "The spaces that tools may see and change. Anything else is as if it did not exist. Empty allows all.")
    { Values = "space keys, separated by commas" };

    public static readonly Setting ProjectsFilter = new("JIRA_PROJECTS_FILTER",
        "The projects that tools may see and change. Anything else is as if it did not exist. Empty allows all.")
    { Values = "project keys, separated by commas" };

    public static readonly Setting ReadOnly = Setting.Boolean("READ_ONLY_MODE", "Offers no tool that changes anything.") with { Flag = "--read-only" };

    public static readonly Setting Toolsets = new("TOOLSETS", "The groups of tools to offer: these and no others. Empty lists the core and leaves all others to `find_tools`.") { Values = "names, separated by commas, or `all`", Flag = "--toolsets", FlagValue = "NAMES" };

    public static readonly Setting EnabledTools = new("ENABLED_TOOLS", "Offers these tools alone, out of the toolsets. Empty offers all of them.") { Values = "tool names, separated by commas" };

    public static readonly Setting PermanentDelete = Setting.Boolean("ALLOW_PERMANENT_DELETE",
        "Offers what cannot be undone: purging, and deleting attachments and comments.") with
    { Flag = "--allow-permanent-delete" };

    public static readonly Setting AttachmentRoots = new("TRIBUTARY_ATTACHMENT_ROOTS",
        "The folders out of which files may be attached, over stdio alone. Links are not followed. Empty allows none.")
    { Values = "folders, separated by `:` (on Windows by `;`)" };

    public static readonly Setting Host = new("MCP_HOST", "The address to listen on, over HTTP.", "127.0.0.1") { Values = "a loopback address", Flag = "--host", FlagValue = "ADDRESS" };

    public static readonly Setting Port = Setting.Number("MCP_PORT", "The port to listen on, over HTTP.", 9001, 0, 65535) with { Aliases = ["MCP_SERVER_PORT"], Flag = "--port", FlagValue = "PORT" };

    public static readonly Setting LogLevel = new("LOG_LEVEL", "How much is logged, to standard error.", "info") { Values = "trace, debug, info, warning, error, critical or none" };

    public static readonly Setting Debug = Setting.Boolean("DEBUG", "The same as `LOG_LEVEL=debug`. Anything but a true value is false, with a warning.");

    public static readonly Setting Home = new("TRIBUTARY_HOME", "The folder of Tributary's own files, where `tributary.json` is looked for after the current folder.", "the platform's data folder");

    public static readonly Setting ToolDeadline = Limit("TRIBUTARY_TOOL_DEADLINE_SECONDS", "How long one tool call may take with all its requests, in seconds.", 30, 1, 600);

    public static readonly Setting Attempts = Limit("TRIBUTARY_ATTEMPTS", "How often a request that changes nothing is tried.", 3, 1, 5);

    public static readonly Setting AttemptTimeout = Limit("TRIBUTARY_ATTEMPT_TIMEOUT_SECONDS", "How long one attempt may take, in seconds.", 10, 1, 300);

    public static readonly Setting ConnectTimeout = Limit("TRIBUTARY_CONNECT_TIMEOUT_SECONDS", "How long connecting may take, in seconds.", 5, 1, 60);

    public static readonly Setting LongestRetryAfter = Limit("TRIBUTARY_RETRY_AFTER_SECONDS", "The longest `Retry-After` that is waited for, in seconds; above it the call fails and tells the figure.", 60, 0, 600);

    public static readonly Setting ResponseSize = Limit("TRIBUTARY_RESPONSE_MIB", "The largest answer taken from Atlassian, in MiB.", 32, 1, 1024);

    public static readonly Setting AttachmentSize = Limit("TRIBUTARY_ATTACHMENT_MIB", "The largest attachment, either way, in MiB.", 100, 1, 10240);

    public static readonly Setting DecompressionRatio = Limit("TRIBUTARY_DECOMPRESSION_RATIO", "Decompressed bytes for each compressed one in an answer.", 100, 10, 10000);

    public static readonly Setting UpstreamConcurrency = Limit("TRIBUTARY_UPSTREAM_CONCURRENCY", "Requests to Atlassian under way at once.", 64, 1, 1000);

    public static readonly Setting UpstreamQueue = Limit("TRIBUTARY_UPSTREAM_QUEUE", "Requests that may wait for their turn.", 1000, 0, 100000);

    public static readonly Setting BodySize = Limit("TRIBUTARY_BODY_MIB", "The largest message from a client, in MiB.", 5, 1, 64);

    public static readonly Setting Connections = Limit("TRIBUTARY_CONNECTIONS", "Connections to the HTTP server.", 1000, 1, 100000);

    public static readonly Setting CallsPerUser = Limit("TRIBUTARY_CALLS_PER_USER", "Calls under way at once for one user, over HTTP.", 20, 1, 1000);

    public static readonly Setting QueuePerUser = Limit("TRIBUTARY_QUEUE_PER_USER", "Calls of one user that may wait for their turn.", 40, 0, 10000);

    public static readonly Setting CallsInAll = Limit("TRIBUTARY_CALLS", "Calls under way at once for all users.", 200, 1, 10000);

    public static readonly Setting SessionsPerUser = Limit("TRIBUTARY_SESSIONS_PER_USER", "Sessions of one user, over HTTP.", 50, 1, 1000);

    public static readonly Setting SessionsInAll = Limit("TRIBUTARY_SESSIONS", "Sessions in all.", 2000, 1, 100000);

    public static readonly Setting SessionIdle = Limit("TRIBUTARY_SESSION_IDLE_MINUTES", "How long a session may be idle, in minutes.", 30, 1, 1440);

    public static readonly Setting Drain = Limit("TRIBUTARY_DRAIN_SECONDS", "How long calls under way may take to end when the server is told to stop, in seconds.", 25, 1, 300);

    public static IReadOnlyList<Setting> All { get; } =
    [
        Url, Username, ApiToken, PersonalToken, OAuthAccessToken, OAuthCloudId, Deployment, SslVerify, ClientCertificate, ClientKey, ClientKeyPassword, ScopedToken,
        CustomHeaders, MediaHosts, .. Jira.All, Proxy, NoProxy,
        SpacesFilter, ProjectsFilter, ReadOnly, Toolsets, EnabledTools, PermanentDelete, AttachmentRoots,
        Host, Port, LogLevel, Debug, Home,
        ToolDeadline, Attempts, AttemptTimeout, ConnectTimeout, LongestRetryAfter, ResponseSize, AttachmentSize, DecompressionRatio, UpstreamConcurrency, UpstreamQueue,
        BodySize, Connections, CallsPerUser, QueuePerUser, CallsInAll, SessionsPerUser, SessionsInAll, SessionIdle, Drain,
    ];

    private static Setting Limit(string name, string meaning, int initially, int minimum, int maximum) => Setting.Number(name, meaning, initially, minimum, maximum) with { Limit = true };

    private static Setting OfSite(Setting setting) => setting with { OfSite = true };
}
