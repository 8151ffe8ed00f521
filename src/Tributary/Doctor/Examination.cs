using System.Net.Sockets;
using ModelContextProtocol;
using Tributary.Atlassian;
using Tributary.Calling;
using Tributary.Configuration;

namespace Tributary.Doctor;

/// <summary>Runs checks one after the other until one finds something: what comes after it would only say the same again.</summary>
internal static class Examination
{
    public static async Task<bool> RunAsync(
        IEnumerable<ICheck> checks, Func<AtlassianException, string> explain, Action<string, Finding> tell, CancellationToken cancellationToken)
    {
        foreach (ICheck check in checks)
        {
            Finding finding = await RunAsync(check, explain, cancellationToken);
            tell(check.Name, finding);
            if (!finding.IsWell)
                return false;
        }

        return true;
    }

    private static async Task<Finding> RunAsync(ICheck check, Func<AtlassianException, string> explain, CancellationToken cancellationToken)
    {
        try
        {
            return await check.RunAsync(cancellationToken);
        }
        catch (ConfigurationException exception)
        {
            return Finding.Wrong(exception.Message);
        }
        catch (AtlassianException exception)
        {
            return Finding.Wrong(explain(exception));
        }
        catch (UnreachableServerException exception)
        {
            return Finding.Wrong(exception.Message);
        }
        catch (McpException exception)
        {
            return Finding.Wrong($"The server answered with an error: {exception.Message}");
        }
        catch (HttpRequestException exception)
        {
            return Finding.Wrong($"The connection failed: {exception.Message}");
        }
        catch (SocketException exception)
        {
            return Finding.Wrong($"The connection failed: {exception.Message}");
        }
    }
}
