using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup.Wiki;

namespace Tributary.Tests.Markup.Wiki;

public sealed class WikiModelLimitsTests
{
    public static TheoryData<string, string> Repetitions => WikiFuzz.Repetitions;

    [Fact]
    public void Any_text_is_a_page_whose_blocks_know_their_places() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60), Prop.ForAll(WikiFuzz.Texts, text =>
    {
        Origins.Check(text);
        return true;
    }));

    [Theory]
    [MemberData(nameof(Repetitions))]
    public void Two_hundred_thousand_of_anything_are_read_at_once(string opening, string closing)
    {
        string wiki = string.Concat(Enumerable.Repeat(opening, 200_000)) + "x" + string.Concat(Enumerable.Repeat(closing, 200_000));
        var clock = Stopwatch.StartNew();

        WikiModel.Read(wiki);

        Assert.True(clock.ElapsedMilliseconds < 3000, $"took {clock.ElapsedMilliseconds} ms");
    }
}
