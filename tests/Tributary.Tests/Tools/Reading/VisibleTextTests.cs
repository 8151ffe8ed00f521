using Tributary.Tools.Reading;

namespace Tributary.Tests.Tools.Reading;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("Plan \u202egnp.exe", "Plan gnp.exe")]
    [InlineData("a\u200bb\u2060c\ufeffd", "abcd")]
    [InlineData("A\U000e0041\U000e0042\U000e007fB", "AB")]
    [InlineData("x\ufe00y\U000e0100z", "xyz")]
    [InlineData("\u3164\u115f\u2800hi", "hi")]
    [InlineData("a\u0000\u001b[31mb", "a[31mb")]
    [InlineData("one\r\ntwo\u2028three", "one  two three")]
    public void What_the_eye_cannot_see_is_taken_out(string text, string expected) => Assert.Equal(expected, VisibleText.Line(text));

    [Theory]
    [InlineData("Обзор архитектуры")]
    [InlineData("設計レビュー")]
    [InlineData("👩‍💻 and ❤️ and 🇩🇪")]
    [InlineData("می‌خواهم")]
    [InlineData("Größe – naïve café")]
    public void Every_script_and_emoji_stays(string text) => Assert.Equal(text, VisibleText.Line(text));

    [Fact]
    public void Taking_out_once_leaves_nothing_to_take_out() =>
        Assert.Equal(VisibleText.Line("a\u202e\U000e0041\u200d\u200db"), VisibleText.Line(VisibleText.Line("a\u202e\U000e0041\u200d\u200db")));

    [Fact]
    public void A_text_of_several_lines_keeps_them() => Assert.Equal("a\n\tb", VisibleText.Lines("a\r\n\tb\u200b"));
}
