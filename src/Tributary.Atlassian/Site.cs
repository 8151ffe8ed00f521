namespace Tributary.Atlassian;

/// <summary>A configured site: where it is, what it is and how this user signs in. Addresses are normalised when it is made.</summary>
/// <param name="Name">As configured, for people; <c>default</c> for a single site.</param>
/// <param name="BaseUrl">Confluence's root with no slash at the end: with <c>/wiki</c> on Cloud, with the context path on Data Center.</param>
public sealed record Site(string Name, Uri BaseUrl, Deployment Deployment);
