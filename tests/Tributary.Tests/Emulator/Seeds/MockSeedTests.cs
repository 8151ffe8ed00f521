using Tributary.Emulator;
using Tributary.Emulator.Seeds;
using Tributary.Emulator.World;
using Tributary.Markup;

namespace Tributary.Tests.Emulator.Seeds;

public sealed class MockSeedTests
{
    [Fact(Timeout = 10000)]
    public Task Pages_answer_to_their_mock_names_and_to_their_numbers()
    {
        using Wiki wiki = SeedCatalog.Plant("mock", EmulatedDeployment.Cloud, FixedClock.Default);

        Content first = wiki.Find("mock-page-1")!;
        Assert.Equal("Mock Page 1: Getting started", first.Title);
        Assert.Same(first, wiki.Find(first.Id));
        Assert.Equal("MOCK", Assert.Single(wiki.Spaces).Key);
        Assert.NotNull(wiki.Find("mock-page-100"));
        Assert.Null(wiki.Find("mock-page-101"));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task They_are_dated_over_the_last_365_days_in_order()
    {
        using Wiki wiki = SeedCatalog.Plant("mock", EmulatedDeployment.Cloud, FixedClock.Default);
        DateTimeOffset now = FixedClock.Default.GetUtcNow();

        DateTimeOffset[] created = [.. Enumerable.Range(1, 100).Select(number => wiki.Find($"mock-page-{number}")!.CreatedAt)];
        Assert.Equal(now.AddDays(-365), created[0]);
        Assert.InRange(created[^1], now.AddDays(-5), now);
        Assert.Equal(created.Order(), created);
        Assert.All(wiki.Contents, content => Assert.All(content.Versions, version => Assert.InRange(version.When, content.CreatedAt, now)));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Bodies_are_rich_valid_and_different_in_each_version()
    {
        using Wiki wiki = SeedCatalog.Plant("mock:24", EmulatedDeployment.DataCenter, FixedClock.Default);

        Content page = wiki.Find("mock-page-24")!;
        Assert.Equal(5, page.Versions.Count);
        Assert.Equal(5, page.Versions.Select(version => version.Body).Distinct().Count());
        Assert.All(wiki.Contents, content => Assert.Null(StorageFormat.Validate(content.Body)));
        Assert.Contains("<table>", page.Body, StringComparison.Ordinal);
        Assert.NotNull(wiki.Tasks.FirstOrDefault(task => task.ContentId == page.Id));
        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [InlineData("mock:0")]
    [InlineData("mock:many")]
    [InlineData("moon")]
    public Task A_seed_that_does_not_exist_is_refused_with_what_does(string seed)
    {
        var error = Assert.Throws<ArgumentException>(() => SeedCatalog.Plant(seed, EmulatedDeployment.Cloud, FixedClock.Default));

        Assert.Contains(seed == "moon" ? "demo, mock, empty" : "such as mock:500", error.Message, StringComparison.Ordinal);
        return Task.CompletedTask;
    }
}
