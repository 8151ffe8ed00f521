namespace Tributary.Tests.Markup.Constructs.Dates;

public sealed class DateConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<p>by <time datetime=\"2026-01-31\" /></p>", "p by :date[2026-01-31]")]
    public Task Dates_are_read_and_written(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<p><time>noon</time></p>", "p noon")]
    [InlineData("<p><time datetime=\"2026-01-31\">x</time></p>", "p :date[2026-01-31]")]
    public Task A_time_without_a_date_is_its_text(string storage, string model) => Construct.IsRead(storage, model);
}
