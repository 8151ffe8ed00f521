namespace Tributary.Tests.Markup.Constructs.Layouts;

public sealed class LayoutConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<ac:layout><ac:layout-section ac:type=\"two_equal\" ac:breakout-mode=\"wide\" ac:breakout-width=\"1200\"><ac:layout-cell><p>a</p></ac:layout-cell><ac:layout-cell><p /></ac:layout-cell></ac:layout-section></ac:layout>", ":::layout\n  :::layout-section{type=\"two_equal\" breakout-mode=\"wide\" breakout-width=\"1200\"}\n    :::layout-cell\n      p a\n    :::layout-cell")]
    public Task Layouts_are_read_and_written(string storage, string model) => Construct.IsReadAndWritten(storage, model);
}
