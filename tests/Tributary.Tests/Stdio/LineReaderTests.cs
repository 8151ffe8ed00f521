using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tributary.Stdio;

namespace Tributary.Tests.Stdio;

public sealed class LineReaderTests
{
    [Fact]
    public void Lines_are_the_same_however_the_input_is_cut()
    {
        Prop.ForAll<byte[], PositiveInt, PositiveInt>((bytes, chunk, max) =>
        {
            string[] read = Read(bytes, chunk.Get, max.Get);
            string[] split = Encoding.Latin1.GetString(bytes).Split('\n');
            IEnumerable<string> expected = (split[^1].Length == 0 ? split[..^1] : split).Select(line => line.Length > max.Get ? "too long" : line);
            return expected.SequenceEqual(read);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, false)]
    [InlineData(101, true)]
    [InlineData(100_000, true)]
    public void A_line_is_as_long_as_allowed_and_the_next_one_is_whole(int length, bool tooLong)
    {
        string line = new('x', length);

        string[] read = Read(Encoding.Latin1.GetBytes($"{line}\nnext\n"), chunk: 7, maxLength: 100);

        Assert.Equal([tooLong ? "too long" : line, "next"], read);
    }

    private static string[] Read(byte[] bytes, int chunk, int maxLength)
    {
        using var reader = new LineReader(new Chunks(bytes, chunk), maxLength);
        List<string> lines = [];
        while (reader.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult() is { } line)
            lines.Add(line.TooLong ? "too long" : Encoding.Latin1.GetString(line.Bytes.Span));
        return [.. lines];
    }

    /// <summary>Gives at most so many bytes a read, at once.</summary>
    private sealed class Chunks(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span[..Math.Min(buffer.Length, chunk)]));
    }
}
