namespace Tributary;

/// <summary>What the process says to the shell. The numbers never change; <c>docs/cli.md</c> lists them.</summary>
internal enum ExitCode
{
    Success = 0,
    Failure = 1,
    Usage = 2,
    Unavailable = 69,
    Internal = 70,
    Configuration = 78,
    Interrupted = 130,
}
