namespace Tributary.Atlassian.Http.Retry;

/// <summary>Retries are paid from a purse that successes fill again, so an outage of the site is not multiplied by its clients.</summary>
internal sealed class RetryBudget(int capacity)
{
    public const int FailureCost = 14;
    public const int ThrottleCost = 5;

    private readonly Lock purse = new();
    private int spent;

    public bool TryTake(int cost)
    {
        lock (purse)
        {
            if (spent + cost > capacity) return false;
            spent += cost;
            return true;
        }
    }

    public void Give(int amount)
    {
        lock (purse) spent = Math.Max(0, spent - amount);
    }
}
