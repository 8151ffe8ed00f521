using FsCheck;
using FsCheck.Fluent;

namespace Tributary.Tests.Markup.Generators;

/// <summary>A well-formed storage body that a seed and a size determine; the smaller ones of the same seed come first when a failure is shrunk.</summary>
public sealed record StorageBody(int Seed, int Size)
{
    public string Text { get; } = StorageBodyWriter.Write(new Random(Seed), Size);

    public override string ToString() => $"seed {Seed}, size {Size}: {Text}";
}

/// <summary>Bodies with everything that Confluence stores, nested at random, and with what editors and people leave behind. Words for a reader to see are numbered: <c>w17x</c>.</summary>
public static class StorageBodies
{
    public static Arbitrary<StorageBody> Arbitrary { get; } = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue)
        from size in Gen.Choose(1, 60)
        select new StorageBody(seed, size),
        body => Enumerable.Range(1, body.Size - 1).Select(size => new StorageBody(body.Seed, size)));

    public static string Of(int seed, int size) => new StorageBody(seed, size).Text;
}
