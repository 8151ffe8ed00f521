using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup.Merging;

namespace Tributary.Tests.Markup.Merging;

public sealed class AlignmentTests
{
    [Fact(Timeout = 30000)]
    public void Matches_are_equal_grow_and_are_as_many_as_the_longest_common_row()
    {
        Arbitrary<int[]> sequences = Gen.Choose(0, 6).ArrayOf().Where(values => values.Length < 40).ToArbitrary();
        Check.One(PropertyCases.Of(500), Prop.ForAll(sequences, sequences, (old, fresh) =>
        {
            int[] matches = Alignment.Of(old, fresh);
            int last = -1, count = 0;
            for (int j = 0; j < fresh.Length; j++)
            {
                if (matches[j] < 0) continue;
                Assert.Equal(fresh[j], old[matches[j]]);
                Assert.True(matches[j] > last);
                last = matches[j];
                count++;
            }

            Assert.Equal(LongestCommon(old, fresh), count);
        }));
    }

    [Fact(Timeout = 30000)]
    public void Sequences_with_little_in_common_are_cut_at_what_occurs_once()
    {
        int[] old = [.. Enumerable.Range(0, 5_000).Select(i => i * 2)];
        int[] fresh = [.. Enumerable.Range(0, 5_000).Select(i => i % 10 == 0 ? i * 2 : (i * 2) + 1)];

        int[] matches = Alignment.Of(old, fresh);

        Assert.Equal(500, matches.Count(match => match >= 0));
        Assert.All(Enumerable.Range(0, 5_000).Where(i => i % 10 == 0), i => Assert.Equal(i, matches[i]));
    }

    private static int LongestCommon(int[] one, int[] other)
    {
        int[,] best = new int[one.Length + 1, other.Length + 1];
        for (int i = one.Length - 1; i >= 0; i--)
        {
            for (int j = other.Length - 1; j >= 0; j--)
                best[i, j] = one[i] == other[j] ? best[i + 1, j + 1] + 1 : Math.Max(best[i + 1, j], best[i, j + 1]);
        }

        return best[0, 0];
    }
}
