namespace Tributary.Tools.Files;

/// <summary>Takes a download into memory, and no more of it than was agreed on: what a site says of a file's size need not be true.</summary>
internal sealed class BoundedBuffer(long mostBytes, Func<Exception> tooLarge) : MemoryStream
{
    // Every other way of writing leads here, in whatever is derived from a memory stream.
    public override void Write(byte[] buffer, int offset, int count)
    {
        if (Length + count > mostBytes)
            throw tooLarge();
        base.Write(buffer, offset, count);
    }
}
