using Tributary.Atlassian;

namespace Tributary.Tools.Writing;

/// <summary>What a call has done so far. Atlassian takes nothing back where a later step fails: so the error tells what was done, and what is left to do.</summary>
internal sealed class Steps
{
    private readonly List<string> done = [];

    public void Done(string words) => done.Add(words);

    public override string ToString() => string.Join(' ', done);

    /// <param name="rest">The next step of a caller where this one fails: all but what is done.</param>
    /// <exception cref="ToolException">It failed after others.</exception>
    public async Task<T> TakeAsync<T>(Task<T> step, string rest)
    {
        try
        {
            return await step;
        }
        catch (AtlassianException failure) when (done.Count > 0)
        {
            throw new ToolException(ErrorCode.Of(failure.Kind), $"{this} What followed failed: {failure.Message}", rest, failure);
        }
    }

    public Task TakeAsync(Task step, string rest)
    {
        return TakeAsync(ResultAsync(), rest);

        async Task<bool> ResultAsync()
        {
            await step;
            return true;
        }
    }
}
