namespace Tributary.Atlassian;

/// <summary>A setting of a site that cannot be used. The message says what was expected and never repeats a secret.</summary>
/// <param name="setting">The property of <see cref="SiteOptions"/> (or <see cref="Http.EgressLimits"/>) at fault, such as <c>Url</c>: the caller knows its own name for it.</param>
public sealed class SiteSettingException(string setting, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public string Setting => setting;
}
