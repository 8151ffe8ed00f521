using System.Diagnostics;
using Tributary.Tests.Rules;

namespace Tributary.Tests.Clients;

/// <summary>Programs of others, from the npm packages that tests/clients names; `npm ci` there installs them, Node 22 included.</summary>
internal static class NodeClients
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static string Folder => Path.Combine(Repository.Root, "tests", "clients");

    /// <summary>Runs a script or a package's program with Node and gives what it printed; fails with that text when it exits with anything but 0.</summary>
    public static async Task<string> RunAsync(string script, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(Path.Combine(Folder, "node_modules", "node", "bin", "node"))
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(script);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            string printed = await output;
            Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}:\n{printed}\n{await errors}");
            return printed;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
