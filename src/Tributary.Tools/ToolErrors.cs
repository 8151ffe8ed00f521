using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Tributary.Atlassian;
using Tributary.Query.Cql;
using Tributary.Query.Jql;

namespace Tributary.Tools;

/// <summary>The only place where an exception becomes a result: what happened, and what to do next.</summary>
internal sealed partial class ToolErrors(TimeProvider time, ILogger logger)
{
    private int failures;

    /// <param name="deadline">How long the call was given.</param>
    /// <param name="writes">Whether the tool writes: an unfinished write may have happened.</param>
    /// <exception cref="OperationCanceledException">The caller itself gave up: it wants no result.</exception>
    public async Task<(CallToolResult Result, string Code)> GuardAsync(
        string tool, bool writes, TimeSpan deadline, Func<CancellationToken, Task<CallToolResult>> call, CancellationToken cancellationToken)
    {
        using var expiry = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expiry.Token);
        ToolError error;
        try
        {
            return (await call(either.Token), "ok");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException exception) when (expiry.IsCancellationRequested)
        {
            error = TimedOut(tool, writes, deadline);
            CallTimedOut(tool, deadline.TotalMilliseconds, exception);
        }
        catch (AtlassianException exception)
        {
            error = new(ErrorCode.Of(exception.Kind), exception.Operation, exception.Status, exception.Message, Hint(exception), Seconds(exception.RetryAfter));
            CallFailed(tool, error.Code, exception);
        }
        catch (ToolException exception)
        {
            var cause = exception.InnerException as AtlassianException;
            error = new(exception.Code, cause?.Operation ?? tool, cause?.Status, exception.Message, exception.Hint, Seconds(cause?.RetryAfter));
            CallRefused(tool, error.Code, exception.Message);
        }
        catch (CqlSyntaxException exception)
        {
            error = new(ErrorCode.InvalidParams, tool, null, $"`cql` cannot be read: {exception.Message}", "Correct it, e.g. space = ENG and title ~ \"release\"; or give plain words as query.", null);
            CallRefused(tool, error.Code, exception.Message);
        }
        catch (JqlSyntaxException exception)
        {
            error = new(ErrorCode.InvalidParams, tool, null, $"`jql` cannot be read: {exception.Message}", "Correct it, e.g. project = ENG and status = \"In Progress\" order by updated desc; or give plain words as query.", null);
            CallRefused(tool, error.Code, exception.Message);
        }
        catch (FormatException exception)
        {
            error = new(ErrorCode.InvalidParams, tool, null, exception.Message, "Correct the argument and call again.", null);
            CallRefused(tool, error.Code, exception.Message);
        }
        catch (Exception exception) when (exception is not McpProtocolException)
        {
            string reference = $"{time.GetUtcNow():yyyyMMddHHmmss}-{Interlocked.Increment(ref failures)}";
            error = new(ErrorCode.ServerError, tool, null, $"The server failed on this call; its log has the cause under {reference}.", "Do not repeat the call unchanged; tell the user the reference.", null);
            CallBroke(tool, reference, exception);
        }

        return (error.ToResult(), error.Code);
    }

    private static ToolError TimedOut(string tool, bool writes, TimeSpan deadline)
    {
        string message = $"The call timed out after {deadline.TotalSeconds:0.###} seconds.";
        return writes
            ? new(ErrorCode.OutcomeUnknown, tool, null, message, "The write may have happened. Read what it was to change, or search for what it was to make, before you repeat it.", null)
            : new(ErrorCode.UpstreamUnavailable, tool, null, message, "Nothing was changed. Ask for less, or repeat the call later.", null);
    }

    private static string Hint(AtlassianException exception) => exception.Kind switch
    {
        AtlassianErrorKind.InvalidRequest => "Correct what the message names and call again.",
        AtlassianErrorKind.Unsupported => "This site cannot do it: reach the goal another way.",
        AtlassianErrorKind.ServerError => "Check the site with `tributary doctor`.",
        _ => exception.Hint,
    };

    // Rounded up: a caller that comes back early is refused again.
    private static int? Seconds(TimeSpan? wait) => wait is { } given ? (int)Math.Ceiling(given.TotalSeconds) : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Tool} failed with {Code}")]
    private partial void CallFailed(string tool, string code, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Tool} was refused with {Code}: {Reason}")]
    private partial void CallRefused(string tool, string code, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Tool} timed out after {DeadlineMs} ms")]
    private partial void CallTimedOut(string tool, double deadlineMs, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Tool} broke; reference {Reference}")]
    private partial void CallBroke(string tool, string reference, Exception exception);
}
