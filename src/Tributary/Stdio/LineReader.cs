using System.Buffers;

namespace Tributary.Stdio;

/// <summary>Reads lines of a bounded length; a longer one is skipped to its end without being kept.</summary>
/// <remarks>Not thread-safe: one reader, one caller.</remarks>
internal sealed class LineReader(Stream input, int maxLength) : IDisposable
{
    private const int SmallestBuffer = 4096;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(SmallestBuffer);
    private int _start;
    private int _scanned;
    private int _end;
    private bool _skipping;
    private bool _ended;

    /// <summary>The next line without its line feed, valid until the next call; null at the end of the input.</summary>
    public async ValueTask<Line?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TakeLine() is { } line)
                return line;

            if (_ended)
                return TakeRest();

            if (_end - _start > maxLength)
            {
                _skipping = true;
                _start = _scanned = _end = 0;
            }

            MakeRoom();
            int read = await input.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            _ended = read == 0;
            _end += read;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private Line? TakeLine()
    {
        int feed = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n');
        if (feed < 0)
        {
            _scanned = _end;
            return null;
        }

        int end = _scanned + feed;
        Line line = Cut(end);
        _start = _scanned = end + 1;
        return line;
    }

    private Line? TakeRest()
    {
        if (_start == _end && !_skipping)
            return null;

        Line line = Cut(_end);
        _start = _scanned = _end;
        return line;
    }

    private Line Cut(int end)
    {
        bool tooLong = _skipping || end - _start > maxLength;
        _skipping = false;
        return tooLong ? new Line(default, TooLong: true) : new Line(_buffer.AsMemory(_start, end - _start), TooLong: false);
    }

    private void MakeRoom()
    {
        int kept = _end - _start;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, kept).CopyTo(_buffer);
            _scanned -= _start;
            _start = 0;
            _end = kept;
        }

        if (kept == 0 && _buffer.Length > SmallestBuffer * 16)
            Replace(SmallestBuffer, kept);
        else if (kept == _buffer.Length)
            Replace(_buffer.Length * 2, kept);
    }

    private void Replace(int size, int kept)
    {
        byte[] other = ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(0, kept).CopyTo(other);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = other;
    }
}

/// <param name="Bytes">Empty where <paramref name="TooLong"/>.</param>
internal readonly record struct Line(ReadOnlyMemory<byte> Bytes, bool TooLong);
