namespace Tributary.Tests;

public sealed class PlaceTests
{
    [Fact(Timeout = 5000)]
    public Task A() => Task.CompletedTask;
}
