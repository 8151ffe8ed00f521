using System.ComponentModel;

namespace Tributary;

/// <summary>What the process says to the shell. The numbers never change; <c>docs/cli.md</c> lists them.</summary>
internal enum ExitCode
{
    [Description("All went well. A server that was told to stop has drained.")]
    Success = 0,

    [Description("The work was done and the answer is no: a tool failed, a check of `doctor` found something, a step of the tour did not give what it should.")]
    Failure = 1,

    [Description("The command line cannot be meant: an unknown command, flag or tool.")]
    Usage = 2,

    [Description("Confluence or the MCP server cannot be reached: name, connection, certificate or proxy.")]
    Unavailable = 69,

    [Description("Something went wrong inside Tributary. Please report it.")]
    Internal = 70,

    [Description("A setting is wrong or missing, or the site does not take the credentials. One line names the setting and the remedy.")]
    Configuration = 78,

    [Description("Ctrl-C or SIGTERM ended a command before it was done.")]
    Interrupted = 130,
}
