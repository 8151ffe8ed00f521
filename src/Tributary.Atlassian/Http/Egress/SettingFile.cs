using System.Security.Cryptography;

namespace Tributary.Atlassian.Http.Egress;

/// <summary>Files that settings name: whatever is wrong with one is a wrong setting.</summary>
internal static class SettingFile
{
    public static void Read(Action read, Func<Exception, SiteSettingException> wrong)
    {
        try
        {
            read();
        }
        catch (IOException cause)
        {
            throw wrong(cause);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw wrong(cause);
        }
        catch (CryptographicException cause)
        {
            throw wrong(cause);
        }
        catch (ArgumentException cause)
        {
            throw wrong(cause);
        }
    }
}
