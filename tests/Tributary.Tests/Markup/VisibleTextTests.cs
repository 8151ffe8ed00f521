using Tributary.Markup;

namespace Tributary.Tests.Markup;

public sealed class VisibleTextTests
{
    [Theory(Timeout = 10000)]
    [InlineData("a\u200Bb\u2060c\uFEFFd", "abcd")]
    [InlineData("pay \u202Eevil\u202C now \u2066x\u2069", "pay evil now x")]
    [InlineData("hi\U000E0041\U000E0042\U000E007F", "hi")]
    [InlineData("a\uFE0Fb\uFE00", "ab")]
    [InlineData("\u2764\uFE0F\uFE0F\uFE0F", "\u2764\uFE0F")]
    [InlineData("bell\u0007 \u009B31m\u007F", "bell 31m")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    public Task What_nobody_sees_is_stripped(string text, string visible)
    {
        Assert.Equal(visible, VisibleText.Of(text));
        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [InlineData("plain words, tabs\tand\r\nlines")]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467 \u2764\uFE0F\u200D\U0001F525 1\uFE0F\u20E3 \U0001F44D\U0001F3FD")]
    [InlineData("日本語、漢字 한국어 \u845B\U000E0100")]
    [InlineData("می\u200Cخواهم क\u094D\u200Dष")]
    [InlineData("café e\u0301 no\u00A0break")]
    public Task Emoji_and_every_script_stay(string text)
    {
        Assert.Same(text, VisibleText.Of(text));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Stripping_twice_changes_nothing_more()
    {
        string[] parts = ["a", "\u200D", "\u200C", "\uFE0F", "\uFE00", "\U0001F468", "\U000E0041", "\u202E", "葛", "\U000E0100", "\uD83D", "\uDC00", "م", "\u2764", "\u0000"];
        var random = new Random(5);
        for (int round = 0; round < 20_000; round++)
        {
            string once = VisibleText.Of(string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => parts[random.Next(parts.Length)])));
            Assert.Equal(once, VisibleText.Of(once));
        }

        return Task.CompletedTask;
    }
}
