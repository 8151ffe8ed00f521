using Tributary.Tools.Diff;

namespace Tributary.Tests.Tools.Diff;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Equal_texts_have_no_diff() => Assert.Equal("", UnifiedDiff.Of("a\nb", "a\nb", "v1", "v2"));

    [Fact]
    public void A_change_is_shown_with_three_lines_around_it()
    {
        string diff = UnifiedDiff.Of("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\nfive\n6\n7\n8\n9", "version 1", "version 2");

        Assert.Equal("--- version 1\n+++ version 2\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n", diff);
    }

    [Fact]
    public void Changes_far_apart_are_hunks_of_their_own()
    {
        string before = string.Join('\n', Enumerable.Range(1, 30));
        string diff = UnifiedDiff.Of(before, "0\n" + before + "\n31", "a", "b");

        Assert.Equal("--- a\n+++ b\n@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ -28,3 +29,4 @@\n 28\n 29\n 30\n+31\n", diff);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_script_turns_one_text_into_the_other(int seed)
    {
        string[] before = [.. Enumerable.Range(0, 200).Select(_ => $"{Next(12)}")];
        string[] after = [.. before.Where(_ => Next(5) > 0).SelectMany(line => Next(6) == 0 ? [line, "new"] : new[] { line })];

        List<(char Sign, string Line)> script = LineDiff.Of(before, after);

        Assert.Equal(before, script.Where(edit => edit.Sign != '+').Select(edit => edit.Line));
        Assert.Equal(after, script.Where(edit => edit.Sign != '-').Select(edit => edit.Line));

        int Next(int below) => (int)((uint)(seed = (seed * 1103515245) + 12345) >> 16) % below;
    }

    [Fact(Timeout = 10000)]
    public async Task Texts_with_nothing_in_common_are_compared_in_bounded_time()
    {
        string[] before = [.. Enumerable.Range(0, 20_000).Select(i => $"a{i}")];
        string[] after = [.. Enumerable.Range(0, 20_000).Select(i => $"b{i}")];

        List<(char Sign, string Line)> script = await Task.Run(() => LineDiff.Of(before, after), TestContext.Current.CancellationToken);

        Assert.Equal(40_000, script.Count);
    }

    [Fact]
    public void Storage_format_is_compared_block_by_block() => Assert.Equal(
        "<h1>A</h1>\n<p>one <b>x</b></p>\n<ul><li>a</li>",
        StorageLines.Of("<h1>A</h1><p>one <b>x</b></p><ul><li>a</li>"));
}
