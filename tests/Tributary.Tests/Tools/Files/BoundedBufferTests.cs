using Tributary.Tools.Files;

namespace Tributary.Tests.Tools.Files;

public sealed class BoundedBufferTests
{
    [Fact(Timeout = 10000)]
    public async Task No_way_of_writing_leads_past_the_bound()
    {
        using var buffer = new BoundedBuffer(10, () => new InvalidDataException());

        buffer.Write("12"u8);
        buffer.Write([3, 4], 0, 2);
        await buffer.WriteAsync(new byte[] { 5, 6 }, TestContext.Current.CancellationToken);

        Assert.Equal(6, buffer.Length);
        Assert.Throws<InvalidDataException>(() => buffer.Write(new byte[5]));
        await Assert.ThrowsAsync<InvalidDataException>(async () => await buffer.WriteAsync(new byte[5], TestContext.Current.CancellationToken));
        Assert.Equal(6, buffer.Length);
    }
}
