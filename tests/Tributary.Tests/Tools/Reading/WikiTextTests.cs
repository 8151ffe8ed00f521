using Tributary.Tools.Reading;

namespace Tributary.Tests.Tools.Reading;

public sealed class WikiTextTests
{
    [Theory]
    [InlineData("Plan \u202egnp.exe", "Plan gnp.exe")]
    [InlineData("A\U000e0041\u200b\u0000\u001bB", "AB")]
    [InlineData("one\r\ntwo\u2028three\tfour", "one  two three four")]
    [InlineData("👩‍💻 設計 Обзор می‌خواهم", "👩‍💻 設計 Обзор می‌خواهم")]
    public void A_title_or_name_is_shown_on_one_line_without_what_nobody_sees(string text, string expected) => Assert.Equal(expected, WikiText.Line(text));
}
