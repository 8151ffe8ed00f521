namespace Tributary.Tests.Markup.Constructs.Quotes;

public sealed class QuoteConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<blockquote><p>a</p><p>b</p></blockquote><hr />", "quote\n  p a\n  p b\nrule")]
    [InlineData("<blockquote><p /></blockquote>", "quote")]
    public Task Quotes_and_rules_are_read_and_written(string storage, string model) => Construct.IsReadAndWritten(storage, model);
}
